import { type Database, type ReadOptions } from '../graph/database.ts';
import { type Call } from './fields/call.ts';
import { type Compiled } from './plan/compile.ts';
import { type PlannedRoot } from './plan/planned.ts';
import { type Row } from './response/read.ts';

/** What a root field reads: its statement, and the calls whose values are the parameters. */
export interface Statement {
  root: PlannedRoot;
  compiled: Compiled;
  calls: readonly Call[];
}

/**
 * Reads the tuples of the root fields of one operation, so that all of it shows one state of the graph.
 *
 * @returns The tuple of each root; none where the thing it starts from is not there.
 */
export async function readTuples(
  database: Database,
  statements: readonly Statement[],
  options: ReadOptions,
): Promise<Map<Statement, Row>> {
  const asking = statements.filter(({ compiled }) => compiled.text !== '');
  const rows = await rowsOf(database, asking, options);
  // What asks the graph for nothing, such as only the name of a connection's type, reads an empty tuple.
  const tuples = new Map(statements.filter(({ compiled }) => compiled.text === '').map((each) => [each, [] as Row]));
  asking.forEach((statement, index) => {
    const tuple = tupleOf(rows[index]!, statement.compiled);
    if (tuple) tuples.set(statement, tuple);
  });
  return tuples;
}

/** One statement is read the quick way; several share a transaction, and are sent without waiting for each other. */
async function rowsOf(database: Database, all: readonly Statement[], options: ReadOptions): Promise<Row[][]> {
  const [only, ...others] = all;
  if (only === undefined) return [];
  if (others.length === 0) {
    const statement = { cypher: only.compiled.text, columns: ['d'] };
    return [(await database.rows(statement, parametersOf(only), options)).map(([d]) => d as Row)];
  }
  return database.read(
    (tx) =>
      Promise.all(
        all.map(async (statement) => {
          const rows = await tx.rows(statement.compiled.text, parametersOf(statement));
          return rows.map(([d]) => d as Row);
        }),
      ),
    options,
  );
}

function parametersOf({ compiled, calls }: Statement): Record<string, unknown> {
  const values = compiled.parameters.map(({ call, index }) => calls[call]!.values[index]);
  return Object.fromEntries(values.map((value, number) => [`p${number}`, value]));
}

/** Puts the items that came as rows of their own where they belong. */
function tupleOf(rows: readonly Row[], { hasHead, streamed }: Compiled): Row | undefined {
  const head = hasHead ? rows[0] : [];
  if (head === undefined || streamed === undefined) return head;
  const tuple = [...head];
  tuple[streamed] = hasHead ? rows.slice(1) : rows;
  return tuple;
}
