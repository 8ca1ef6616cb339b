import { type Database, type ReadOptions, type Tx } from '../../graph/database.ts';
import { costOf } from '../plan/cost.ts';
import { type ReadTuples, type Statement, askingOf, readTuples, tuplesBy } from '../reading.ts';
import { type Row } from '../response/read.ts';
import { hasLevels, readByLevels } from './levels.ts';
import { Primer } from './primer.ts';

/**
 * Reads by the statement of each root field once Neo4j knows its text, and until then level by level, by small statements
 * that it knows: to plan a new text takes it longer than all of them.
 *
 * @returns A reader with a memory of its own.
 */
export function tieredReader(): ReadTuples {
  const primer = new Primer();
  return async (database, statements, options) => {
    if (primer.knows(statements)) return readTuples(database, statements, options);
    if (!isSoonReadByLevels(statements)) {
      const tuples = await readTuples(database, statements, options);
      primer.learnt(statements);
      return tuples;
    }
    const tuples = await readLevels(database, statements, options);
    primer.prime(database, statements);
    return tuples;
  };
}

/** All things whole, level by level: where there may be more of them, planning is the smaller part. */
const MOST_THINGS = 5_000;

function isSoonReadByLevels(statements: readonly Statement[]): boolean {
  return isReadByLevels(statements) && costOf(statements).things <= MOST_THINGS;
}

/** Whether {@link readLevels} can read these. */
export function isReadByLevels(statements: readonly Statement[]): boolean {
  return statements.every(({ compiled: { root } }) => root === undefined || hasLevels(root.selection));
}

/** Reads all levels of all root fields in one transaction, so that they show one state of the graph. */
export async function readLevels(
  database: Database,
  statements: readonly Statement[],
  options: ReadOptions,
): Promise<Map<Statement, Row>> {
  const asking = askingOf(statements);
  if (asking.length === 0) return tuplesBy(statements, []);
  const read = (tx: Tx) => Promise.all(asking.map((statement) => readByLevels(tx, statement)));
  return tuplesBy(statements, await database.read(read, options));
}
