import { ParticipationStatus, Standing } from '../../domain/vocabulary.generated.ts';
import { type Condition, type ConditionFactory } from '../ir/condition.ts';
import { type CypherContext } from '../ir/projection.ts';

/** Somebody was there: `wasThere` of src/domain/claims/acting.ts as a Cypher predicate over a participation. */
export const isPresent = (node: string) =>
  `${node}.status = '${ParticipationStatus.ATTENDED}' AND ${node}.standing = '${Standing.ESTABLISHED}' AND NOT ${node}.inferred`;

/** From an actor to its participations and to those on its behalf. */
const PRESENCES = '<-[:OF_ACTOR|ON_BEHALF_OF]-';

/** Each of these took part in the meeting, itself or by somebody on its behalf. None restricts nothing. */
export const tookPart = everyOne((meeting, actor, cypher) => {
  const participation = cypher.name();
  return `(${actor})${PRESENCES}(${participation} WHERE ${isPresent(participation)})-[:IN_EVENT]->(${meeting})`;
});

/** The official was at each of these meetings. None restricts nothing. */
export const wasAt = everyOne((official, meeting, cypher) => {
  const participation = cypher.name();
  return `(${meeting})<-[:IN_EVENT]-(${participation} WHERE ${isPresent(participation)})-[:OF_ACTOR]->(${official})`;
});

/** The official was at a meeting with this actor, or with somebody else on its behalf. */
export const metWith: ConditionFactory = (ref: string) => ({
  key: 'met',
  parameters: [[ref]],
  where: (node, cypher) => {
    const other = cypher.name();
    return `EXISTS { ${matchMet(node, other, cypher)} AND ${other} IN ${cypher.refs(0)} }`;
  },
  anchor: (node, cypher) => {
    const other = cypher.name();
    return `UNWIND ${cypher.refs(0)} AS ${other} ${matchMet(node, other, cypher)} WITH *`;
  },
});

/** Nobody meets himself, nor the country that he alone is there for. */
function matchMet(official: string, other: string, cypher: CypherContext): string {
  const [theirs, own] = [cypher.name(), cypher.name()];
  return (
    `MATCH (${other})${PRESENCES}(${theirs} WHERE ${isPresent(theirs)})-[:IN_EVENT]->()` +
    `<-[:IN_EVENT]-(${own} WHERE ${isPresent(own)})-[:OF_ACTOR]->(${official}) ` +
    `WHERE NOT EXISTS { (${theirs})-[:OF_ACTOR]->(${official}) }`
  );
}

/**
 * The pattern holds between the node and every one of those referred to. So nothing meets it where one of them is unknown. As an
 * anchor, the first of them leads to what is then compared with the others.
 */
function everyOne(pattern: (node: string, other: string, cypher: CypherContext) => string): ConditionFactory {
  return (refs: readonly string[]): Condition | undefined => {
    if (refs.length === 0) return undefined;
    const forAll = (node: string, others: string, cypher: CypherContext) => {
      const each = cypher.name();
      return `all(${each} IN ${others} WHERE EXISTS { ${pattern(node, each, cypher)} })`;
    };
    return {
      key: 'all of',
      parameters: [refs],
      where: (node, cypher) => forAll(node, cypher.everyRef(0), cypher),
      anchor: (node, cypher) => {
        const first = cypher.name();
        const all = cypher.everyRef(0);
        return `UNWIND ${all}[..1] AS ${first} MATCH ${pattern(node, first, cypher)} WHERE ${forAll(node, `${all}[1..]`, cypher)} WITH *`;
      },
    };
  };
}
