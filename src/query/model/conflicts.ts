import { toMany, toOne } from '../fields/nodes.ts';
import { mapped, property, relationshipProperty } from '../fields/property.ts';
import { type FieldMappings } from '../ir/field.ts';

/** Claims, or descriptions, that contradict each other. */
export const conflictFields: FieldMappings = {
  subject: toOne('-[:OF]->'),
  slot: property(),
  claims: toMany({ path: '-[:AMONG]->', bindsRelationship: true, order: ({ rel }) => `${rel}.order` }),
  /** The conflict itself for each value, with a map of the value and of the claims or documents that give it as `rel`. */
  values: toMany({
    match: (conflict, { node, rel }, cypher) => {
      const [told, teller, value, order] = [cypher.name(), cypher.name(), cypher.name(), cypher.name()];
      return (
        `CALL (${conflict}) { MATCH (${conflict})-[${told}:AMONG|TOLD_IN]->(${teller}) ` +
        `WITH ${conflict} AS ${node}, ${told}.value AS ${value}, min(${told}.order) AS ${order}, collect(${teller}) AS ${told} ` +
        `RETURN ${node}, {value: ${value}, order: ${order}, tellers: ${told}} AS ${rel} } WITH *`
      );
    },
    bindsRelationship: true,
    order: ({ rel }) => `${rel}.order`,
  }),
  follows: toOne('-[:FOLLOWS]->'),
  rule: property(),
};

/** Two entities that may be the same. */
export const possibleDuplicateFields: FieldMappings = {
  score: property(),
  reasons: mapped(['reasons'], ([reasons]) => reasons ?? []),
  verdict: property(),
  a: toOne('-[:FIRST_OF]->'),
  b: toOne('-[:SECOND_OF]->'),
};

/** One of the values of a conflict. */
export const conflictValueFields: FieldMappings = {
  value: relationshipProperty(),
  claims: toMany({
    startsAt: 'rel',
    match: (value, { node }) => `UNWIND [x IN ${value}.tellers WHERE x:Claim] AS ${node} WITH *`,
    order: ({ node }) => `${node}.sortKey`,
  }),
  documents: toMany({
    startsAt: 'rel',
    match: (value, { node }, cypher) => {
      const teller = cypher.name();
      return `UNWIND ${value}.tellers AS ${teller} MATCH (${teller})-[:EVIDENCE*0..1]->(${node}:Document)`;
    },
    distinct: 'always',
    order: ({ node }) => `${node}.sortKey`,
  }),
};
