import { type Database, type ReadOptions, type Tx } from '../../graph/database.ts';
import { estimateCost } from '../plan/cost.ts';
import {
  type RootReader,
  type RootStatement,
  nonEmptyStatements,
  readRoots,
  tuplesByRoot,
} from '../read/read-roots.ts';
import { type Tuple } from '../ir/reader.ts';
import { supportsBatching, readRootBatched } from './batched-reader.ts';
import { PlanCacheTracker } from './plan-cache.ts';

/**
 * Reads by the statement of each root field once Neo4j knows its text, and until then level by level, by small statements
 * that it knows: to plan a new text takes it longer than all of them.
 *
 * @returns A reader with a memory of its own.
 */
export function createTieredReader(): RootReader {
  const planCache = new PlanCacheTracker();
  return async (database, statements, options) => {
    if (planCache.isCached(statements)) return readRoots(database, statements, options);
    if (!isCheapBatched(statements)) {
      const tuples = await readRoots(database, statements, options);
      planCache.markCached(statements);
      return tuples;
    }
    const tuples = await readRootsBatched(database, statements, options);
    planCache.warm(database, statements);
    return tuples;
  };
}

/** All things whole, level by level: where there may be more of them, planning is the smaller part. */
const MAX_BATCHED_NODES = 5_000;

function isCheapBatched(statements: readonly RootStatement[]): boolean {
  return canReadBatched(statements) && estimateCost(statements).nodes <= MAX_BATCHED_NODES;
}

/** Whether {@link readRootsBatched} can read these. */
export function canReadBatched(statements: readonly RootStatement[]): boolean {
  return statements.every(({ compiled: { root } }) => root === undefined || supportsBatching(root.layout));
}

/** Reads all levels of all root fields in one transaction, so that they show one state of the graph. */
export async function readRootsBatched(
  database: Database,
  statements: readonly RootStatement[],
  options: ReadOptions,
): Promise<Map<RootStatement, Tuple>> {
  const nonEmpty = nonEmptyStatements(statements);
  if (nonEmpty.length === 0) return tuplesByRoot(statements, []);
  const read = (tx: Tx) => Promise.all(nonEmpty.map((statement) => readRootBatched(tx, statement)));
  return tuplesByRoot(statements, await database.read(read, options));
}
