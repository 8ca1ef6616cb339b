import { type Database, type ReadOptions, type Tx } from '../graph/database.ts';
import { type Call } from './fields/call.ts';
import { type Compiled } from './plan/compile.ts';
import { type Row } from './response/read.ts';

/** How often an operation is read again because somebody wrote meanwhile. */
const REPEATS = 2;

const VERSION = 'MATCH (g:Graph) RETURN g.version AS d';

/** What a root field reads: its statement, and the calls whose values are the parameters. */
export interface Statement {
  compiled: Compiled;
  calls: readonly Call[];
}

/**
 * Reads the tuples of the root fields of one operation, in one transaction.
 *
 * Neo4j gives no snapshot: even one statement may see half of another's commit. So the first and last row of each
 * statement is the graph's version; where these are not all the same, somebody wrote meanwhile, and everything is read
 * again, at most twice.
 *
 * @returns The tuple of each root; none where the thing it starts from is not there.
 */
export async function readConsistently(
  database: Database,
  statements: readonly Statement[],
  options: ReadOptions,
): Promise<Map<Statement, Row>> {
  const tuples = new Map<Statement, Row>();
  const asking = statements.filter(({ compiled }) => compiled.text !== '');
  // What asks the graph for nothing, such as only the name of a connection's type, reads an empty tuple.
  for (const statement of statements) if (!asking.includes(statement)) tuples.set(statement, []);
  if (asking.length === 0) return tuples;

  const results = await database.read(async (tx) => {
    for (let repeats = 0; ; repeats++) {
      const results = await Promise.all(asking.map((statement) => run(tx, statement)));
      const versions = new Set(results.flatMap((rows) => [rows[0], rows.at(-1)]));
      if (versions.size === 1 || repeats === REPEATS) return results;
    }
  }, options);
  asking.forEach((statement, index) => {
    const tuple = tupleOf(results[index]!.slice(1, -1) as Row[], statement.compiled);
    if (tuple) tuples.set(statement, tuple);
  });
  return tuples;
}

async function run(tx: Tx, { compiled, calls }: Statement): Promise<unknown[]> {
  const parameters: Record<string, unknown> = {};
  compiled.parameters.forEach(({ call, index }, number) => (parameters[`p${number}`] = calls[call]!.values[index]));
  return (await tx.rows(consistent(compiled.text), parameters)).map(([value]) => value);
}

/** A slotted UNION runs its parts one after the other, so that the second version is read after all else. */
function consistent(text: string): string {
  return `CYPHER runtime=slotted ${VERSION}\nUNION ALL\n${text}\nUNION ALL\n${VERSION}`;
}

/** Puts the items that came as rows of their own where they belong. */
function tupleOf(rows: Row[], { hasHead, streamed }: Compiled): Row | undefined {
  const head = hasHead ? rows[0] : [];
  if (head === undefined || streamed === undefined) return head;
  const tuple = [...head];
  tuple[streamed] = hasHead ? rows.slice(1) : rows;
  return tuple;
}
