import { type Database, type ReadOptions } from '../../graph/database.ts';
import { refKind, refArguments } from '../ir/bound-arguments.ts';
import { compileRoot } from '../plan/compile.ts';
import { type RootReader, type RootStatement } from './read-roots.ts';
import { FIND_MERGE_TARGETS } from '../statement/lookups.ts';

/**
 * Reads in the same way, and where nothing has a reference any more, looks whether what had it was merged: then all is read
 * again with the id of what it was merged into, so that the answer still shows one state of the graph.
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

/** The reference that a statement starts from, an id where only that is one; undefined for one that starts from something else. */
function refOf({ root, boundArguments, compiled }: RootStatement): unknown {
  const by = root.field.mapping?.rootNode?.by;
  if (!compiled.root || (by !== 'ref' && by !== 'id')) return undefined;
  const [ref] = boundArguments[root.field.argumentsIndex!]!.parameters;
  return by === 'ref' || refKind(ref) === 'id' ? ref : undefined;
}

async function findMergeTargets(database: Database, refs: readonly unknown[], options: ReadOptions) {
  const statement = { cypher: FIND_MERGE_TARGETS, columns: ['ref', 'id'] };
  return new Map((await database.queryRows(statement, { refs }, options)) as [unknown, string][]);
}

/** The same statement for the thing with that id; itself where there is none. */
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
