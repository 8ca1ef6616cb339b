import { type ReadOptions, type Reads } from '../../graph/database.ts';
import { refKind, refArguments } from '../ir/bound-arguments.ts';
import { compileRoot } from '../plan/compile.ts';
import { type RootReader, type RootStatement } from './read-roots.ts';
import { FIND_MERGE_TARGETS } from '../statement/lookups.ts';

/**
 * Follows merges: where a root node is not found, because it was merged into another, everything is read again with the id of
 * the node that remains. Reading everything again keeps the response on one state of the graph.
 */
export function withMergeRedirects(read: RootReader): RootReader {
  const readWithRedirects: RootReader = async (database, statements, options) => {
    const tuples = await read(database, statements, options);
    const notFound = statements.filter((statement) => !tuples.has(statement) && refOf(statement) !== undefined);
    if (notFound.length === 0) return tuples;
    const targets = await findMergeTargets(database, notFound.map(refOf), options);
    if (targets.size === 0) return tuples;
    const redirected = new Map(
      statements.map((statement) => [redirect(statement, targets.get(refOf(statement))), statement]),
    );
    const redirectedTuples = await readWithRedirects(database, [...redirected.keys()], options);
    return new Map([...redirectedTuples].map(([statement, tuple]) => [redirected.get(statement)!, tuple]));
  };
  return readWithRedirects;
}

/** The reference that a statement starts from; undefined where it starts from nothing or by other means. */
function refOf({ root, boundArguments, compiled }: RootStatement): unknown {
  const by = root.field.mapping?.rootNode?.by;
  if (!compiled.root || (by !== 'ref' && by !== 'id')) return undefined;
  const [ref] = boundArguments[root.field.argumentsIndex!]!.parameters;
  return by === 'ref' || refKind(ref) === 'id' ? ref : undefined;
}

async function findMergeTargets(database: Reads, refs: readonly unknown[], options: ReadOptions) {
  const statement = { cypher: FIND_MERGE_TARGETS, columns: ['ref', 'id'] };
  return new Map((await database.queryRows(statement, { refs }, options)) as [unknown, string][]);
}

/** The same statement for the node with that id; unchanged without an id. */
function redirect(statement: RootStatement, id: string | undefined): RootStatement {
  if (id === undefined) return statement;
  const { root } = statement;
  const argumentsIndex = root.field.argumentsIndex!;
  const boundArguments = statement.boundArguments.with(
    argumentsIndex,
    refArguments(statement.boundArguments[argumentsIndex]!.arguments, id),
  );
  return { root, compiled: compileRoot(root, boundArguments), boundArguments };
}
