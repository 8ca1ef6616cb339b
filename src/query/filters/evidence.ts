import { reliabilityRank } from '../../domain/claims/claim.ts';
import { AttributionKind, type Reliability } from '../../domain/vocabulary.generated.ts';
import { type ConditionFactory } from '../ir/condition.ts';
import { type CypherContext } from '../ir/projection.ts';
import { isPresent } from './presence.ts';
import { cypherList } from './predicates.ts';

/** Kinds of attribution to somebody whom nobody names. */
export const ANONYMOUS_KINDS: readonly string[] = [AttributionKind.ANONYMOUS, AttributionKind.ANONYMOUS_VIA_MEDIA];

/** Facts that rest on anonymous sources alone, or all others. */
export const onlyAnonymous: ConditionFactory = (wanted: boolean) => ({
  key: wanted ? 'yes' : 'no',
  parameters: [],
  where: (node, cypher) => {
    const isNamed = (claim: string) => `NOT ${claim}.attributionKind IN ${cypherList(ANONYMOUS_KINDS)}`;
    const isAnonymous = `${hasLiveClaim(node, cypher)} AND NOT ${hasLiveClaim(node, cypher, isNamed)}`;
    return wanted ? isAnonymous : `NOT (${isAnonymous})`;
  },
});

/** Facts of which the most reliable document has at least this rating. */
export const minReliability: ConditionFactory = (least: Reliability) => ({
  key: 'at least',
  parameters: [reliabilityRank(least)],
  where: (node, cypher) => hasLiveClaim(node, cypher, isReliable(cypher)),
});

/** The same for meetings, which also rest on what is said of those who were there. */
export const minReliabilityOfMeeting: ConditionFactory = (least: Reliability) => ({
  key: 'at least',
  parameters: [reliabilityRank(least)],
  where: (node, cypher) => {
    const participation = cypher.name();
    const ofAttendance =
      `EXISTS { MATCH (${node})<-[:IN_EVENT]-(${participation} WHERE ${isPresent(participation)}) ` +
      `WHERE ${hasLiveClaim(participation, cypher, isReliable(cypher))} }`;
    return `(${hasLiveClaim(node, cypher, isReliable(cypher))} OR ${ofAttendance})`;
  },
});

const isReliable = (cypher: CypherContext) => (claim: string) => `${claim}.reliabilityRank <= ${cypher.param(0)}`;

/** A live claim speaks for or against the fact or event, and is like this. */
function hasLiveClaim(node: string, cypher: CypherContext, isLike?: (claim: string) => string): string {
  const claim = cypher.name();
  const predicates = [`${claim}.live`, ...(isLike ? [isLike(claim)] : [])].join(' AND ');
  return `EXISTS { (${node})<-[:SUPPORTS]-(${claim} WHERE ${predicates}) }`;
}
