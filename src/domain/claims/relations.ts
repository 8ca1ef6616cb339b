import { isBefore, Strength, toComparableValues, type Assertion, type ComparableValue } from './assertion.ts';
import { createClaimComparator, type ClaimComparator, type SlotContext } from './claim-comparator.ts';
import { isUnreliable, reviewRankOf } from './resolution-rules.ts';
import { ClaimRelationType } from '../vocabulary.generated.ts';

/** A relation from one claim to another, by their keys: `from` REFINES `to`. */
export interface ClaimRelation {
  from: string;
  type: ClaimRelationType;
  to: string;
}

/**
 * Derives the relations between the live assertions of one slot, at most one per pair. They go from the claim published
 * later to the earlier one; if the order is unknown, from the greater key.
 */
export function relateAssertions(assertions: readonly Assertion[], context: SlotContext = {}): ClaimRelation[] {
  return relationsBetween(toComparableValues(assertions), createClaimComparator(context));
}

/** The claims that contradict another one. */
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

/** The relation between two values, given in the order of their keys. */
function relationBetween(
  first: ComparableValue,
  second: ComparableValue,
  { compare }: ClaimComparator,
): ClaimRelation | null {
  if (supersedes(first, second) || supersedes(second, first)) return null; // declared by a source or an analyst
  const [older, newer] = isBefore(second, first) ? [second, first] : [first, second];
  const relation = (from: ComparableValue, type: ClaimRelationType, to: ComparableValue) => ({
    from: from.assertion.claim,
    type,
    to: to.assertion.claim,
  });
  const setRelation = compare(newer, older);
  if (setRelation === 'DISJOINT') {
    const type = isLaterPlan(newer, older) ? ClaimRelationType.SUPERSEDES : ClaimRelationType.CONTRADICTS;
    return relation(newer, type, older);
  }
  const [outcome, plan] = newer.strength < older.strength ? [newer, older] : [older, newer];
  if (isUnreliable(outcome) && !isUnreliable(plan) && outcome.strength !== plan.strength) return null; // an unreliable outcome does not confirm a plan
  if (
    outcome.strength === Strength.OUTCOME &&
    plan.strength === Strength.PLAN &&
    outcome.isNegated === plan.isNegated
  ) {
    return relation(outcome, ClaimRelationType.CONFIRMS_OUTCOME, plan);
  }
  if (setRelation === 'EQUAL') return relation(newer, ClaimRelationType.CORROBORATES, older);
  if (newer.isNegated || older.isNegated) return null; // another value does not refine a negated one
  if (setRelation === 'WITHIN') return relation(newer, ClaimRelationType.REFINES, older);
  return setRelation === 'CONTAINS' ? relation(older, ClaimRelationType.REFINES, newer) : null;
}

function supersedes(a: ComparableValue, b: ComparableValue): boolean {
  return a.assertion.supersedes.includes(b.assertion.claim);
}

/** A later plan supersedes an earlier one unless a rule of higher priority (review, reliability) prefers the earlier. */
function isLaterPlan(newer: ComparableValue, older: ComparableValue): boolean {
  return (
    newer.strength === Strength.PLAN &&
    older.strength === Strength.PLAN &&
    isBefore(older, newer) &&
    reviewRankOf(newer) <= reviewRankOf(older) &&
    newer.assertion.reliabilityRank <= older.assertion.reliabilityRank
  );
}
