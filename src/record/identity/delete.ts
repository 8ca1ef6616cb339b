import { type Tx } from '../../graph/database.ts';
import { type Deed, done, refused } from '../deed/deed.ts';
import { versionProblems } from '../deed/versions.ts';
import { Touched } from '../derive/touched.ts';
import { type Problem } from '../problem.ts';
import { entityTypes } from '../../domain/thing-types.ts';
import { type Changed } from '../write/revisions.ts';
import { dependentsOf } from './dependents.ts';
import { type Found, findOne } from './find.ts';
import { markAround } from './reach.ts';
import { bury, clearDerived, shelve } from './tombstones.ts';

/** Keys that a message names. */
const TOLD = 5;

/**
 * Takes an entity out of everything that is read, with its own facts and the claims that speak of nothing else. All of it
 * stays in the graph as tombstones, from which `restoreEntity` brings it back.
 */
export function deleteEntity({ ref, expectedVersion }: { ref: string; expectedVersion: number }): Deed {
  return async (tx) => {
    const { found, problems } = await findOne(tx, ref, 'ref', entityTypes);
    if (found === null) return refused(problems);
    const expected = { thing: found.id, key: found.key, version: expectedVersion, path: ['expectedVersion'] };
    const { facts, claims, needing } = await dependentsOf(tx, found.id);
    const wrong = [...(await versionProblems(tx, [expected])), ...needed(found, needing)];
    if (wrong.length > 0) return refused(wrong);
    const touched = new Touched();
    const changed = await takeAway(tx, found.id, [found.id, ...facts, ...claims], touched);
    return done(touched, changed, {});
  };
}

function needed({ key }: Found, needing: readonly string[]): Problem[] {
  if (needing.length === 0) return [];
  const more = needing.length > TOLD ? ` and ${needing.length - TOLD} more` : '';
  const message =
    `${key} is still needed by ${needing.slice(0, TOLD).join(', ')}${more}; correct, retract or delete these first, ` +
    'or merge it into what is meant';
  return [{ code: 'NOT_ALLOWED', path: ['ref'], message, suggestions: [] }];
}

async function takeAway(tx: Tx, entity: string, ids: readonly string[], touched: Touched): Promise<Changed[]> {
  await markAround(tx, ids, touched);
  await clearDerived(tx, ids);
  await shelve(tx, ids);
  await bury(tx, ids, entity);
  return ids.map((id) => ({ id, isNew: false, operation: 'DELETE', state: { deleted: true } }));
}
