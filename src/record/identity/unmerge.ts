import { type Tx } from '../../graph/database.ts';
import { type WriteOperation, succeeded, rejected } from '../operation/operation.ts';
import { DirtySet } from '../write/dirty-set.ts';
import { endpointRelationships } from '../../storage/relationships.ts';
import { type Problem } from '../input/problem.ts';
import { type TypeName } from '../../domain/node-types.ts';
import { type StateChange } from '../write/revisions.ts';
import { recordFormerlyConcerned } from '../write/relationships.ts';
import { type WriteContext } from '../write/write-context.ts';
import { findDependentMerges, findLaterMerges } from './dependent-merges.ts';
import { type RemovedEntity, findEntity, findRemoved, removedMessage, mergeableTypes } from './find-entity.ts';
import { type FactSinceMerge, createFactsForKept, findFactsSinceMerge } from './since-merge.ts';
import { undoRedirects, untagClaims } from './redirect-relationships.ts';
import { markAffected, markNamedInValues } from './affected.ts';
import { updatePropositionKeys, updateSlots } from './id-based-keys.ts';
import {
  deleteDerived,
  deleteShortcuts,
  fromTombstones,
  statesBeforeRemoval,
  restoreRelationships,
} from './tombstones.ts';
import { typeFromLabels } from '../../storage/labels.ts';

/** A merge, as stored in the graph. */
interface Merge {
  merged: RemovedEntity;
  kept: { id: string; key: string; type: TypeName };
  sequence: number;
  /** Facts that were merged into other facts. */
  mergedFacts: { old: string; new: string; type: TypeName }[];
  /** Ids of facts that only got another endpoint. */
  movedFacts: string[];
  factsSince: FactSinceMerge[];
}

/**
 * Undoes a merge: the merged entity gets back everything it had, and the rest of the graph stays as it is. What was recorded
 * about the kept entity since the merge stays with it.
 *
 * @param merged The id or key of the merged entity.
 */
export function unmergeEntitiesOperation({ merged }: { merged: string }): WriteOperation {
  return async (tx, context) => {
    const { merge, problems } = await findMerge(tx, merged);
    if (merge === null) return rejected(problems);
    const dirty = new DirtySet();
    const changes = await undoMerge(tx, merge, context, dirty);
    return succeeded(dirty, changes, { mainNode: merge.merged.id, mentionedNodes: [merge.merged.id, merge.kept.id] });
  };
}

const KEPT = `MATCH (:Tombstone {id: $merged})-[m:MERGED_INTO]->(t:Thing)
RETURN t.id AS id, t.key AS key, labels(t) AS labels, m.sequence AS sequence`;

const MERGED_FACTS = `MATCH (x:Tombstone)-[:MERGED_INTO {with: $merged}]->(t:Thing) WHERE x.id <> $merged
RETURN x.id AS old, t.id AS new, x.typeName AS type`;

const MOVED_FACTS = `MATCH (kept:Thing {id: $kept})<-[r:${endpointRelationships.join('|')}]-(f:Thing) WHERE $merged + '|' + $merged IN r.originalTo
RETURN DISTINCT f.id`;

async function findMerge(
  tx: Tx,
  ref: string,
): Promise<{ merge: Merge; problems: [] } | { merge: null; problems: Problem[] }> {
  const reject = (code: Problem['code'], message: string, suggestions: string[] = []) => ({
    merge: null,
    problems: [{ code, path: ['merged'], message, suggestions }],
  });
  const merged = await findRemoved(tx, ref);
  if (merged === undefined) {
    const { found, problems } = await findEntity(tx, ref, 'merged', mergeableTypes);
    if (found === null) return { merge: null, problems };
    return reject('NOT_ALLOWED', `${found.key} is not merged into anything; give the id of the merged entity`);
  }
  if (merged.into === null) return reject('NOT_ALLOWED', removedMessage(ref, merged));
  if (!mergeableTypes.includes(merged.type))
    return reject(
      'NOT_ALLOWED',
      `${ref} was merged into ${merged.into} because its endpoint was merged; undo that merge instead`,
    );

  const [kept] = await tx.run<{ id: string; key: string; labels: string[]; sequence: number }>(KEPT, {
    merged: merged.id,
  });
  const { merges, deleted } = await findDependentMerges(tx, merged.id, kept?.id ?? null, kept?.sequence ?? 0);
  if (deleted.length > 0) {
    const message = `${merged.key} was merged into an entity that is deleted; first restore ${deleted.join(', ')} with restoreEntity`;
    return reject('NOT_ALLOWED', message, deleted);
  }
  const { id, key, sequence, labels } = kept!;
  const movedFacts = (await tx.rows(MOVED_FACTS, { merged: merged.id, kept: id })).map(([fact]) => fact as string);
  const factsSince = await findFactsSinceMerge(tx, merged.id, movedFacts);
  const laterMerges = await findLaterMerges(
    tx,
    factsSince.map((fact) => fact.id),
    sequence,
  );
  const blocking = [...new Set([...merges, ...laterMerges])];
  if (blocking.length > 0) {
    const message = `later merges depend on this one; first undo the merge of ${blocking.join(', then of ')}`;
    return reject('NOT_ALLOWED', message, blocking);
  }
  const mergedFacts = await tx.run<Merge['mergedFacts'][number]>(MERGED_FACTS, { merged: merged.id });
  return {
    merge: { merged, kept: { id, key, type: typeFromLabels(labels)! }, sequence, mergedFacts, movedFacts, factsSince },
    problems: [],
  };
}

const DELETE_MERGED_INTO = 'UNWIND $ids AS id MATCH (:Tombstone {id: id})-[m:MERGED_INTO]->() DELETE m';

async function undoMerge(
  tx: Tx,
  { merged, kept, mergedFacts, movedFacts, factsSince }: Merge,
  context: WriteContext,
  dirty: DirtySet,
): Promise<StateChange[]> {
  const targets = mergedFacts.map((each) => each.new);
  const restoredIds = [merged.id, ...mergedFacts.map(({ old }) => old)];
  const statesBefore = await statesBeforeRemoval(tx, restoredIds);
  dirty.add(kept.type, kept.id);
  await markAffected(tx, [...movedFacts, ...targets], dirty);
  await deleteShortcuts(tx, movedFacts);
  const newFacts = await createFactsForKept(tx, merged.id, factsSince, context);
  await tx.rows(DELETE_MERGED_INTO, { ids: restoredIds });
  await fromTombstones(tx, restoredIds);
  await deleteDerived(tx, restoredIds);
  await undoRedirects(tx, merged.id, [{ old: merged.id, new: kept.id }, ...mergedFacts]);
  await restoreRelationships(
    tx,
    mergedFacts.map(({ old }) => old),
  );
  await untagClaims(tx, merged.id, movedFacts);

  await markAffected(tx, [...restoredIds, ...movedFacts, ...newFacts.map(({ id }) => id)], dirty);
  await markNamedInValues(tx, restoredIds, dirty);
  await updateSlots(tx, [...movedFacts, ...mergedFacts.map(({ old }) => old), ...newFacts.map(({ id }) => id)]);
  await updatePropositionKeys(tx, dirty.of(['Claim']));
  await recordFormerlyConcerned(tx, dirty.of(['Claim']));
  return [
    ...restoredIds.map((id): StateChange => ({ id, isNew: false, operation: 'UNMERGE', state: statesBefore.get(id)! })),
    ...[kept.id, ...targets].map((id): StateChange => ({
      id,
      isNew: false,
      operation: 'UNMERGE',
      isPartial: true,
      state: {},
    })),
  ];
}
