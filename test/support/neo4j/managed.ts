import { rmSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockHome, resolveHome } from '../../../src/graph/managed/home.ts';
import { type ManagedNeo4j, startManaged } from '../../../src/graph/managed/managed.ts';
import { killOrphans, isAlive } from '../../../src/graph/managed/orphans.ts';
import { MEMORY, SETTINGS, type Throwaway, makeThrowawayFolder, makerOf } from './throwaway.ts';

/**
 * Starts managed Neo4j in folders of their own. The first brings the jar files, once, and the archive of their classes, with which
 * the others and all that tests start take a third less processor time.
 */
export function startManagedThrowaways(count: number): Promise<Throwaway>[] {
  const first = startOne();
  const prepared = first.then((neo4j) => neo4j.prepareFastStart()).catch(() => {}); // `first` tells why, or it is slower
  return Array.from({ length: count }, async (_, index) => {
    const [throwaway] = await Promise.all([index === 0 ? first : first.then(startOne), prepared]);
    return throwaway;
  });
}

async function startOne(): Promise<Throwaway & Pick<ManagedNeo4j, 'prepareFastStart'>> {
  const folder = makeThrowawayFolder();
  // Should the run end without having removed it, Neo4j ends with this process and the folder with it.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const neo4j = await startManaged({
    folder,
    onProgress: () => {},
    memory: MEMORY,
    settings: SETTINGS,
    env: process.env,
  });
  const { uri, username, password } = neo4j;
  return {
    address: { uri, username, password },
    prepareFastStart: () => neo4j.prepareFastStart(),
    remove: async () => {
      await neo4j.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Ends the databases that runs before this one left behind when they were killed, and removes their folders. One whose
 * maker lives, or that is held by a process that lives, belongs to a run beside this one.
 *
 * @returns How many folders there were.
 */
export async function removeManagedLeftovers(): Promise<number> {
  const names = await readdir(tmpdir());
  const removed = names.map(async (name) => {
    const maker = makerOf(name);
    if (maker === undefined || isAlive(maker)) return false;
    const home = resolveHome(join(tmpdir(), name));
    const letGo = await lockHome(home).catch(() => undefined);
    if (letGo === undefined) return false;
    await killOrphans(home.neo4j, 0);
    letGo();
    await rm(home.folder, { recursive: true, force: true });
    return true;
  });
  return (await Promise.all(removed)).filter(Boolean).length;
}
