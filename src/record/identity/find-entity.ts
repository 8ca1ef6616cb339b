import { type Tx } from '../../graph/database.ts';
import { cypherRevisions } from '../../storage/revisions.ts';
import { findByRef } from '../resolve/lookups.ts';
import { isReference, notFoundMessage, suggestionsFor } from '../resolve/suggestions.ts';
import { type Problem } from '../input/problem.ts';
import { type TypeName, formatChoice, entityTypes, withArticle } from '../../domain/node-types.ts';

/** An entity that the input refers to. */
export interface FoundEntity {
  id: string;
  key: string;
  type: TypeName;
}

/** What can be merged: everything with an identity of its own. Facts depend on their endpoints, claims on their content. */
export const mergeableTypes: readonly TypeName[] = [...entityTypes, 'Document', 'AnonymousSource'];

const REMOVED = `MATCH (x:Tombstone) WHERE x.id = $ref OR x.key = $ref
OPTIONAL MATCH (x)-[m:MERGED_INTO|SHELVED]->(into) WHERE type(m) = 'MERGED_INTO' OR m.was = 'MERGED_INTO'
OPTIONAL MATCH ${cypherRevisions('x', 'r')}
WITH x, into, r ORDER BY r.version DESC
WITH x, into, collect(r)[0] AS r
RETURN x.id AS id, x.key AS key, x.typeName AS type, x.deletedWith AS deletedWith, into.key AS into, r.at AS at, r.by AS by,
  r.reason AS reason LIMIT 1`;

/** A merged or deleted entity: a tombstone. */
export interface RemovedEntity extends FoundEntity {
  /** The id of the entity it was deleted with; null if it was merged. */
  deletedWith: string | null;
  /** The key of what it was merged into; null if it was deleted. */
  into: string | null;
  at: string;
  by: string;
  reason: string | null;
}

/** The tombstone with this id or key, if there is one. */
export async function findRemoved(tx: Tx, ref: string): Promise<RemovedEntity | undefined> {
  const [removed] = await tx.run<RemovedEntity>(REMOVED, { ref });
  return removed;
}

/**
 * Finds the entity with this key or id.
 *
 * @param path The argument that gives it.
 * @param types The allowed types.
 */
export async function findEntity(
  tx: Tx,
  ref: string,
  path: string,
  types: readonly TypeName[],
): Promise<{ found: FoundEntity; problems: [] } | { found: null; problems: [Problem] }> {
  const problem = (code: Problem['code'], message: string, suggestions: string[] = []) => ({
    found: null,
    problems: [{ code, path: [path], message, suggestions }] as [Problem],
  });
  const removed = await findRemoved(tx, ref);
  if (removed) return problem('NOT_ALLOWED', removedMessage(ref, removed), removed.into === null ? [] : [removed.into]);
  const found = (await findByRef(tx, [ref])).get(ref);
  if (found === undefined) {
    const [suggestions] = await suggestionsFor(tx, [{ ref, to: types }], new Map());
    const code = isReference(ref) ? 'NOT_FOUND' : 'INVALID';
    return problem(code, notFoundMessage(ref, types, suggestions!), suggestions);
  }
  if (!types.includes(found.type))
    return problem('INVALID', `${ref} is ${withArticle(found.type)}; expected ${formatChoice(types)}`);
  return { found: { id: found.id, key: found.key, type: found.type }, problems: [] };
}

/** How the entity was removed, and how to undo that. */
export function removedMessage(ref: string, { into, at, by, reason }: RemovedEntity): string {
  const why = reason === null ? '' : `: "${reason}"`;
  return into === null
    ? `${ref} was deleted by ${by} (${at})${why}; use restoreEntity to restore it`
    : `${ref} was merged into ${into} by ${by} (${at})${why}; use ${into}, or undo the merge with unmergeEntities`;
}
