import { wordsOf, type Assertion, type Word } from './assertion.ts';
import { comparing, type SlotContext } from './comparing.ts';
import { contradicting } from './relations.ts';
import { contest, eligibility, RULES, type Rule, type Step } from './rules.ts';
import { notSuperseded } from './supersession.ts';

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
  const words = wordsOf(notSuperseded(assertions));
  const among = contradicting(words, context);
  const { fit, apart, backs, agree, finest } = comparing(context);
  const droppedBy = new Map<Word, Rule>();
  const sift = (candidates: readonly Word[], steps: readonly Step[]) =>
    steps.reduce((left, { rule, sieve }) => {
      const kept = sieve(left);
      for (const word of left) if (!kept.includes(word)) droppedBy.set(word, rule);
      return kept;
    }, candidates);

  const peers = sift(words, eligibility);
  const steps = contest((word) => peers.filter((other) => backs(other, word)));
  const best = sift(peers, steps);
  if (!agree(best)) {
    const common = finest(peers.filter((word) => best.every((each) => backs(each, word))));
    return { value: valueOf(common), follows: null, rule: null, disputed: true, among };
  }

  let shown = finest(best);
  const settled = [...best];
  const finer = () =>
    peers.filter(
      (word) => shown && fit(word, shown) === 'INSIDE' && !settled.some((each) => each === word || apart(word, each)),
    );
  for (let left = sift(finer(), steps); left.length > 0 && agree(left); left = sift(finer(), steps)) {
    shown = finest(left);
    settled.push(...left);
  }
  const beaten = words.filter((word) => shown && apart(word, shown)).map((word) => droppedBy.get(word));
  const rule = ORDER.findLast((each) => beaten.includes(each)) ?? null;
  return { value: valueOf(shown), follows: shown?.assertion.claim ?? null, rule, disputed: false, among };
}

const ORDER = Object.keys(RULES) as Rule[];

/** A denial says what is not so, which leaves the fact without a value. */
function valueOf(word: Word | undefined): unknown {
  return word && !word.denies ? word.value : null;
}
