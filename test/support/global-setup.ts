import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ManagedNeo4j, startManaged } from '../../src/graph/managed/managed.ts';
import { provideChromium } from './chromium.ts';

/** What the run needs to know of Jest's settings. */
interface Settings {
  maxWorkers: number;
  testPathPatterns: { patterns: string[] };
}

/** A database of this run, beside the folder to remove afterwards. */
interface Throwaway {
  neo4j: ManagedNeo4j;
  folder: string;
}

declare global {
  var throwaways: Throwaway[];
}

/** Starts one empty database per worker, which tests find by {@link testDatabase}, and sees to a browser where one is needed. */
export default async function setUp({ maxWorkers, testPathPatterns: { patterns } }: Settings): Promise<void> {
  if (patterns.length === 0 || patterns.some((pattern) => pattern.includes('browser'))) provideChromium();
  const count = databasesFor(patterns, maxWorkers);
  globalThis.throwaways = await Promise.all(Array.from({ length: count }, start));
  const addresses = globalThis.throwaways.map(({ neo4j: { uri, username, password } }) => ({
    uri,
    username,
    password,
  }));
  process.env.CHANCERY_TEST_DATABASES = JSON.stringify(addresses);
}

/** None where only tests are asked for that need none or start their own, and no more than there are files named. */
function databasesFor(patterns: string[], maxWorkers: number): number {
  const needy = patterns.filter((pattern) => !/\b(unit|faults)\b/.test(pattern));
  if (patterns.length > 0 && needy.length === 0) return 0;
  const onlyFiles = patterns.length > 0 && patterns.every((pattern) => pattern.endsWith('.test.ts'));
  return onlyFiles ? Math.min(maxWorkers, patterns.length) : maxWorkers;
}

async function start(): Promise<Throwaway> {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-test-'));
  // Should the run be broken off, the database ends with this process and the folder with it.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const neo4j = await startManaged({
    folder,
    say: () => {},
    memory: { heap: 384, pageCache: 64 },
    // Compiling less costs a short life less.
    env: { ...process.env, JDK_JAVA_OPTIONS: '-XX:TieredStopAtLevel=1' },
  });
  return { neo4j, folder };
}
