import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { provideChromium } from './chromium.ts';
import { startDatabases } from './neo4j/start.ts';

/** What the run needs to know of Jest's settings. */
interface Settings {
  maxWorkers: number;
  testPathPatterns: { patterns: string[] };
}

declare global {
  /** Removes the databases of the run; once, however often it is called. */
  var removeDatabases: () => Promise<void>;
}

/** Starts one empty database per worker, which tests find by {@link testDatabase}, and sees to a browser where one is needed. */
export default async function setUp({ maxWorkers, testPathPatterns: { patterns } }: Settings): Promise<void> {
  if (patterns.length === 0 || patterns.some((pattern) => pattern.includes('browser'))) provideChromium();
  const count = databasesFor(patterns, maxWorkers);
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const starting = count > 0 ? startDatabases(count, say) : Promise.resolve([]);

  const fixtures = mkdtempSync(join(tmpdir(), 'chancery-fixtures-'));
  process.once('exit', () => rmSync(fixtures, { recursive: true, force: true }));
  process.env.CHANCERY_TEST_FIXTURES = fixtures;

  let removing: Promise<unknown> | undefined;
  globalThis.removeDatabases = async () => {
    const started = starting.catch(() => []); // A start that fails cleans up after itself.
    await (removing ??= started.then((databases) => Promise.all(databases.map((database) => database.remove()))));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => endWith(signal));

  const addresses = (await starting).map(({ address }) => address);
  process.env.CHANCERY_TEST_DATABASES = JSON.stringify(addresses);
}

/** A run that is told to end takes its databases along; those that still start are waited for. */
function endWith(signal: NodeJS.Signals): void {
  void globalThis.removeDatabases().finally(() => process.exit(128 + constants.signals[signal]));
}

/** None where only tests are asked for that need none or start their own, and no more than there are files named. */
function databasesFor(patterns: string[], maxWorkers: number): number {
  const needy = patterns.filter((pattern) => !/\b(unit|faults)\b/.test(pattern));
  if (patterns.length > 0 && needy.length === 0) return 0;
  const onlyFiles = patterns.length > 0 && patterns.every((pattern) => pattern.endsWith('.test.ts'));
  return onlyFiles ? Math.min(maxWorkers, patterns.length) : maxWorkers;
}
