import { compareAssertions, type Assertion, type ComparableValue } from './assertion.ts';
import { type SetRelation, type IsWithin } from './compare-values.ts';

/** What only the graph knows about the values of a slot. */
export interface SlotContext {
  /** Whether one place lies in another. */
  isWithin?: IsWithin;
  /** How two claims stand to each other, where it takes more than their values to tell: instead of comparing these. */
  compare?: (a: Assertion, b: Assertion) => SetRelation;
}

/** The questions that the rules ask about words of one slot, with what only the graph knows built in. */
export interface ClaimComparator {
  compare: (a: ComparableValue, b: ComparableValue) => SetRelation;
  /** They cannot both be so. */
  areDisjoint: (a: ComparableValue, b: ComparableValue) => boolean;
  /** Whatever fits `a` fits `b`: it says the same, or something finer inside it. */
  entails: (a: ComparableValue, b: ComparableValue) => boolean;
  /** No two of them are apart. */
  areCompatible: (values: readonly ComparableValue[]) => boolean;
  /** Of words that hold together, the first that no other one is finer than; denials only where nothing else is said. */
  mostSpecific: (values: readonly ComparableValue[]) => ComparableValue | undefined;
}

export function createClaimComparator({ isWithin, compare: override }: SlotContext): ClaimComparator {
  const compare = (a: ComparableValue, b: ComparableValue) =>
    override ? override(a.assertion, b.assertion) : compareAssertions(a, b, isWithin);
  const areDisjoint = (a: ComparableValue, b: ComparableValue) => compare(a, b) === 'APART';
  return {
    compare,
    areDisjoint,
    entails: (a, b) => ['SAME', 'INSIDE'].includes(compare(a, b)),
    areCompatible: (values) => values.every((a, index) => !values.slice(index + 1).some((b) => areDisjoint(a, b))),
    mostSpecific: (values) => {
      const affirmative = values.filter(({ isNegated: denies }) => !denies);
      const candidates = affirmative.length > 0 ? affirmative : values;
      return (
        candidates.find((candidate) => !candidates.some((other) => compare(other, candidate) === 'INSIDE')) ??
        candidates[0]
      );
    },
  };
}
