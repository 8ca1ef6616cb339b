import {
  arePlanAndOutcome,
  isBefore,
  isLaterPlan,
  Strength,
  tellsPlan,
  toComparableValues,
  type Assertion,
  type ComparableValue,
} from './assertion.ts';
import { createClaimComparator, type ClaimComparator, type SlotContext } from './claim-comparator.ts';
import { areUnrelatedStatuses } from './compare-values.ts';
import { standsBehind } from './independent-sources.ts';
import { isUnreliable, reviewRankOf } from './resolution-rules.ts';
import { ClaimRelationType } from '../vocabulary.generated.ts';

/** A relation from one claim to another, by their keys: `from` REFINES `to`. */
export interface ClaimRelation {
  from: string;
  type: ClaimRelationType;
  to: string;
}

/** Two live claims that give a value to one slot, by their keys, and what follows from that. */
export interface ComparedPair {
  claims: readonly [string, string];
  relation: ClaimRelation | null;
  /** Whether they cannot both be true. */
  areDisjoint: boolean;
  /** Those of the two whose sources stand behind the value of the other too. */
  standingBehind: readonly string[];
}

/** Compares the live assertions of one slot, pair by pair; pairs from which nothing follows are left out. */
export function compareInSlot(assertions: readonly Assertion[], context: SlotContext = {}): ComparedPair[] {
  const comparator = createClaimComparator(context);
  return pairsOf(toComparableValues(assertions)).flatMap(([first, second]) => {
    const relation = relationBetween(first, second, comparator);
    const areDisjoint = comparator.areDisjoint(first, second);
    const standingBehind = [
      ...(standsBehind(first, second, comparator) ? [first.assertion.claim] : []),
      ...(standsBehind(second, first, comparator) ? [second.assertion.claim] : []),
    ];
    if (relation === null && !areDisjoint && standingBehind.length === 0) return [];
    return [{ claims: [first.assertion.claim, second.assertion.claim], relation, areDisjoint, standingBehind }];
  });
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
  return pairsOf(values).flatMap(([first, second]) => relationBetween(first, second, comparator) ?? []);
}

const pairsOf = (values: readonly ComparableValue[]): [ComparableValue, ComparableValue][] =>
  values.flatMap((value, index) =>
    values.slice(0, index).map((other): [ComparableValue, ComparableValue] => [other, value]),
  );

/** The relation between two values, given in the order of their keys. */
function relationBetween(
  first: ComparableValue,
  second: ComparableValue,
  { compare }: ClaimComparator,
): ClaimRelation | null {
  if (supersedes(first, second) || supersedes(second, first)) return null; // declared by a source or an analyst
  const [older, newer] = isOlder(first, second, compare) ? [first, second] : [second, first];
  const relation = (from: ComparableValue, type: ClaimRelationType, to: ComparableValue) => ({
    from: from.assertion.claim,
    type,
    to: to.assertion.claim,
  });
  const setRelation = compare(newer, older);
  if (setRelation === 'DISJOINT') {
    const isReplaced = isLaterPlan(newer, older, setRelation) && !ranksBefore(older, newer);
    return relation(newer, isReplaced ? ClaimRelationType.SUPERSEDES : ClaimRelationType.CONTRADICTS, older);
  }
  if (!newer.isNegated && !older.isNegated && areUnrelatedStatuses(newer.value, older.value)) return null;
  if (arePlanAndOutcome(newer, older)) {
    const [outcome, plan] = tellsPlan(newer) ? [older, newer] : [newer, older];
    return isConfirmation(outcome, plan) ? relation(outcome, ClaimRelationType.CONFIRMS_OUTCOME, plan) : null;
  }
  if (setRelation === 'EQUAL') return relation(newer, ClaimRelationType.CORROBORATES, older);
  if (newer.isNegated || older.isNegated) return null; // another value does not refine a negated one
  if (setRelation === 'WITHIN') return relation(newer, ClaimRelationType.REFINES, older);
  return setRelation === 'CONTAINS' ? relation(older, ClaimRelationType.REFINES, newer) : null;
}

/** Whether the first of two values, by their keys, is the earlier: it was not published later, nor moves the plan of the second. */
function isOlder(first: ComparableValue, second: ComparableValue, compare: ClaimComparator['compare']): boolean {
  if (isBefore(first, second)) return true;
  return !isBefore(second, first) && !isLaterPlan(first, second, compare(first, second));
}

/** Hearsay confirms no plan, nor does an unreliable document, unless the plan is from one. */
const isConfirmation = (outcome: ComparableValue, plan: ComparableValue): boolean =>
  outcome.strength === Strength.OUTCOME &&
  outcome.isNegated === plan.isNegated &&
  (!isUnreliable(outcome) || isUnreliable(plan));

function supersedes(a: ComparableValue, b: ComparableValue): boolean {
  return a.assertion.supersedes.includes(b.assertion.claim);
}

/** Whether a rule of higher priority than the order of plans (review, reliability) prefers `a`. */
const ranksBefore = (a: ComparableValue, b: ComparableValue): boolean =>
  reviewRankOf(a) < reviewRankOf(b) || a.assertion.reliabilityRank < b.assertion.reliabilityRank;
