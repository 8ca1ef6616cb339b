import { rename, rm } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { randomBytes } from 'node:crypto';
import { exists } from './exists.ts';
import { type Installation, findFreePort, setInitialPassword, startNeo4j } from './neo4j-process.ts';
import { killOrphans } from './orphans.ts';

/** An empty database needs little. */
const MEMORY = { heap: 256, pageCache: 16 };

/**
 * Creates the archive for class data sharing (AppCDS) of Neo4j with this Java, unless it exists. With it, a start takes a third
 * less CPU time. To create it, a second Neo4j with an empty database in `scratch` is started and stopped: about ten seconds at
 * the lowest priority, so this runs in the background.
 *
 * The archive is written to a temporary file and renamed, so that interrupted and concurrent runs are safe.
 *
 * @param signal Cancels it.
 */
export async function createCdsArchive(
  installation: Installation,
  scratch: string,
  signal: AbortSignal,
): Promise<void> {
  const { cdsArchive } = installation;
  if (await exists(cdsArchive)) return;
  const unfinished = `${cdsArchive}.unfinished-${process.pid}`;
  const empty = { ...installation, home: scratch, memory: MEMORY };
  try {
    await setInitialPassword(empty, randomBytes(24).toString('base64url'));
    signal.throwIfAborted();
    const neo4j = await startNeo4j(empty, await findFreePort(), [
      `-XX:ArchiveClassesAtExit=${unfinished}`,
      ...QUIET_OPTIONS,
    ]);
    setPriority(neo4j.pid, constants.priority.PRIORITY_LOW);
    const abort = () => neo4j.kill('SIGKILL');
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    neo4j.kill('SIGTERM'); // the JVM writes the archive when it exits
    await neo4j.ended;
    signal.throwIfAborted();
    await rename(unfinished, cdsArchive);
  } finally {
    await rm(unfinished, { force: true });
    await removeScratch(scratch);
  }
}

/** Cleans up after an interrupted {@link createCdsArchive}. */
export async function removeScratch(scratch: string): Promise<void> {
  await killOrphans(scratch, 0);
  await rm(scratch, { recursive: true, force: true });
}

/** No warnings about an archive that is missing or does not match: Java then starts without it. */
const QUIET_OPTIONS = ['-Xlog:cds=off', '-Xlog:cds+dynamic=off'];

/** The options to use the archive, if it exists and matches. */
export function cdsOptions(cdsArchive: string): string[] {
  return [`-XX:SharedArchiveFile=${cdsArchive}`, '-Xshare:auto', ...QUIET_OPTIONS];
}

/** The archive is stored beside the jar files, one for each build of Java. */
export function cdsArchivePath(jars: string, javaBuild: string): string {
  return `${jars}-java-${javaBuild.replaceAll(/[^\w.+-]/g, '-')}.jsa`;
}
