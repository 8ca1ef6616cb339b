import { type ReadOptions, type Reads } from '../../graph/database.ts';
import { type BoundArguments } from '../ir/bound-arguments.ts';
import { type ComputedValues } from '../ir/computed.ts';
import { type CompiledQuery } from '../plan/compile.ts';
import { type RootPlan } from '../ir/field.ts';
import { type Tuple } from '../ir/reader.ts';
import { toParameters } from '../statement/parameters.ts';

/** The statement of a root field, with the arguments that its parameters come from. */
export interface RootStatement {
  root: RootPlan;
  compiled: CompiledQuery;
  boundArguments: readonly BoundArguments[];
  /** Of a root field that is computed. */
  computed?: ComputedValues | null;
}

/** Reads the tuples of the root fields of one operation. A root node that does not exist has no tuple. */
export type RootReader = (
  database: Reads,
  statements: readonly RootStatement[],
  options: ReadOptions,
) => Promise<Map<RootStatement, Tuple>>;

/** Reads by one statement per root field, all of which see the same state of the graph. */
export async function readRoots(
  database: Reads,
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

/** The statements that have to be sent. */
export function nonEmptyStatements(statements: readonly RootStatement[]): readonly RootStatement[] {
  return statements.filter(({ compiled }) => compiled.root);
}

/** The tuples that were read for {@link nonEmptyStatements}, together with those of all other statements. */
export function tuplesByRoot(
  statements: readonly RootStatement[],
  readTuples: readonly (Tuple | undefined)[],
): Map<RootStatement, Tuple> {
  // A root field that reads nothing, such as only the __typename of a connection, has an empty tuple.
  const tuples = new Map(statements.filter(({ compiled }) => !compiled.root).map((each) => [each, [] as Tuple]));
  nonEmptyStatements(statements).forEach((statement, index) => {
    const tuple = readTuples[index];
    if (tuple) tuples.set(statement, tuple);
  });
  return tuples;
}

/** A single statement needs no explicit transaction; several share one, and are sent without waiting for each other. */
async function fetchRows(database: Reads, all: readonly RootStatement[], options: ReadOptions): Promise<Tuple[][]> {
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

/** Puts streamed items back into the tuple of their root. */
export function toTuple(
  rows: readonly Tuple[],
  { hasRootRow, streamedSlot }: Pick<CompiledQuery, 'hasRootRow' | 'streamedSlot'>,
): Tuple | undefined {
  const rootRow = hasRootRow ? rows[0] : [];
  if (rootRow === undefined || streamedSlot === undefined) return rootRow;
  const tuple = [...rootRow];
  tuple[streamedSlot] = hasRootRow ? rows.slice(1) : rows;
  return tuple;
}
