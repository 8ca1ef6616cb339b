import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseAddress } from '../../../src/graph/database.ts';

/** A database of this run, which starts empty and of which nothing stays. */
export interface Throwaway {
  address: DatabaseAddress;
  remove(): Promise<void>;
}

/** Memory of a throwaway database, in MiB. */
export const MEMORY = { heap: 384, pageCache: 64 };

/**
 * Tests empty and refill the same small graph all the time. Neo4j would take the new counts of nodes for a reason to plan
 * every statement again, ten seconds after it last did: most of what a run took. (Neo4j 5.26: "Discarded stale query from the query
 * cache" in debug.log.)
 */
export const SETTINGS = { 'dbms.cypher.min_replan_interval': '24h' };

/** For a Neo4j that lives for seconds: compiling less costs it less. One that serves a whole run gains by compiling well. */
export const SHORT_LIFE = { JDK_JAVA_OPTIONS: '-XX:TieredStopAtLevel=1' };

const PREFIX = 'chancery-throwaway-';

/** Makes a folder for a home; its name tells later runs whose it was, see {@link makerOf}. */
export function makeThrowawayFolder(): string {
  return mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
}

/** The process that made a folder of this name by {@link makeThrowawayFolder}; undefined for any other name. */
export function makerOf(name: string): number | undefined {
  const [, pid] = /^(\d+)-\w{6}$/.exec(name.startsWith(PREFIX) ? name.slice(PREFIX.length) : '') ?? [];
  return pid === undefined ? undefined : Number(pid);
}
