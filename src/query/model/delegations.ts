import { filter } from '../ir/condition.ts';
import { isNode, notAbsent } from '../filters/predicates.ts';
import { represented } from '../filters/representation.ts';
import { type FieldMappings } from '../ir/field.ts';
import { relationshipProperty } from '../fields/property.ts';
import { toMany, targetNode } from '../fields/nodes.ts';

/** The countries and organizations represented in a meeting, each with a map of its level and participations as `rel`. */
export const delegationsField = toMany({
  match: (meeting, { node, rel }, cypher) => {
    const [participation, representations, representation] = [cypher.name(), cypher.name(), cypher.name()];
    const collectParticipations =
      `MATCH (${meeting})<-[:IN_EVENT]-(${participation}) WHERE ${participation}.standing <> 'WITHDRAWN' AND ` +
      `${notAbsent.where(participation, cypher)} RETURN {participation: ${participation}, of: ${represented(participation)}} ` +
      `ORDER BY ${participation}.sortLevel`;
    const participationsOfNode = `[${participation} IN ${representations} WHERE ${participation}.of = ${node} | ${participation}.participation]`;
    return (
      `CALL (${meeting}) { WITH COLLECT { ${collectParticipations} } AS ${representations} UNWIND ${representations} AS ${representation} ` +
      `WITH DISTINCT ${representation}.of AS ${node}, ${representations} WHERE ${node} IS NOT NULL WITH ${node}, ${participationsOfNode} AS ${representation} ` +
      `RETURN ${node}, {level: head(${representation}).level, rank: head(${representation}).levelRank, participations: ${representation}} AS ${rel} } WITH *`
    );
  },
  bindsRelationship: true,
  filter: filter({ of: (ref: string) => isNode([ref] as never) }),
  order: ({ node, rel }) => `${rel}.rank, ${node}.sortName`,
});

/** One delegation; its level is the highest among its members. */
export const delegationFields: FieldMappings = {
  of: targetNode(),
  level: relationshipProperty(),
  participations: toMany({
    startsAt: 'rel',
    match: (delegation, { node }) => `UNWIND ${delegation}.participations AS ${node} WITH *`,
    order: ({ node }) => `${node}.sortLevel`,
  }),
};
