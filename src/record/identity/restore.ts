import { type Tx } from '../../graph/database.ts';
import { type WriteOperation, succeeded, rejected } from '../operation/operation.ts';
import { DirtySet } from '../write/dirty-set.ts';
import { endpointRelationships } from '../../storage/relationships.ts';
import { type Problem } from '../input/problem.ts';
import { entityTypes } from '../../domain/node-types.ts';
import { type StateChange } from '../write/revisions.ts';
import { findEntity, findRemoved, removedMessage } from './find-entity.ts';
import { markAffected } from './affected.ts';
import { updatePropositionKeys, updateSlots } from './id-based-keys.ts';
import { fromTombstones, statesBeforeRemoval, restoreRelationships } from './tombstones.ts';

/**
 * Restores a deleted entity, with everything that was deleted with it.
 *
 * @param id Its id or key.
 */
export function restoreEntityOperation({ id: ref }: { id: string }): WriteOperation {
  return async (tx) => {
    const reject = (message: string, suggestions: string[] = []) =>
      rejected([{ code: 'NOT_ALLOWED', path: ['id'], message, suggestions }]);
    const removed = await findRemoved(tx, ref);
    if (removed === undefined) {
      const { found, problems } = await findEntity(tx, ref, 'id', entityTypes);
      return found === null
        ? rejected(problems)
        : reject(`${found.key} is not deleted, so there is nothing to restore`);
    }
    if (removed.deletedWith === null) return reject(removedMessage(ref, removed));
    if (removed.deletedWith !== removed.id) {
      const [row] = await tx.rows('MATCH (x:Tombstone {id: $id}) RETURN x.key', { id: removed.deletedWith });
      return reject(`${ref} was deleted with ${String(row![0])}; restore that`, [row![0] as string]);
    }
    const problem = await findRestoreObstacle(tx, removed.id, removed.key);
    if (problem) return rejected([problem]);

    const dirty = new DirtySet();
    const changes = await restoreGroup(tx, removed.id, dirty);
    const duplicates = await tx.rows(DUPLICATE_FACTS, { ids: changes.map(({ id }) => id) });
    if (duplicates.length > 0)
      return reject(
        `since then a merge has made ${duplicates.flat().join(' and ')} the same; undo it with unmergeEntities first`,
      );
    return succeeded(dirty, changes, { mainNode: removed.id, mentionedNodes: [removed.id] });
  };
}

const MISSING_ENDPOINTS = `MATCH (:Tombstone {deletedWith: $id})-[s:SHELVED]->(o:Tombstone)
WHERE s.was IN $links AND o.deletedWith <> $id
MATCH (first:Tombstone {id: o.deletedWith}) RETURN DISTINCT first.key`;

const TAKEN_EXTERNAL_ID = `MATCH (e:Tombstone {id: $id}) UNWIND coalesce(e.externalIds, []) AS name
MATCH (:ExternalId {name: name})<-[:IDENTIFIED_BY]-(t:Thing) RETURN name, t.key`;

const DUPLICATE_FACTS = `UNWIND $ids AS id
MATCH (f:Thing&Participation {id: id}) USING INDEX SEEK f:Thing(id)
MATCH (g:Fact {slot: f.slot}) WHERE g.id < f.id OR (g.id > f.id AND NOT g.id IN $ids) RETURN f.key, g.key LIMIT 1`;

/** What prevents restoring: an endpoint of one of its facts is deleted too, or another entity has its external id now. */
async function findRestoreObstacle(tx: Tx, id: string, key: string): Promise<Problem | null> {
  const missing = (await tx.rows(MISSING_ENDPOINTS, { id, links: [...endpointRelationships, 'SUBJECT'] })).map(
    ([first]) => first as string,
  );
  const problem = (message: string, suggestions: string[]): Problem => ({
    code: 'NOT_ALLOWED',
    path: ['id'],
    message,
    suggestions,
  });
  if (missing.length > 0)
    return problem(`${key} has facts about other deleted entities; first restore ${missing.join(', ')}`, missing);
  const [taken] = (await tx.rows(TAKEN_EXTERNAL_ID, { id })) as [name: string, owner: string][];
  if (taken === undefined) return null;
  const [name, owner] = taken;
  return problem(`${name} was the external id of ${key} and now belongs to ${owner}; correct ${owner} first`, [owner]);
}

const GROUP = 'MATCH (x:Tombstone {deletedWith: $id}) RETURN x.id ORDER BY x.id';

async function restoreGroup(tx: Tx, id: string, dirty: DirtySet): Promise<StateChange[]> {
  const ids = (await tx.rows(GROUP, { id })).map(([each]) => each as string);
  const before = await statesBeforeRemoval(tx, ids);
  const restored = await fromTombstones(tx, ids);
  await restoreRelationships(tx, ids);
  await markAffected(tx, ids, dirty);
  const facts = restored.filter(({ type }) => ['Participation', 'Tenure', 'Membership'].includes(type));
  await updateSlots(
    tx,
    facts.map((fact) => fact.id),
  );
  await updatePropositionKeys(tx, dirty.of(['Claim']));
  return ids.map((each) => ({ id: each, isNew: false, operation: 'RESTORE', state: before.get(each)! }));
}
