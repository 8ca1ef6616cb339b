import { compareAssertions, type Assertion, type ComparableValue } from './assertion.ts';
import { type SetRelation, type IsWithin } from './compare-values.ts';

/** Knowledge about the values of a slot that has to come from the graph. */
export interface SlotContext {
  /** Whether one place lies in another. */
  isWithin?: IsWithin;
  /** The values around another one, the nearest first: the places in which a place lies. */
  around?: (value: unknown) => readonly unknown[];
  /** Replaces the comparison of values where these alone do not decide. */
  compare?: (a: Assertion, b: Assertion) => SetRelation;
}

/** The comparisons that the resolution rules need, for the values of one slot. */
export interface ClaimComparator {
  compare: (a: ComparableValue, b: ComparableValue) => SetRelation;
  /** They cannot both be true. */
  areDisjoint: (a: ComparableValue, b: ComparableValue) => boolean;
  /** `a` implies `b`: it is equal or more specific. */
  entails: (a: ComparableValue, b: ComparableValue) => boolean;
  /** No two of them are disjoint. */
  areCompatible: (values: readonly ComparableValue[]) => boolean;
  /** Of compatible values, the first with no more specific one; a negated value only if all are negated. */
  mostSpecific: (values: readonly ComparableValue[]) => ComparableValue | undefined;
}

export function createClaimComparator({ isWithin, compare: override }: SlotContext): ClaimComparator {
  const known = new Map<ComparableValue, Map<ComparableValue, SetRelation>>();
  // Every rule and relation asks for the same few pairs.
  const compare = (a: ComparableValue, b: ComparableValue): SetRelation => {
    const relations = known.get(a) ?? new Map<ComparableValue, SetRelation>();
    const relation =
      relations.get(b) ?? (override ? override(a.assertion, b.assertion) : compareAssertions(a, b, isWithin));
    known.set(a, relations.set(b, relation));
    return relation;
  };
  const areDisjoint = (a: ComparableValue, b: ComparableValue) => compare(a, b) === 'DISJOINT';
  return {
    compare,
    areDisjoint,
    entails: (a, b) => ['EQUAL', 'WITHIN'].includes(compare(a, b)),
    areCompatible: (values) => values.every((a, index) => !values.slice(index + 1).some((b) => areDisjoint(a, b))),
    mostSpecific: (values) => {
      const affirmative = values.filter(({ isNegated }) => !isNegated);
      const candidates = affirmative.length > 0 ? affirmative : values;
      return (
        candidates.find((candidate) => !candidates.some((other) => compare(other, candidate) === 'WITHIN')) ??
        candidates[0]
      );
    },
  };
}
