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

/** The folder in which all checkouts on this machine share what Maven fetched. */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'chancery');
}

/**
 * The folder with Neo4j's jar files; fetched by Maven when it is not there yet, some 120 MB.
 *
 * Maven fills a temporary folder beside it that is renamed when complete, so that an interrupted download never counts
 * and two at once do no harm.
 *
 * @throws TellableError MAVEN_MISSING or DOWNLOAD_FAILED.
 */
export async function ensureNeo4jJars(env: NodeJS.ProcessEnv, onProgress: (line: string) => void): Promise<string> {
  const version = await pinnedVersion();
  const cache = cacheFolder(env);
  const jars = join(cache, `neo4j-${version}`);
  if (await exists(jars)) return jars;

  onProgress(`Fetching Neo4j ${version} with Maven into ${cache} (once, about 120 MB) ...`);
  await mkdir(cache, { recursive: true });
  await removeLeftovers(cache);
  const unfinished = await mkdtemp(`${jars}.unfinished-`);
  try {
    await downloadInto(unfinished, env, onProgress);
    await rename(unfinished, jars).catch(async (error: unknown) => {
      if (!(await exists(jars))) throw error; // else another start finished first, with the same content
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
      'Maven was not found. Chancery fetches its own Neo4j with it, once. Install Maven (https://maven.apache.org, or ' +
        '`apt install maven`, or `brew install maven`) and start again. Or set NEO4J_URI to use a Neo4j that runs elsewhere.',
    );
  }
  if (result.code !== 0) {
    const reason = /^\[ERROR\] (.+)$/m.exec(result.output)?.[1] ?? 'nothing';
    throw new ClientError(
      'DOWNLOAD_FAILED',
      'Maven could not fetch Neo4j. Check the network, and the mirrors and proxies in ~/.m2/settings.xml, then start ' +
        `again; what has arrived is kept. Maven said: ${reason}`,
    );
  }
}

/** Removes what interrupted downloads have left; one that still goes on is younger. */
async function removeLeftovers(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    if (!name.includes('.unfinished-')) continue;
    const folder = join(cache, name);
    const changed = await stat(folder).catch(() => null); // it may just have been completed
    if (changed !== null && changed.mtimeMs < Date.now() - DAY_MS) await rm(folder, { recursive: true, force: true });
  }
}
