import { naturalOrder } from '../identity/keys.ts';
import { type TimeBounds } from '../time/edtf.ts';
import { areCompatibleTimes, isDated, type Window } from '../time/time.ts';
import {
  comesAfter,
  compareValues,
  isDroppedFor,
  isPlanWord,
  type SetRelation,
  type IsWithin,
} from './compare-values.ts';
import {
  ClaimStatus,
  ParticipationStatus,
  Polarity,
  ReviewState,
  type AttributionKind,
  type Modality,
} from '../vocabulary.generated.ts';

/** One claim's word on one slot. */
export interface Assertion {
  /** The claim's key. */
  claim: string;
  /** A Time, a Count, a status word, a key of a thing, true for `exists`, or any other JSON. */
  value: unknown;
  polarity: Polarity;
  modality: Modality;
  status: ClaimStatus;
  attributionKind: AttributionKind;
  /** Beginnings of its chains of attribution. */
  independentSources: number;
  /** Who stands at those beginnings; given, sources that back one value in several claims are counted once each. */
  origins?: readonly string[];
  /** 0 RELIABLE ... 3 UNKNOWN ... 5 UNRELIABLE. */
  reliabilityRank: number;
  reviewState: ReviewState;
  /** True where an analyst has looked at the claim and accepted it; claims start ACCEPTED without that. */
  reviewed?: boolean;
  /** When its document was published; null when that is not known. */
  published: Window | null;
  /** Keys of claims that a source or an analyst says it supersedes. */
  supersedes: readonly string[];
  /** Keys of claims with which it holds together by word of a source or an analyst: another measure, a closer account. */
  compatibleWith?: readonly string[];
  /** Of a status: when that of which it is the status takes place, as the same claim has it. */
  time?: TimeBounds;
}

/** How far a word goes, most first: told as done, told as planned, only alleged, left open. */
export const Strength = { OUTCOME: 0, PLAN: 1, ALLEGED: 2, OPEN: 3 } as const;
export type Strength = (typeof Strength)[keyof typeof Strength];

/** An assertion made ready for comparing: a denial is turned into the value it amounts to, where there is one. */
export interface ComparableValue {
  assertion: Assertion;
  value: unknown;
  /** True where it says only what is not so. */
  isNegated: boolean;
  strength: Strength;
}

/** Retracted and corrected claims no longer count; disputed ones do, last. */
export function isLive({ reviewState }: Pick<Assertion, 'reviewState'>): boolean {
  return reviewState === ReviewState.ACCEPTED || reviewState === ReviewState.DISPUTED;
}

/** 0 accepted by an analyst, 1 not reviewed, 2 disputed by an analyst. */
export function reviewRank({ reviewState, reviewed }: Pick<Assertion, 'reviewState' | 'reviewed'>): number {
  if (reviewState === ReviewState.DISPUTED) return 2;
  return reviewed ? 0 : 1;
}

/** The live assertions made ready for comparing, in the order of their claims' keys. */
export function toComparableValues(assertions: readonly Assertion[]): ComparableValue[] {
  return assertions
    .filter(isLive)
    .map((assertion) => ({ comparable: toComparable(assertion), key: naturalOrder(assertion.claim) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ comparable }) => comparable);
}

function toComparable(assertion: Assertion): ComparableValue {
  const { value, denies: isNegated } = resolveNegation(assertion);
  return { assertion, value, isNegated, strength: strengthOf(assertion.status, value) };
}

function resolveNegation({ value, polarity, status }: Assertion): { value: unknown; denies: boolean } {
  if (polarity === Polarity.AFFIRMATIVE) return { value, denies: false };
  if (typeof value === 'boolean') return { value: !value, denies: false };
  switch (value) {
    // These words deny attendance themselves; a NEGATIVE claim with them denies it once, not twice.
    case ParticipationStatus.ABSENT:
    case ParticipationStatus.DECLINED:
      return { value, denies: false };
    case ParticipationStatus.PLANNED:
      return { value: ParticipationStatus.DECLINED, denies: false };
    case ParticipationStatus.ATTENDED:
      return {
        value: isClaimedAsPlan(status) ? ParticipationStatus.DECLINED : ParticipationStatus.ABSENT,
        denies: false,
      };
    default:
      return { value, denies: true };
  }
}

/** An invitation that was sent, or a date that was set, has happened; what it is for is a plan all the same. */
function strengthOf(status: ClaimStatus, value: unknown): Strength {
  if (status === ClaimStatus.UNDETERMINED) return Strength.OPEN;
  if (status === ClaimStatus.ALLEGED) return Strength.ALLEGED;
  return isClaimedAsPlan(status) || isPlanWord(value) ? Strength.PLAN : Strength.OUTCOME;
}

function isClaimedAsPlan(status: ClaimStatus): boolean {
  return status === ClaimStatus.PLANNED || status === ClaimStatus.EXPECTED;
}

/** How what `a` allows stands to what `b` allows; a denial allows everything outside its value. */
export function compareAssertions(a: ComparableValue, b: ComparableValue, isWithin?: IsWithin): SetRelation {
  const relation = compareValues(a.value, b.value, isWithin);
  if (areDeclaredCompatible(a, b)) return relation === 'APART' ? 'OVERLAPS' : relation;
  if (a.isNegated && b.isNegated) return relation === 'APART' ? 'OVERLAPS' : inverse(relation);
  if (a.isNegated) return inverse(relationToNegation(b.value, a.value, inverse(relation)));
  if (b.isNegated) return relationToNegation(a.value, b.value, relation);
  // It cannot be going on again after it was over; that would be another fact.
  if (comesAfter(a.value, b.value) && isBefore(a, b)) return 'APART';
  if (comesAfter(b.value, a.value) && isBefore(b, a)) return 'APART';
  return isDropped(a, b) || isDropped(b, a) ? 'APART' : relation;
}

/** A source or an analyst has said that they do. */
function areDeclaredCompatible(a: ComparableValue, b: ComparableValue): boolean {
  const holdsWith = (one: ComparableValue, other: ComparableValue) =>
    one.assertion.compatibleWith?.includes(other.assertion.claim) ?? false;
  return holdsWith(a, b) || holdsWith(b, a);
}

/** What was dropped may come about later on, at another time; nobody can say afterwards that it was dropped then. */
function isDropped(dropped: ComparableValue, realized: ComparableValue): boolean {
  if (!isDroppedFor(dropped.value, realized.value) || isBefore(dropped, realized)) return false;
  const [planned, held] = [dropped.assertion.time, realized.assertion.time];
  return planned === undefined || held === undefined || areCompatibleTimes(planned, held);
}

/** The fit of a value to the denial of another, from its fit to that other: what is over need not be going on. */
function relationToNegation(value: unknown, negated: unknown, relation: SetRelation): SetRelation {
  if (comesAfter(value, negated)) return 'OVERLAPS';
  if (relation === 'SAME' || relation === 'INSIDE') return 'APART';
  return relation === 'APART' ? 'INSIDE' : 'OVERLAPS';
}

function inverse(relation: SetRelation): SetRelation {
  if (relation === 'INSIDE') return 'AROUND';
  return relation === 'AROUND' ? 'INSIDE' : relation;
}

/** True when `a` was surely published before `b`; false where the order is not known. */
export function isBefore(a: ComparableValue, b: ComparableValue): boolean {
  const first = a.assertion.published;
  const second = b.assertion.published;
  return isDated(first) && isDated(second) && first.until < second.from;
}
