import { isBefore, Strength, toComparableValues, type Assertion, type ComparableValue } from './assertion.ts';
import { createClaimComparator, type ClaimComparator, type SlotContext } from './claim-comparator.ts';
import { isUnreliable, reviewRankOf } from './resolution-rules.ts';
import { ClaimRelationType } from '../vocabulary.generated.ts';

/** How one claim stands to another: `from` REFINES `to`. */
export interface ClaimRelation {
  from: string;
  type: ClaimRelationType;
  to: string;
}

/**
 * The relations that the rules set between the live assertions of one slot, at most one for each two of them. The
 * claim published later (where that is not known, the one whose key is later) is the one that stands to the other.
 */
export function relateAssertions(assertions: readonly Assertion[], context: SlotContext = {}): ClaimRelation[] {
  return relationsBetween(toComparableValues(assertions), createClaimComparator(context));
}

/** The claims of all words that cannot hold together with another one. */
export function contradictingClaims(values: readonly ComparableValue[], context: SlotContext): string[] {
  const relations = relationsBetween(values, createClaimComparator(context));
  const claims = new Set(
    relations.flatMap(({ from, type, to }) => (type === ClaimRelationType.CONTRADICTS ? [from, to] : [])),
  );
  return values.map(({ assertion }) => assertion.claim).filter((claim) => claims.has(claim));
}

function relationsBetween(values: readonly ComparableValue[], comparator: ClaimComparator): ClaimRelation[] {
  return values.flatMap((value, index) =>
    values.slice(0, index).flatMap((other) => relationBetween(other, value, comparator) ?? []),
  );
}

/** Of two words in the order of their keys. */
function relationBetween(
  first: ComparableValue,
  second: ComparableValue,
  { compare }: ClaimComparator,
): ClaimRelation | null {
  if (supersedes(first, second) || supersedes(second, first)) return null; // a source or an analyst has said how
  const [older, newer] = isBefore(second, first) ? [second, first] : [first, second];
  const relation = (from: ComparableValue, type: ClaimRelationType, to: ComparableValue) => ({
    from: from.assertion.claim,
    type,
    to: to.assertion.claim,
  });
  const setRelation = compare(newer, older);
  if (setRelation === 'APART') {
    const type = isLaterPlan(newer, older) ? ClaimRelationType.SUPERSEDES : ClaimRelationType.CONTRADICTS;
    return relation(newer, type, older);
  }
  const [outcome, plan] = newer.strength < older.strength ? [newer, older] : [older, newer];
  if (isUnreliable(outcome) && !isUnreliable(plan) && outcome.strength !== plan.strength) return null; // which decides nothing
  if (
    outcome.strength === Strength.OUTCOME &&
    plan.strength === Strength.PLAN &&
    outcome.isNegated === plan.isNegated
  ) {
    return relation(outcome, ClaimRelationType.CONFIRMS_OUTCOME, plan);
  }
  if (setRelation === 'SAME') return relation(newer, ClaimRelationType.CORROBORATES, older);
  if (newer.isNegated || older.isNegated) return null; // a value elsewhere is no finer form of a denial
  if (setRelation === 'INSIDE') return relation(newer, ClaimRelationType.REFINES, older);
  return setRelation === 'AROUND' ? relation(older, ClaimRelationType.REFINES, newer) : null;
}

function supersedes(a: ComparableValue, b: ComparableValue): boolean {
  return a.assertion.supersedes.includes(b.assertion.claim);
}

/** A later plan takes the place of an earlier one, unless a rule that comes before the dates stands against it. */
function isLaterPlan(newer: ComparableValue, older: ComparableValue): boolean {
  return (
    newer.strength === Strength.PLAN &&
    older.strength === Strength.PLAN &&
    isBefore(older, newer) &&
    reviewRankOf(newer) <= reviewRankOf(older) &&
    newer.assertion.reliabilityRank <= older.assertion.reliabilityRank
  );
}
