import { type Tx } from '../../graph/database.ts';
import { type DirtySet, inGraph, markDirty } from '../write/dirty-set.ts';
import { derivedRelationships, endpointRelationships } from '../../storage/relationships.ts';
import { assertedRelationships } from './tombstones.ts';

const RETURN = 'RETURN DISTINCT t.id AS id, labels(t) AS labels';
const findFrom = (pattern: string) =>
  `UNWIND $ids AS id MATCH (from:Thing {id: id})${pattern} USING INDEX SEEK from:Thing(id) ${RETURN}`;

const AFFECTED = [
  `UNWIND $ids AS id MATCH (t:Thing {id: id}) ${RETURN}`,
  findFrom(`-[:${[...derivedRelationships, ...assertedRelationships].join('|')}]-(t:Thing)`),
  // The attendance edges of a fact are derived with its meeting, the country of an official with the official.
  findFrom(`<-[:${endpointRelationships.join('|')}]-(:Fact)-[:${endpointRelationships.join('|')}]->(t:Thing)`),
  // The sources of a claim count towards independentSources of others.
  findFrom('<-[:SUBJECT|OBJECT|EVIDENCE|ATTRIBUTED_TO|SUPPORTS]-(:Claim)-[:SUPPORTS]->(t:Thing)'),
  findFrom('<-[:SUBJECT|OBJECT|EVIDENCE|ATTRIBUTED_TO|SUPPORTS]-(:Claim)-[:RELATES_TO]-(t:Claim)'),
  findFrom('<-[:OF]-(:Conflict)-[:AMONG]->(t:Claim)'),
];

/** Claims with the same proposition key: their relations change if one leaves the group. */
const SAME_PROPOSITION_KEY = `UNWIND $ids AS id
MATCH (from:Thing {id: id})<-[:SUBJECT|OBJECT]-(c:Claim) USING INDEX SEEK from:Thing(id)
WITH DISTINCT c.matter AS matter WHERE matter IS NOT NULL
MATCH (t:Claim {matter: matter}) USING INDEX SEEK t:Claim(matter) ${RETURN}`;

/**
 * Values have ids inside their JSON, where no index finds them, so this scans all of them. There are only a few merges and
 * deletions a day.
 */
const NAMED_IN_VALUES = [
  `MATCH (c:Claim)-[s:SUPPORTS]->(t:Thing) WHERE any(value IN s.values WHERE any(id IN $ids WHERE value CONTAINS id))
   UNWIND [c, t] AS x WITH DISTINCT x AS t ${RETURN}`,
  `MATCH (:Document)-[d:DESCRIBES]->(t:Thing) WHERE any(id IN $ids WHERE d.values CONTAINS id) ${RETURN}`,
];

/** Marks everything that is derived from these nodes; has to run while they still have their relationships. */
export async function markAffected(tx: Tx, ids: readonly string[], dirty: DirtySet): Promise<void> {
  for (const statement of [...AFFECTED, SAME_PROPOSITION_KEY]) await markDirty(tx, inGraph(statement), ids, dirty);
}

/** Marks everything with values that refer to these nodes. */
export async function markNamedInValues(tx: Tx, ids: readonly string[], dirty: DirtySet): Promise<void> {
  for (const statement of NAMED_IN_VALUES) await markDirty(tx, inGraph(statement), ids, dirty);
}
