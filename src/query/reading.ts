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

/** A way to read the tuples of the root fields of one operation. */
export type ReadTuples = (
  database: Database,
  statements: readonly Statement[],
  options: ReadOptions,
) => Promise<Map<Statement, Row>>;

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
  const asking = askingOf(statements);
  const rows = await rowsOf(database, asking, options);
  return tuplesBy(
    statements,
    asking.map(({ compiled }, index) => tupleOf(rows[index]!, compiled)),
  );
}

/** Those that ask the graph for something. */
export function askingOf(statements: readonly Statement[]): readonly Statement[] {
  return statements.filter(({ compiled }) => compiled.root);
}

/** The tuples of those that ask the graph, with those of all others. */
export function tuplesBy(statements: readonly Statement[], read: readonly (Row | undefined)[]): Map<Statement, Row> {
  // What asks the graph for nothing, such as only the name of a connection's type, reads an empty tuple.
  const tuples = new Map(statements.filter(({ compiled }) => !compiled.root).map((each) => [each, [] as Row]));
  askingOf(statements).forEach((statement, index) => {
    const tuple = read[index];
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
    return [(await database.rows(statement, parametersOf(only.compiled, only.calls), options)).map(([d]) => d as Row)];
  }
  return database.read(
    (tx) =>
      Promise.all(
        all.map(async (statement) => {
          const rows = await tx.rows(statement.compiled.text, parametersOf(statement.compiled, statement.calls));
          return rows.map(([d]) => d as Row);
        }),
      ),
    options,
  );
}

/** The parameters of what was written, by name, with the values that these calls have. */
export function parametersOf(
  { parameters }: Pick<Compiled, 'parameters'>,
  calls: readonly Call[],
): Record<string, unknown> {
  const values = parameters.map(({ call, index }) => calls[call]!.values[index]);
  return Object.fromEntries(values.map((value, number) => [`p${number}`, value]));
}

/** Puts the items that came as rows of their own where they belong. */
export function tupleOf(
  rows: readonly Row[],
  { hasHead, streamed }: Pick<Compiled, 'hasHead' | 'streamed'>,
): Row | undefined {
  const head = hasHead ? rows[0] : [];
  if (head === undefined || streamed === undefined) return head;
  const tuple = [...head];
  tuple[streamed] = hasHead ? rows.slice(1) : rows;
  return tuple;
}
