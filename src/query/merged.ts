import { type Database, type ReadOptions } from '../graph/database.ts';
import { kindOfRef, referringCall } from './fields/call.ts';
import { compile } from './plan/compile.ts';
import { type ReadTuples, type Statement } from './reading.ts';
import { FIND_MERGED } from './statement/lookups.ts';

/**
 * Reads in the same way, and where nothing has a reference any more, looks whether what had it was merged: then all is read
 * again with the id of what it was merged into, so that the answer still shows one state of the graph.
 */
export function followingMerged(read: ReadTuples): ReadTuples {
  const follow: ReadTuples = async (database, statements, options) => {
    const tuples = await read(database, statements, options);
    const lost = statements.filter((statement) => !tuples.has(statement) && refOf(statement) !== undefined);
    if (lost.length === 0) return tuples;
    const ids = await mergedInto(database, lost.map(refOf), options);
    if (ids.size === 0) return tuples;
    const moved = new Map(statements.map((statement) => [movedTo(statement, ids.get(refOf(statement))), statement]));
    const found = await follow(database, [...moved.keys()], options);
    return new Map([...found].map(([statement, tuple]) => [moved.get(statement)!, tuple]));
  };
  return follow;
}

/** The reference that a statement starts from, an id where only that is one; undefined for one that starts from something else. */
function refOf({ root, calls, compiled }: Statement): unknown {
  const by = root.field.mapping?.thing?.by;
  if (!compiled.root || (by !== 'ref' && by !== 'id')) return undefined;
  const [ref] = calls[root.field.call!]!.values;
  return by === 'ref' || kindOfRef(ref) === 'id' ? ref : undefined;
}

async function mergedInto(database: Database, refs: readonly unknown[], options: ReadOptions) {
  const statement = { cypher: FIND_MERGED, columns: ['ref', 'id'] };
  return new Map((await database.rows(statement, { refs }, options)) as [unknown, string][]);
}

/** The same statement for the thing with that id; itself where there is none. */
function movedTo(statement: Statement, id: string | undefined): Statement {
  if (id === undefined) return statement;
  const { root } = statement;
  const own = root.field.call!;
  const calls = statement.calls.with(own, referringCall(statement.calls[own]!.arguments, id));
  return { root, compiled: compile(root, calls), calls };
}
