import { toComparableValues, type Assertion, type ComparableValue } from './assertion.ts';
import { createClaimComparator, type SlotContext } from './claim-comparator.ts';
import { contradictingClaims } from './relations.ts';
import { tieBreakers, eligibilityRules, RULES, type Rule, type FilterRule } from './resolution-rules.ts';
import { withoutSuperseded } from './supersession.ts';

export interface Decision {
  /** What the fact shows; null when nothing is asserted, when only denials are, or when the sources agree on nothing. */
  value: unknown;
  /** The claim whose value it is; null when no rule decides. */
  follows: string | null;
  /** The last rule that was needed to choose it over values it cannot hold together with; null when there were none. */
  rule: Rule | null;
  /** True when no rule decides between values that cannot hold together. */
  disputed: boolean;
  /** The live claims that cannot hold together with another one, in the order of their keys. */
  among: string[];
}

/**
 * Decides which of the assertions about one slot its fact shows; the order in which they come does not matter.
 *
 * The rules sift the assertions one after the other, in the order of RULES. What is left must hold together: if it does
 * not, no rule decides, the slot is disputed, and shows at most what all that is left agree on (April, where one says
 * the 26th and one the 27th). What the winner leaves open, the best assertion that lies wholly inside it fills in, even
 * from a less reliable source: a month is no reason to forget the day.
 */
export function decide(assertions: readonly Assertion[], context: SlotContext = {}): Decision {
  const values = toComparableValues(withoutSuperseded(assertions));
  const contradicting = contradictingClaims(values, context);
  const { compare, areDisjoint, entails, areCompatible, mostSpecific } = createClaimComparator(context);
  const eliminatedBy = new Map<ComparableValue, Rule>();
  const applyRules = (candidates: readonly ComparableValue[], filterRules: readonly FilterRule[]) =>
    filterRules.reduce((left, { rule, keep: sieve }) => {
      const kept = sieve(left);
      for (const word of left) if (!kept.includes(word)) eliminatedBy.set(word, rule);
      return kept;
    }, candidates);

  const eligible = applyRules(values, eligibilityRules);
  const tieBreakerRules = tieBreakers((word) => eligible.filter((other) => entails(other, word)));
  const best = applyRules(eligible, tieBreakerRules);
  if (!areCompatible(best)) {
    const common = mostSpecific(eligible.filter((word) => best.every((each) => entails(each, word))));
    return { value: affirmedValue(common), follows: null, rule: null, disputed: true, among: contradicting };
  }

  let shown = mostSpecific(best);
  const accepted = [...best];
  const moreSpecific = () =>
    eligible.filter(
      (word) =>
        shown &&
        compare(word, shown) === 'INSIDE' &&
        !accepted.some((each) => each === word || areDisjoint(word, each)),
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
    .filter((word) => shown && areDisjoint(word, shown))
    .map((word) => eliminatedBy.get(word));
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

/** A denial says what is not so, which leaves the fact without a value. */
function affirmedValue(comparable: ComparableValue | undefined): unknown {
  return comparable && !comparable.isNegated ? comparable.value : null;
}
