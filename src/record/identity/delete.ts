import { type Tx } from '../../graph/database.ts';
import { type WriteOperation, succeeded, rejected } from '../operation/operation.ts';
import { checkVersions } from '../operation/versions.ts';
import { DirtySet } from '../write/dirty-set.ts';
import { type Problem } from '../input/problem.ts';
import { entityTypes } from '../../domain/node-types.ts';
import { type StateChange } from '../write/revisions.ts';
import { findDeletionScope } from './deletion-scope.ts';
import { type FoundEntity, findEntity } from './find-entity.ts';
import { markAffected } from './affected.ts';
import { toTombstones, deleteDerived, archiveRelationships } from './tombstones.ts';

/** How many keys a message lists. */
const MAX_LISTED_KEYS = 5;

/**
 * Deletes an entity, its own facts, and the claims that are about nothing else. They stay in the graph as tombstones, from which
 * `restoreEntity` restores them. Rejected while other nodes refer to the entity.
 */
export function deleteEntityOperation({
  ref,
  expectedVersion,
}: {
  ref: string;
  expectedVersion: number;
}): WriteOperation {
  return async (tx) => {
    const { found, problems } = await findEntity(tx, ref, 'ref', entityTypes);
    if (found === null) return rejected(problems);
    const expected = { node: found.id, key: found.key, version: expectedVersion, path: ['expectedVersion'] };
    const { facts, claims, blockedBy } = await findDeletionScope(tx, found.id);
    const obstacles = [...(await checkVersions(tx, [expected])), ...referenceProblems(found, blockedBy)];
    if (obstacles.length > 0) return rejected(obstacles);
    const dirty = new DirtySet();
    const changes = await deleteNodes(tx, found.id, [found.id, ...facts, ...claims], dirty);
    return succeeded(dirty, changes);
  };
}

function referenceProblems({ key }: FoundEntity, blockedBy: readonly string[]): Problem[] {
  if (blockedBy.length === 0) return [];
  const more = blockedBy.length > MAX_LISTED_KEYS ? ` and ${blockedBy.length - MAX_LISTED_KEYS} more` : '';
  const message =
    `${key} is still used by ${blockedBy.slice(0, MAX_LISTED_KEYS).join(', ')}${more}; correct, retract or delete these first, ` +
    'or merge the entity into the right one';
  return [{ code: 'NOT_ALLOWED', path: ['ref'], message, suggestions: [] }];
}

async function deleteNodes(tx: Tx, entity: string, ids: readonly string[], dirty: DirtySet): Promise<StateChange[]> {
  await markAffected(tx, ids, dirty);
  await deleteDerived(tx, ids);
  await archiveRelationships(tx, ids);
  await toTombstones(tx, ids, entity);
  return ids.map((id) => ({ id, isNew: false, operation: 'DELETE', state: { deleted: true } }));
}
