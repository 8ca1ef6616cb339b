/**
 * Conflict resolution between sources: which value a fact shows, how the claims about it are related, and its standing.
 * Results depend on the set of assertions only, not on the order in which they were recorded: every rule filters a set, and
 * every comparison looks at two assertions only.
 */
import { isLive, type Assertion } from './assertion.ts';
import { UNRELIABLE_RANK } from './claim.ts';
import { ClaimStatus, ReviewState, Standing } from '../vocabulary.generated.ts';

export { type Assertion } from './assertion.ts';
export { type SlotContext } from './claim-comparator.ts';
export { decide, type Decision } from './decide.ts';
export { compareInSlot, relateAssertions, type ClaimRelation, type ComparedPair } from './relations.ts';
export { RULES, type Rule } from './rules.ts';

/**
 * The standing of a fact from all its claims: WITHDRAWN without a live claim; ALLEGED if none of those that are left can
 * establish it; DISPUTED if one of its slots is disputed; else ESTABLISHED.
 */
export function standingOf(claims: readonly Evidential[], disputed: boolean): Standing {
  const live = claims.filter(isLive);
  if (live.length === 0) return Standing.WITHDRAWN;
  if (!live.some(canEstablish)) return Standing.ALLEGED;
  return disputed ? Standing.DISPUTED : Standing.ESTABLISHED;
}

type Evidential = Pick<Assertion, 'status' | 'reviewState' | 'reliabilityRank'>;

/** False for what is only alleged, stands in unreliable documents only, or is disputed by an analyst. */
const canEstablish = ({ status, reviewState, reliabilityRank }: Evidential): boolean =>
  status !== ClaimStatus.ALLEGED && reviewState !== ReviewState.DISPUTED && reliabilityRank !== UNRELIABLE_RANK;
