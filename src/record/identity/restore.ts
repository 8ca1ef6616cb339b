import { type Tx } from '../../graph/database.ts';
import { type Deed, done, refused } from '../deed/deed.ts';
import { Touched } from '../derive/touched.ts';
import { identityLinks } from '../links.ts';
import { type Problem } from '../problem.ts';
import { entityTypes } from '../../domain/thing-types.ts';
import { type Changed } from '../write/revisions.ts';
import { findOne, goneBy, goneMessage } from './find.ts';
import { markAround } from './reach.ts';
import { renewMatters, renewSlots } from './slots.ts';
import { raise, statesBefore, unshelve } from './tombstones.ts';

/**
 * Brings back an entity that was deleted, with everything that went with it.
 *
 * @param id Its id (or key).
 */
export function restoreEntity({ id: ref }: { id: string }): Deed {
  return async (tx) => {
    const refuse = (message: string, suggestions: string[] = []) =>
      refused([{ code: 'NOT_ALLOWED', path: ['id'], message, suggestions }]);
    const gone = await goneBy(tx, ref);
    if (gone === undefined) {
      const { found, problems } = await findOne(tx, ref, 'id', entityTypes);
      return found === null ? refused(problems) : refuse(`${found.key} is not deleted: there is nothing to bring back`);
    }
    if (gone.deletedWith === null) return refuse(goneMessage(ref, gone));
    if (gone.deletedWith !== gone.id) {
      const [row] = await tx.rows('MATCH (x:Tombstone {id: $id}) RETURN x.key', { id: gone.deletedWith });
      return refuse(`${ref} was deleted with ${String(row![0])}; bring that back`, [row![0] as string]);
    }
    const problem = await obstacle(tx, gone.id, gone.key);
    if (problem) return refused([problem]);

    const touched = new Touched();
    const changed = await bringBack(tx, gone.id, touched);
    const twice = await tx.rows(TWICE, { ids: changed.map(({ id }) => id) });
    if (twice.length > 0)
      return refuse(
        `a merge since has made ${twice.flat().join(' and ')} the same; undo it with unmergeEntities first`,
      );
    return done(touched, changed, { thing: gone.id, nodes: [gone.id] });
  };
}

const NEEDED = `MATCH (:Tombstone {deletedWith: $id})-[s:SHELVED]->(o:Tombstone)
WHERE s.was IN $links AND o.deletedWith <> $id
MATCH (first:Tombstone {id: o.deletedWith}) RETURN DISTINCT first.key`;

const TAKEN = `MATCH (e:Tombstone {id: $id}) UNWIND coalesce(e.externalIds, []) AS name
MATCH (:ExternalId {name: name})<-[:IDENTIFIED_BY]-(t:Thing) RETURN name, t.key`;

const TWICE = `UNWIND $ids AS id
MATCH (f:Thing&Participation {id: id}) USING INDEX SEEK f:Thing(id)
MATCH (g:Fact {slot: f.slot}) WHERE g.id < f.id OR (g.id > f.id AND NOT g.id IN $ids) RETURN f.key, g.key LIMIT 1`;

/** What keeps it from coming back: what its facts join is gone too, or another has its code by now. */
async function obstacle(tx: Tx, id: string, key: string): Promise<Problem | null> {
  const missing = (await tx.rows(NEEDED, { id, links: [...identityLinks, 'SUBJECT'] })).map(
    ([first]) => first as string,
  );
  const problem = (message: string, suggestions: string[]): Problem => ({
    code: 'NOT_ALLOWED',
    path: ['id'],
    message,
    suggestions,
  });
  if (missing.length > 0)
    return problem(`${key} has facts about what is deleted too; first bring back ${missing.join(', ')}`, missing);
  const [taken] = (await tx.rows(TAKEN, { id })) as [name: string, owner: string][];
  if (taken === undefined) return null;
  const [name, owner] = taken;
  return problem(`${name} belongs to ${owner} by now, and did to ${key}; correct ${owner} first`, [owner]);
}

const GROUP = 'MATCH (x:Tombstone {deletedWith: $id}) RETURN x.id ORDER BY x.id';

async function bringBack(tx: Tx, id: string, touched: Touched): Promise<Changed[]> {
  const ids = (await tx.rows(GROUP, { id })).map(([each]) => each as string);
  const before = await statesBefore(tx, ids);
  const raised = await raise(tx, ids);
  await unshelve(tx, ids);
  await markAround(tx, ids, touched);
  const facts = raised.filter(({ type }) => ['Participation', 'Tenure', 'Membership'].includes(type));
  await renewSlots(
    tx,
    facts.map((fact) => fact.id),
  );
  await renewMatters(tx, touched.of(['Claim']));
  return ids.map((each) => ({ id: each, isNew: false, operation: 'RESTORE', state: before.get(each)! }));
}
