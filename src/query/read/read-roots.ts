import { type Database, type ReadOptions } from '../../graph/database.ts';
import { type BoundArguments } from '../ir/bound-arguments.ts';
import { type CompiledQuery } from '../plan/compile.ts';
import { type RootPlan } from '../ir/field-plan.ts';
import { type Tuple } from '../ir/reader.ts';

/** What a root field reads: its statement, and the calls whose values are the parameters. */
export interface RootStatement {
  root: RootPlan;
  compiled: CompiledQuery;
  boundArguments: readonly BoundArguments[];
}

/** A way to read the tuples of the root fields of one operation. */
export type RootReader = (
  database: Database,
  statements: readonly RootStatement[],
  options: ReadOptions,
) => Promise<Map<RootStatement, Tuple>>;

/**
 * Reads the tuples of the root fields of one operation, so that all of it shows one state of the graph.
 *
 * @returns The tuple of each root; none where the thing it starts from is not there.
 */
export async function readRoots(
  database: Database,
  statements: readonly RootStatement[],
  options: ReadOptions,
): Promise<Map<RootStatement, Tuple>> {
  const nonEmpty = nonEmptyStatements(statements);
  const rows = await fetchRows(database, nonEmpty, options);
  return tuplesByRoot(
    statements,
    nonEmpty.map(({ compiled }, index) => toTuple(rows[index]!, compiled)),
  );
}

/** Those that ask the graph for something. */
export function nonEmptyStatements(statements: readonly RootStatement[]): readonly RootStatement[] {
  return statements.filter(({ compiled }) => compiled.root);
}

/** The tuples of those that ask the graph, with those of all others. */
export function tuplesByRoot(
  statements: readonly RootStatement[],
  readTuples: readonly (Tuple | undefined)[],
): Map<RootStatement, Tuple> {
  // What asks the graph for nothing, such as only the name of a connection's type, reads an empty tuple.
  const tuples = new Map(statements.filter(({ compiled }) => !compiled.root).map((each) => [each, [] as Tuple]));
  nonEmptyStatements(statements).forEach((statement, index) => {
    const tuple = readTuples[index];
    if (tuple) tuples.set(statement, tuple);
  });
  return tuples;
}

/** One statement is read the quick way; several share a transaction, and are sent without waiting for each other. */
async function fetchRows(database: Database, all: readonly RootStatement[], options: ReadOptions): Promise<Tuple[][]> {
  const [only, ...others] = all;
  if (only === undefined) return [];
  if (others.length === 0) {
    const statement = { cypher: only.compiled.text, columns: ['d'] };
    return [
      (await database.queryRows(statement, toParameters(only.compiled, only.boundArguments), options)).map(
        ([d]) => d as Tuple,
      ),
    ];
  }
  return database.read(
    (tx) =>
      Promise.all(
        all.map(async (statement) => {
          const rows = await tx.rows(
            statement.compiled.text,
            toParameters(statement.compiled, statement.boundArguments),
          );
          return rows.map(([d]) => d as Tuple);
        }),
      ),
    options,
  );
}

/** The parameters of what was written, by name, with the values that these calls have. */
export function toParameters(
  { parameters }: Pick<CompiledQuery, 'parameters'>,
  boundArguments: readonly BoundArguments[],
): Record<string, unknown> {
  const values = parameters.map(
    ({ argumentsIndex, valueIndex }) => boundArguments[argumentsIndex]!.parameters[valueIndex],
  );
  return Object.fromEntries(values.map((value, index) => [`p${index}`, value]));
}

/** Puts the items that came as rows of their own where they belong. */
export function toTuple(
  rows: readonly Tuple[],
  { hasHead, streamed }: Pick<CompiledQuery, 'hasHead' | 'streamed'>,
): Tuple | undefined {
  const rootRow = hasHead ? rows[0] : [];
  if (rootRow === undefined || streamed === undefined) return rootRow;
  const tuple = [...rootRow];
  tuple[streamed] = hasHead ? rows.slice(1) : rows;
  return tuple;
}
