/**
 * When sources meet: which value a fact shows, how the claims about it stand to one another, and how firmly it stands.
 * Each answer depends on the set of assertions alone, not on the order in which they were recorded: every rule is a
 * sieve over a set, and every comparison of two assertions looks at these two only.
 */
import { isLive, type Assertion } from './assertion.ts';
import { ClaimStatus, Standing } from '../vocabulary.generated.ts';

export { type Assertion } from './assertion.ts';
export { type SlotContext } from './claim-comparator.ts';
export { decide, type Decision } from './decide.ts';
export { relateAssertions, type ClaimRelation } from './relations.ts';
export { RULES, type Rule } from './resolution-rules.ts';

/**
 * The standing of a fact by all its claims: WITHDRAWN without a live one, ALLEGED when every live one is ALLEGED,
 * DISPUTED when a slot of it has no winner, else ESTABLISHED.
 */
export function standingOf(claims: readonly Pick<Assertion, 'status' | 'reviewState'>[], disputed: boolean): Standing {
  const live = claims.filter(isLive);
  if (live.length === 0) return Standing.WITHDRAWN;
  if (live.every(({ status }) => status === ClaimStatus.ALLEGED)) return Standing.ALLEGED;
  return disputed ? Standing.DISPUTED : Standing.ESTABLISHED;
}
