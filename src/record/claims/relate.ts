import { areExclusive, isSameRelation } from '../../domain/claims/relation-exclusion.ts';
import { type ClaimRelationType } from '../../domain/vocabulary.generated.ts';
import { type WriteOperation, succeeded, rejected } from '../operation/operation.ts';
import { DirtySet, markClaimsDirty } from '../write/dirty-set.ts';
import { Problems } from '../resolve/problems.ts';
import { findLiveClaims } from './find-live-claims.ts';

const BETWEEN = `MATCH (a:Thing&Claim {id: $from})-[r:RELATES_TO]-(b:Thing&Claim {id: $to}) USING INDEX SEEK a:Thing(id) WHERE r.by <> 'RULE'
RETURN elementId(r) AS element, r.type AS type, r.by AS by, startNode(r) = a AS forward, coalesce(r.replaces, []) AS replaces`;

/** FORMERLY leads as-of queries to the revisions of what was once related. */
const REMOVE = `UNWIND $elements AS element MATCH (a:Claim)-[r:RELATES_TO]->(b:Claim) WHERE elementId(r) = element
MERGE (a)-[:FORMERLY {type: 'RELATES_TO'}]->(b) DELETE r`;

const ADD = `MATCH (a:Thing&Claim {id: $from}) MATCH (b:Thing&Claim {id: $to})
CREATE (a)-[:RELATES_TO {type: $type, by: 'ANALYST', replaces: $replaces}]->(b)`;

interface StoredRelation {
  /** Valid in this transaction only. */
  element: string;
  type: ClaimRelationType;
  by: 'SOURCE' | 'ANALYST';
  forward: boolean;
  replaces: string[];
}

/**
 * Sets the relation of one claim to another by an analyst's decision. It takes precedence over what the rules find, and replaces
 * relations between the two by analysts or sources that are incompatible with it.
 */
export const relateClaimsOperation =
  ({ from: fromRef, type, to: toRef }: { from: string; type: ClaimRelationType; to: string }): WriteOperation =>
  async (tx) => {
    const problems = new Problems();
    const { from, to } = await findLiveClaims(tx, { from: fromRef, to: toRef }, problems);
    if (from !== null && from.id === to?.id)
      problems.invalid(['to'], 'a claim cannot relate to itself; give a different claim');
    if (from === null || to === null || !problems.isEmpty)
      return rejected(await problems.withSuggestions(tx, new Map()));
    const ends = { from: from.id, to: to.id };
    const output = { mainNode: from.id, claims: [from.id, to.id] };
    const dirty = new DirtySet();
    const relation = { type, forward: true };
    const existing = await tx.run<StoredRelation>(BETWEEN, ends);
    if (existing.some((other) => isSameRelation(relation, other))) return succeeded(dirty, [], output);
    const replaced = existing.filter((other) => areExclusive(relation, other));
    await tx.run(REMOVE, { elements: replaced.map(({ element }) => element) });
    await tx.run(ADD, { ...ends, type, replaces: replacedSourceTypes(replaced) });
    await markClaimsDirty(tx, [from.id, to.id], dirty);
    return succeeded(dirty, [], output);
  };

/** The types of source relations that this one replaces, which it keeps; null if there are none. */
function replacedSourceTypes(replaced: readonly StoredRelation[]): string[] | null {
  const types = replaced.flatMap(({ by, type, replaces }) => (by === 'SOURCE' ? [type, ...replaces] : replaces));
  return types.length === 0 ? null : [...new Set(types)].sort();
}
