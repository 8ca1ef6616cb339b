import { type ReadOptions, type Reads, type Tx } from '../../graph/database.ts';
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
 * Reads by one statement per root field if Neo4j has a plan for it, and otherwise in batches, by small static statements that it
 * has plans for: planning a new text takes longer than running all of them.
 *
 * @param background Where statements are run only to be planned: what an operation reads from may be a transaction that is over by then.
 * @returns A reader with its own record of planned statements.
 */
export function createTieredReader(background: Reads): RootReader {
  const planCache = new PlanCacheTracker(background);
  return async (database, statements, options) => {
    if (planCache.isCached(statements)) return readRoots(database, statements, options);
    if (!isCheapBatched(statements)) {
      const tuples = await readRoots(database, statements, options);
      planCache.markCached(statements);
      return tuples;
    }
    const tuples = await readRootsBatched(database, statements, options);
    planCache.warm(statements);
    return tuples;
  };
}

/** The batched reader reads full nodes: for more of them than this, planning would be the smaller cost. */
const MAX_BATCHED_NODES = 5_000;

function isCheapBatched(statements: readonly RootStatement[]): boolean {
  if (!canReadBatched(statements)) return false;
  const { total, others } = estimateCost(statements);
  return total - others <= MAX_BATCHED_NODES;
}

/** Whether {@link readRootsBatched} can read these statements. */
export function canReadBatched(statements: readonly RootStatement[]): boolean {
  return statements.every(({ compiled: { root } }) => root === undefined || supportsBatching(root.layout));
}

/** Reads all root fields in batches, in one transaction, so that they see the same state of the graph. */
export async function readRootsBatched(
  database: Reads,
  statements: readonly RootStatement[],
  options: ReadOptions,
): Promise<Map<RootStatement, Tuple>> {
  const nonEmpty = nonEmptyStatements(statements);
  if (nonEmpty.length === 0) return tuplesByRoot(statements, []);
  const read = (tx: Tx) => Promise.all(nonEmpty.map((statement) => readRootBatched(tx, statement)));
  return tuplesByRoot(statements, await database.read(read, options));
}
