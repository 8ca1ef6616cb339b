import { type Tx } from '../../graph/database.ts';
import { type WriteOperation, succeeded, rejected } from '../operation/operation.ts';
import { DirtySet } from '../write/dirty-set.ts';
import { type Problem } from '../input/problem.ts';
import { withArticle } from '../../domain/node-types.ts';
import { inBatches } from '../../graph/transactions/batches.ts';
import { type StateChange } from '../write/revisions.ts';
import { type WriteContext } from '../write/write-context.ts';
import { findCollisions, findRelatedFacts, findMergeObstacle } from './fact-collisions.ts';
import { type FoundEntity, findEntity, mergeableTypes } from './find-entity.ts';
import { type Redirect, tagClaims, redirectIncoming, redirectOutgoing } from './redirect-relationships.ts';
import { markAffected, markNamedInValues } from './affected.ts';
import { updatePropositionKeys, updateSlots } from './id-based-keys.ts';
import { toTombstones, deleteDerived, archiveRelationships } from './tombstones.ts';

export interface MergeInput {
  /** The key or id of the entity to keep. */
  keep: string;
  /** The key or id of the entity to merge into it. */
  merge: string;
}

/**
 * Merges one entity into another: relationships of the merged entity are redirected to the kept one and keep their origin.
 * Facts that become the same are merged too, into one fact with the claims of both. The merged entity stays as a tombstone, which
 * redirects its id and key.
 */
export function mergeEntitiesOperation({ keep, merge }: MergeInput): WriteOperation {
  return async (tx, context) => {
    const kept = await findEntity(tx, keep, 'keep', mergeableTypes);
    const merged = await findEntity(tx, merge, 'merge', mergeableTypes);
    if (kept.found === null || merged.found === null) return rejected([...kept.problems, ...merged.problems]);
    const problem = await checkMergeable(tx, kept.found, merged.found);
    if (problem) return rejected([problem]);
    const dirty = new DirtySet();
    const changes = await mergeInto(tx, merged.found, kept.found, context, dirty);
    return succeeded(dirty, changes, { mainNode: kept.found.id, mentionedNodes: [kept.found.id] });
  };
}

async function checkMergeable(tx: Tx, kept: FoundEntity, merged: FoundEntity): Promise<Problem | null> {
  const problem = (code: Problem['code'], message: string): Problem => ({
    code,
    path: ['merge'],
    message,
    suggestions: [],
  });
  if (kept.id === merged.id)
    return problem('INVALID', `keep and merge are both ${merged.key}; give two different entities`);
  if (kept.type !== merged.type) {
    const types = `${kept.key} is ${withArticle(kept.type)}, ${merged.key} is ${withArticle(merged.type)}`;
    return problem('INVALID', `${types}; only entities of the same type can be merged`);
  }
  const obstacle = await findMergeObstacle(tx, merged.id, kept.id);
  return obstacle === null
    ? null
    : problem('NOT_ALLOWED', `${merged.key} cannot be merged into ${kept.key}: ${obstacle}`);
}

const LINK_TOMBSTONES = `UNWIND $rows AS row
MATCH (x:Tombstone {id: row.old}) MATCH (t:Thing {id: row.new})
CREATE (x)-[:MERGED_INTO {sequence: row.sequence, with: row.with}]->(t)`;

async function mergeInto(
  tx: Tx,
  merged: FoundEntity,
  kept: FoundEntity,
  context: WriteContext,
  dirty: DirtySet,
): Promise<StateChange[]> {
  const facts = await findRelatedFacts(tx, merged.id);
  const { mergedFacts, movedFacts } = findCollisions(merged.id, kept.id, facts, await findRelatedFacts(tx, kept.id));
  const tombstoneIds = [merged.id, ...mergedFacts.map(({ fact }) => fact.id)];
  await markAffected(tx, [merged.id, ...facts.map(({ id }) => id)], dirty);
  await markNamedInValues(tx, tombstoneIds, dirty);
  dirty.add(kept.type, kept.id);
  for (const { into } of mergedFacts) dirty.add(into.type, into.id);

  await deleteDerived(tx, tombstoneIds);
  const factRedirects = mergedFacts.map(({ fact, into }): Redirect => ({ old: fact.id, new: into.id }));
  await redirectIncoming(tx, merged.id, factRedirects);
  await tagClaims(
    tx,
    merged.id,
    movedFacts.map(({ id }) => id),
  );
  await archiveRelationships(
    tx,
    mergedFacts.map(({ fact }) => fact.id),
  );
  const redirect: Redirect = { old: merged.id, new: kept.id };
  await redirectIncoming(tx, merged.id, [redirect]);
  await redirectOutgoing(tx, merged.id, [redirect]);
  await toTombstones(tx, tombstoneIds, null);
  const tombstoneLinks = [redirect, ...factRedirects].map((each) => ({
    ...each,
    sequence: context.version,
    with: merged.id,
  }));
  await inBatches(tx, LINK_TOMBSTONES, tombstoneLinks);
  await updateSlots(
    tx,
    movedFacts.map(({ id }) => id),
  );
  await updatePropositionKeys(tx, dirty.of(['Claim']));
  const pairs = [{ from: merged, to: kept }, ...mergedFacts.map(({ fact, into }) => ({ from: fact, to: into }))];
  return pairs.flatMap(({ from, to }): StateChange[] => [
    { id: from.id, isNew: false, operation: 'MERGE', state: { mergedInto: to.key } },
    { id: to.id, isNew: false, operation: 'MERGE', isPartial: true, state: {} },
  ]);
}
