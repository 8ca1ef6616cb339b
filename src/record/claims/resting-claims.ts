import { type Tx } from '../../graph/database.ts';

/**
 * The claims of an event without any other word on whether it took place: what else is said of it, of who took part, of its parts, and of
 * what was said on the occasion.
 */
const OF_EVENTS = `UNWIND $ids AS id
MATCH (c:Thing&Claim {id: id})-[s:SUPPORTS]->(e:Event) USING INDEX SEEK c:Thing(id) WHERE 'status' IN s.fields
AND NOT EXISTS { MATCH (e)<-[o:SUPPORTS]-(other:Claim) WHERE other.live AND 'status' IN o.fields AND NOT other.id IN $ids }
WITH DISTINCT e
MATCH (e)(()<-[:IN_EVENT|ON_OCCASION|PART_OF]-()){0,1}(t)<-[:SUPPORTS]-(d:Claim) WHERE d.live AND NOT d.id IN $ids
RETURN DISTINCT d.id AS id, d.sortKey AS sortKey`;

/** Claims that say the same on the word of the same origin, such as reprints. */
const OF_SAME_ORIGIN = `UNWIND $ids AS id
MATCH (c:Thing&Claim {id: id})-[r:RELATES_TO]-(d:Claim) USING INDEX SEEK c:Thing(id)
WHERE r.type IN ['CORROBORATES', 'REFINES'] AND d.live AND NOT d.id IN $ids
AND EXISTS { (c)-[:ATTRIBUTED_TO {order: 0}]->()<-[:ATTRIBUTED_TO {order: 0}]-(d) }
RETURN DISTINCT d.id AS id, d.sortKey AS sortKey`;

/** Claims that a source or an analyst calls more exact, or a qualification. */
const BUILT_ON_IT = `UNWIND $ids AS id
MATCH (c:Thing&Claim {id: id})<-[r:RELATES_TO]-(d:Claim) USING INDEX SEEK c:Thing(id)
WHERE r.type IN ['REFINES', 'QUALIFIES'] AND r.by <> 'RULE' AND d.live AND NOT d.id IN $ids
RETURN DISTINCT d.id AS id, d.sortKey AS sortKey`;

/**
 * The live claims that rest on these and lose their ground with them, in the order of their keys.
 *
 * @param ids Claims that are still live, but about to be retracted.
 */
export async function findResting(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const found = new Map<string, string>();
  for (const statement of [OF_EVENTS, OF_SAME_ORIGIN, BUILT_ON_IT])
    for (const { id, sortKey } of await tx.run<{ id: string; sortKey: string }>(statement, { ids }))
      found.set(id, sortKey);
  return [...found].sort(([, a], [, b]) => (a < b ? -1 : 1)).map(([id]) => id);
}
