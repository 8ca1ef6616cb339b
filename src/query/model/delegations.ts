import { filter } from '../filters/condition.ts';
import { is } from '../filters/tests.ts';
import { type Mappings } from '../fields/mapping.ts';
import { relationshipProperty } from '../fields/property.ts';
import { many, there } from '../fields/things.ts';
import { STAYED_AWAY } from './stayed-away.ts';

/** Whom a participation represents, nearest first; schema/meeting.graphql says the same in words. */
const REPRESENTED = [
  '-[:ON_BEHALF_OF]->(a)',
  '-[:OF_ACTOR]->(a:Country|Organization)',
  '-[:AS_POST]->()-[:POST_OF]->(a:Country)',
  '-[:AS_POST]->()-[:POST_OF]->(a:Organization)',
  '-[:OF_ACTOR]->()-[:SERVES]->(a)',
];

/** The countries and organizations represented in a meeting; what led to each is a map of its level and participations. */
export const delegations = many({
  match: (meeting, { node, via }, use) => {
    const [participation, all, sent] = [use.name(), use.name(), use.name()];
    const represented = REPRESENTED.map((way) => `head([(${participation})${way} | a])`).join(', ');
    const taking =
      `MATCH (${meeting})<-[:IN_EVENT]-(${participation}) WHERE ${participation}.standing <> 'WITHDRAWN' AND ` +
      `NOT ${participation}.status IN ${STAYED_AWAY} RETURN {participation: ${participation}, of: coalesce(${represented})} ` +
      `ORDER BY ${participation}.sortLevel`;
    const mine = `[${participation} IN ${all} WHERE ${participation}.of = ${node} | ${participation}.participation]`;
    return (
      `CALL (${meeting}) { WITH COLLECT { ${taking} } AS ${all} UNWIND ${all} AS ${sent} ` +
      `WITH DISTINCT ${sent}.of AS ${node}, ${all} WHERE ${node} IS NOT NULL WITH ${node}, ${mine} AS ${sent} ` +
      `RETURN ${node}, {level: head(${sent}).level, rank: head(${sent}).levelRank, participations: ${sent}} AS ${via} } WITH *`
    );
  },
  via: true,
  filter: filter({ of: (ref: string) => is([ref] as never) }),
  order: ({ node, via }) => `${via}.rank, ${node}.sortName`,
});

/** One of them, with the highest level it sent. */
export const delegation: Mappings = {
  of: there(),
  level: relationshipProperty(),
  participations: many({
    startsAt: 'via',
    match: (delegation, { node }) => `UNWIND ${delegation}.participations AS ${node} WITH *`,
    order: ({ node }) => `${node}.sortLevel`,
  }),
};
