import { rename, rm } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { randomBytes } from 'node:crypto';
import { exists } from './exists.ts';
import { type Installation, findFreePort, setInitialPassword, startNeo4j } from './neo4j-process.ts';
import { killOrphans } from './orphans.ts';

/** An empty database needs little. */
const MEMORY = { heap: 256, pageCache: 16 };

/**
 * Makes the archive of Neo4j's classes for this Java, unless there is one: with it a start takes a third less of the
 * processor's time. For that a second Neo4j is started and stopped, with an empty database of its own in `scratch`; it takes
 * some ten seconds at the lowest priority, so this is for when nobody waits.
 *
 * Made beside its place and then renamed, so that an interrupted one never counts and two at once do no harm.
 *
 * @param signal Breaks it off.
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
    neo4j.kill('SIGTERM'); // it writes the archive when it ends
    await neo4j.ended;
    signal.throwIfAborted();
    await rename(unfinished, cdsArchive);
  } finally {
    await rm(unfinished, { force: true });
    await removeScratch(scratch);
  }
}

/** Removes what an interrupted {@link createCdsArchive} has left there. */
export async function removeScratch(scratch: string): Promise<void> {
  await killOrphans(scratch, 0);
  await rm(scratch, { recursive: true, force: true });
}

/** Java says nothing about an archive that does not fit or is not there: it starts without. */
const QUIET_OPTIONS = ['-Xlog:cds=off', '-Xlog:cds+dynamic=off'];

/** The options with which Java takes classes from the archive, where there is one that fits. */
export function cdsOptions(cdsArchive: string): string[] {
  return [`-XX:SharedArchiveFile=${cdsArchive}`, '-Xshare:auto', ...QUIET_OPTIONS];
}

/** Where the archive lies: beside the jar files that it was made from, one for each build of Java. */
export function cdsArchivePath(jars: string, javaBuild: string): string {
  return `${jars}-java-${javaBuild.replaceAll(/[^\w.+-]/g, '-')}.jsa`;
}
