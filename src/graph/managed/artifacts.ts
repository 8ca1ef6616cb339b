import { mkdir, mkdtemp, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { ClientError } from '../../domain/errors.ts';
import { exists } from './exists.ts';
import { runProgram } from './run-program.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const COPY_DEPENDENCIES = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
const POM = join(import.meta.dirname, 'pom.xml');

/** The version of Neo4j that Chancery runs, as pinned in pom.xml. */
export async function pinnedVersion(): Promise<string> {
  return /<neo4j\.version>([^<]+)</.exec(await readFile(POM, 'utf8'))![1]!;
}

/** The download cache, shared by all checkouts on this machine. */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'chancery');
}

/**
 * The folder with Neo4j's jar files; downloaded with Maven if it does not exist, about 120 MB.
 *
 * Maven writes to a temporary folder that is renamed when complete, so that interrupted and concurrent downloads are safe.
 *
 * @throws ClientError MAVEN_MISSING or DOWNLOAD_FAILED.
 */
export async function ensureNeo4jJars(env: NodeJS.ProcessEnv, onProgress: (line: string) => void): Promise<string> {
  const version = await pinnedVersion();
  const cache = cacheFolder(env);
  const jars = join(cache, `neo4j-${version}`);
  if (await exists(jars)) return jars;

  onProgress(`Downloading Neo4j ${version} with Maven to ${cache} (once, about 120 MB) ...`);
  await mkdir(cache, { recursive: true });
  await removeLeftovers(cache);
  const unfinished = await mkdtemp(`${jars}.unfinished-`);
  try {
    await downloadInto(unfinished, env, onProgress);
    await rename(unfinished, jars).catch(async (error: unknown) => {
      if (!(await exists(jars))) throw error; // otherwise another process finished first, with the same content
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return jars;
}

async function downloadInto(folder: string, env: NodeJS.ProcessEnv, onProgress: (line: string) => void): Promise<void> {
  let downloaded = 0;
  const result = await runProgram(
    'mvn',
    ['--batch-mode', '--file', POM, COPY_DEPENDENCIES, '-DincludeScope=runtime', `-DoutputDirectory=${folder}`],
    {
      cwd: folder,
      env,
      onOutput: (text) => {
        const before = downloaded;
        downloaded += text.match(/^\S*\s*Downloaded from .*\.jar/gm)?.length ?? 0;
        if (Math.floor(before / 50) < Math.floor(downloaded / 50)) onProgress(`  ${downloaded} files so far ...`);
      },
    },
  );
  if (result === null) {
    throw new ClientError(
      'MAVEN_MISSING',
      'Maven was not found. Chancery downloads its own Neo4j with it, once. Install Maven (https://maven.apache.org, or ' +
        '`apt install maven`, or `brew install maven`) and start again. Or set NEO4J_URI to use a Neo4j that runs elsewhere.',
    );
  }
  if (result.code !== 0) {
    const reason = /^\[ERROR\] (.+)$/m.exec(result.output)?.[1] ?? 'none';
    throw new ClientError(
      'DOWNLOAD_FAILED',
      'Maven could not download Neo4j. Check the network, and the mirrors and proxies in ~/.m2/settings.xml, then start ' +
        `again; files that were downloaded are kept. Maven's error: ${reason}`,
    );
  }
}

/** Removes the folders of interrupted downloads; one that is still running is younger. */
async function removeLeftovers(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    if (!name.includes('.unfinished-')) continue;
    const folder = join(cache, name);
    const changed = await stat(folder).catch(() => null); // it may just have been renamed
    if (changed !== null && changed.mtimeMs < Date.now() - DAY_MS) await rm(folder, { recursive: true, force: true });
  }
}
