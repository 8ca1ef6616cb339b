import { slotsByClaimType } from '../../domain/claims/slots-by-claim-type.ts';
import { Polarity } from '../../domain/vocabulary.generated.ts';
import { type SupportingClaim } from './derivation-input.ts';

/**
 * The claims about a statement, with what a denial denies. That somebody did not say it denies the speech act, whichever others
 * report, and so does not only stand against those who name the act. Without a denial nothing is added: that
 * somebody said it, without more, is no further source of what the act was.
 */
export function withDeniedAct(claims: readonly SupportingClaim[]): readonly SupportingClaim[] {
  const act = claims.find(({ values, metadata }) => values.act && metadata.polarity === Polarity.AFFIRMATIVE)?.values
    .act;
  if (act === undefined || !claims.some(deniesStatement)) return claims;
  return claims.map((claim) => (saysWhether(claim) ? withAct(claim, act) : claim));
}

/** What a claim that denies a statement says of it: that there was no such act. */
export const denying = (claim: SupportingClaim, act: unknown): SupportingClaim =>
  deniesStatement(claim) ? withAct(claim, act) : claim;

const withAct = (claim: SupportingClaim, act: unknown) => ({ ...claim, values: { ...claim.values, act } });

const deniesStatement = (claim: SupportingClaim): boolean =>
  claim.metadata.polarity === Polarity.NEGATIVE && saysWhether(claim);

/** A claim type with slots of its own, such as TIME, tells when and not whether it was said. */
const saysWhether = ({ type, values }: SupportingClaim) => !values.act && slotsByClaimType[type] === undefined;
