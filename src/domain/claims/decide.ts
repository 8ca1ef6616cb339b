import { affirmedValue, toComparableValues, type Assertion, type ComparableValue } from './assertion.ts';
import { createClaimComparator, type SlotContext } from './claim-comparator.ts';
import { disputedValue } from './disputed-value.ts';
import { contradictingClaims } from './relations.ts';
import { tieBreakers, eligibilityRules, type FilterRule } from './resolution-rules.ts';
import { RULES, type Rule } from './rules.ts';
import { withoutSuperseded } from './supersession.ts';

export interface Decision {
  /** The value that the fact shows; null if there is none, all are negated, or no rule decides and nothing is common to all. */
  value: unknown;
  /** The key of the claim whose value it is; null if no rule decides. */
  follows: string | null;
  /** The last rule needed to prefer it over contradicting values; null if there were none. */
  rule: Rule | null;
  /** True if no rule decides between contradicting values. */
  disputed: boolean;
  /** The live claims that contradict another one, ordered by key. */
  among: string[];
}

/**
 * Decides which of the assertions about one slot its fact shows, independently of their order.
 *
 * The rules filter the assertions one after the other, in the order of RULES. The remaining ones must be compatible. If they
 * are not, no rule decides: the slot is disputed, and shows one of the days (`[2025-04-26,2025-04-27]`) or what all of them have
 * in common (the city of two venues). If the winner is less specific than another assertion that agrees with it, the more specific value is
 * shown, even from a less reliable source: a month from the best source does not hide the day from another.
 */
export function decide(assertions: readonly Assertion[], context: SlotContext = {}): Decision {
  const values = toComparableValues(withoutSuperseded(assertions));
  const contradicting = contradictingClaims(values, context);
  const comparator = createClaimComparator(context);
  const { compare, areDisjoint, areCompatible, mostSpecific } = comparator;
  const eliminatedBy = new Map<ComparableValue, Rule>();
  const applyRules = (candidates: readonly ComparableValue[], filterRules: readonly FilterRule[]) =>
    filterRules.reduce((left, { rule, keep }) => {
      const kept = keep(left);
      for (const candidate of left) if (!kept.includes(candidate)) eliminatedBy.set(candidate, rule);
      return kept;
    }, candidates);

  const eligible = applyRules(values, eligibilityRules);
  const tieBreakerRules = tieBreakers(values, comparator);
  const best = applyRules(eligible, tieBreakerRules);
  if (!areCompatible(best)) {
    const value = disputedValue(best, eligible, comparator, context);
    return { value, follows: null, rule: null, disputed: true, among: contradicting };
  }

  let shown = mostSpecific(best);
  const accepted = [...best];
  const moreSpecific = () =>
    eligible.filter(
      (candidate) =>
        shown &&
        compare(candidate, shown) === 'WITHIN' &&
        !accepted.some((each) => each === candidate || areDisjoint(candidate, each)),
    );
  for (
    let left = applyRules(moreSpecific(), tieBreakerRules);
    left.length > 0 && areCompatible(left);
    left = applyRules(moreSpecific(), tieBreakerRules)
  ) {
    shown = mostSpecific(left);
    accepted.push(...left);
  }
  const eliminatingRules = values
    .filter((candidate) => shown && areDisjoint(candidate, shown))
    .map((candidate) => eliminatedBy.get(candidate));
  const rule = RULE_ORDER.findLast((each) => eliminatingRules.includes(each)) ?? null;
  return {
    value: affirmedValue(shown),
    follows: shown?.assertion.claim ?? null,
    rule,
    disputed: false,
    among: contradicting,
  };
}

const RULE_ORDER = Object.keys(RULES) as Rule[];
