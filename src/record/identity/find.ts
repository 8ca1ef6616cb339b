import { nearest } from '../../domain/identity.ts';
import { type Tx } from '../../graph/database.ts';
import { keysOfType, knownByRef } from '../plan/known.ts';
import { type Problem, meant } from '../problem.ts';
import { type TypeName, choiceOf, entityTypes, withArticle } from '../../domain/thing-types.ts';

/** A thing that somebody points at. */
export interface Found {
  id: string;
  key: string;
  type: TypeName;
}

/** What may be merged: whatever has an identity of its own. Facts follow what they join, claims what they say. */
export const mergeableTypes: readonly TypeName[] = [...entityTypes, 'Document', 'AnonymousSource'];

const GONE = `MATCH (x:Tombstone) WHERE x.id = $ref OR x.key = $ref
OPTIONAL MATCH (x)-[m:MERGED_INTO|SHELVED]->(into) WHERE type(m) = 'MERGED_INTO' OR m.was = 'MERGED_INTO'
OPTIONAL MATCH (x)<-[:REVISES]-(r:Revision)
WITH x, into, r ORDER BY r.version DESC
WITH x, into, collect(r)[0] AS r
RETURN x.id AS id, x.key AS key, x.typeName AS type, x.deletedWith AS deletedWith, into.key AS into, r.at AS at, r.by AS by,
  r.reason AS reason LIMIT 1`;

/** Something that is a tombstone now. */
export interface Gone extends Found {
  /** The id of the entity with which it was deleted; null where it was merged. */
  deletedWith: string | null;
  /** The key of what it was merged into; null where it was deleted. */
  into: string | null;
  at: string;
  by: string;
  reason: string | null;
}

/** The tombstone of this id or key; undefined where there is none. */
export async function goneBy(tx: Tx, ref: string): Promise<Gone | undefined> {
  const [gone] = await tx.run<Gone>(GONE, { ref });
  return gone;
}

/**
 * Finds the one thing that is meant.
 *
 * @param path Where the input points at it.
 * @param types What may stand there.
 */
export async function findOne(
  tx: Tx,
  ref: string,
  path: string,
  types: readonly TypeName[],
): Promise<{ found: Found; problems: [] } | { found: null; problems: [Problem] }> {
  const problem = (code: Problem['code'], message: string, suggestions: string[] = []) => ({
    found: null,
    problems: [{ code, path: [path], message, suggestions }] as [Problem],
  });
  const gone = await goneBy(tx, ref);
  if (gone) return problem('NOT_ALLOWED', goneMessage(ref, gone), gone.into === null ? [] : [gone.into]);
  const found = (await knownByRef(tx, [ref])).get(ref);
  if (found === undefined) {
    const keys = (await Promise.all(types.map((type) => keysOfType(tx, type)))).flat();
    const suggestions = nearest(ref, keys);
    const message = `nothing is known as ${ref}; expected the key or id of ${choiceOf(types)}${meant(suggestions)}`;
    return problem('NOT_FOUND', message, suggestions);
  }
  if (!types.includes(found.type))
    return problem('INVALID', `${ref} is ${withArticle(found.type)}; expected ${choiceOf(types)}`);
  return { found: { id: found.id, key: found.key, type: found.type }, problems: [] };
}

/** What became of something that is no more, and the way out. */
export function goneMessage(ref: string, { into, at, by, reason }: Gone): string {
  const why = reason === null ? '' : `: "${reason}"`;
  return into === null
    ? `${ref} was deleted by ${by} (${at})${why}; restoreEntity brings it back`
    : `${ref} was merged into ${into} by ${by} (${at})${why}; say ${into}, or undo that with unmergeEntities`;
}
