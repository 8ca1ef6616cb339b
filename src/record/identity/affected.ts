import { type Tx } from '../../graph/database.ts';
import { type DirtySet, markDirty } from '../write/dirty-set.ts';
import { derivedRelationships, endpointRelationships } from '../../storage/relationships.ts';
import { assertedRelationships } from './tombstones.ts';

const RETURN = 'RETURN DISTINCT t.id AS id, labels(t) AS labels';
const findFrom = (pattern: string) =>
  `UNWIND $ids AS id MATCH (from:Thing {id: id})${pattern} USING INDEX SEEK from:Thing(id) ${RETURN}`;

const AFFECTED = [
  `UNWIND $ids AS id MATCH (t:Thing {id: id}) ${RETURN}`,
  findFrom(`-[:${[...derivedRelationships, ...assertedRelationships].join('|')}]-(t:Thing)`),
  // The meeting of a fact answers for its presence edges, the official for the state served.
  findFrom(`<-[:${endpointRelationships.join('|')}]-(:Fact)-[:${endpointRelationships.join('|')}]->(t:Thing)`),
  // Who speaks for a claim counts where sources are counted.
  findFrom('<-[:SUBJECT|OBJECT|EVIDENCE|ATTRIBUTED_TO|SUPPORTS]-(:Claim)-[:SUPPORTS]->(t:Thing)'),
  findFrom('<-[:SUBJECT|OBJECT|EVIDENCE|ATTRIBUTED_TO|SUPPORTS]-(:Claim)-[:RELATES_TO]-(t:Claim)'),
  findFrom('<-[:OF]-(:Conflict)-[:AMONG]->(t:Claim)'),
];

/** Before a claim leaves those of its matter, since these stand otherwise without it. */
const SAME_PROPOSITION_KEY = `UNWIND $ids AS id
MATCH (from:Thing {id: id})<-[:SUBJECT|OBJECT]-(c:Claim) USING INDEX SEEK from:Thing(id)
WITH DISTINCT c.matter AS matter WHERE matter IS NOT NULL
MATCH (t:Claim {matter: matter}) USING INDEX SEEK t:Claim(matter) ${RETURN}`;

/**
 * Values keep ids inside their text, which no index reaches: this looks at every one. Identity is a matter of a few
 * decisions a day.
 */
const NAMED_IN_VALUES = [
  `MATCH (c:Claim)-[s:SUPPORTS]->(t:Thing) WHERE any(value IN s.values WHERE any(id IN $ids WHERE value CONTAINS id))
   UNWIND [c, t] AS x WITH DISTINCT x AS t ${RETURN}`,
  `MATCH (:Document)-[d:DESCRIBES]->(t:Thing) WHERE any(id IN $ids WHERE d.values CONTAINS id) ${RETURN}`,
];

/** Marks what copies from these things or tells of them; asked while they are still in their places. */
export async function markAffected(tx: Tx, ids: readonly string[], dirty: DirtySet): Promise<void> {
  for (const statement of [...AFFECTED, SAME_PROPOSITION_KEY]) await markDirty(tx, statement, ids, dirty);
}

/** Marks what has values that name these things. */
export async function markNamedInValues(tx: Tx, ids: readonly string[], dirty: DirtySet): Promise<void> {
  for (const statement of NAMED_IN_VALUES) await markDirty(tx, statement, ids, dirty);
}
