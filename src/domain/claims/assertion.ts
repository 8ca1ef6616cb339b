import { naturalOrder } from '../identity/keys.ts';
import { type TimeBounds } from '../time/edtf.ts';
import { areCompatibleTimes, endsBefore, type Window } from '../time/time.ts';
import {
  comesAfter,
  compareValues,
  isDroppedFor,
  isPlanStatus,
  presupposes,
  type SetRelation,
  type IsWithin,
} from './compare-values.ts';
import {
  ClaimStatus,
  ParticipationStatus,
  Polarity,
  ReviewState,
  Modality,
  type AttributionKind,
} from '../vocabulary.generated.ts';

/** The value that one claim gives to one slot. */
export interface Assertion {
  /** The claim's key. */
  claim: string;
  /** A TimeSpan, a Count, a status, the key of a node, true for `exists`, or any other JSON. */
  value: unknown;
  polarity: Polarity;
  modality: Modality;
  status: ClaimStatus;
  attributionKind: AttributionKind;
  /** Its independent sources (independent-sources.ts). */
  origins: readonly string[];
  /** The documents in which it stands. */
  documents?: readonly string[];
  /** When it was recorded, as an ISO instant. */
  recordedAt: string;
  /** 0 RELIABLE ... 3 UNKNOWN ... 5 UNRELIABLE. */
  reliabilityRank: number;
  reviewState: ReviewState;
  /** True when an analyst has accepted the claim explicitly; claims start as ACCEPTED without a review. */
  reviewed?: boolean;
  /** When its document was published; null if unknown. */
  published: Window | null;
  /** Keys of claims that it supersedes according to a source or an analyst. */
  supersedes: readonly string[];
  /** Keys of claims that a source or an analyst has related to it by a compatible type: another measure, a refinement. */
  compatibleWith?: readonly string[];
  /** For a status: the time that the same claim gives for the event. */
  time?: TimeBounds;
  /** True if the same claim says that the event is POSTPONED or RESCHEDULED, which presupposes another plan. */
  movesPlan?: boolean;
  /** True if the same claim tells of a plan or an invitation. */
  tellsOfPlan?: boolean;
}

/** What kind of assertion it is, the strongest first. */
export const Strength = { OUTCOME: 0, PLAN: 1, ALLEGED: 2, OPEN: 3 } as const;
export type Strength = (typeof Strength)[keyof typeof Strength];

/** An assertion prepared for comparison: a negated claim becomes the opposite value where there is one. */
export interface ComparableValue {
  assertion: Assertion;
  value: unknown;
  /** True when it only excludes its value. */
  isNegated: boolean;
  strength: Strength;
}

/** The value that it gives to a fact; a negated one gives none. */
export function affirmedValue(comparable: ComparableValue | undefined): unknown {
  return comparable && !comparable.isNegated ? comparable.value : null;
}

/** False for retracted and corrected claims. Disputed claims are live, but rank last. */
export function isLive({ reviewState }: Pick<Assertion, 'reviewState'>): boolean {
  return reviewState === ReviewState.ACCEPTED || reviewState === ReviewState.DISPUTED;
}

/** 0 accepted by an analyst, 1 not reviewed, 2 disputed by an analyst. */
export function reviewRank({ reviewState, reviewed }: Pick<Assertion, 'reviewState' | 'reviewed'>): number {
  if (reviewState === ReviewState.DISPUTED) return 2;
  return reviewed ? 0 : 1;
}

/** The live assertions prepared for comparison, ordered by claim key. */
export function toComparableValues(assertions: readonly Assertion[]): ComparableValue[] {
  return assertions
    .filter(isLive)
    .map((assertion) => ({ comparable: toComparable(assertion), key: naturalOrder(assertion.claim) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ comparable }) => comparable);
}

/** Prepares an assertion for comparison, whether or not it is live. */
export function toComparable(assertion: Assertion): ComparableValue {
  const { value, isNegated } = resolveNegation(assertion);
  return { assertion, value, isNegated, strength: strengthOf(assertion.status, value) };
}

function resolveNegation({ value, polarity, status }: Assertion): { value: unknown; isNegated: boolean } {
  if (polarity === Polarity.AFFIRMATIVE) return { value, isNegated: false };
  if (typeof value === 'boolean') return { value: !value, isNegated: false };
  switch (value) {
    // These statuses are negative themselves; a NEGATIVE claim with one of them is not a double negation.
    case ParticipationStatus.ABSENT:
    case ParticipationStatus.DECLINED:
      return { value, isNegated: false };
    case ParticipationStatus.PLANNED:
      return { value: ParticipationStatus.DECLINED, isNegated: false };
    case ParticipationStatus.ATTENDED:
      return {
        value: isClaimedAsPlan(status) ? ParticipationStatus.DECLINED : ParticipationStatus.ABSENT,
        isNegated: false,
      };
    default:
      return { value, isNegated: true };
  }
}

/** Sending an invitation or fixing a date has OCCURRED, but what it announces is still a plan. */
function strengthOf(status: ClaimStatus, value: unknown): Strength {
  if (status === ClaimStatus.UNDETERMINED) return Strength.OPEN;
  if (status === ClaimStatus.ALLEGED) return Strength.ALLEGED;
  return isClaimedAsPlan(status) || isPlanStatus(value) ? Strength.PLAN : Strength.OUTCOME;
}

/** True if a claim of this status describes a plan. */
export function isClaimedAsPlan(status: ClaimStatus): boolean {
  return status === ClaimStatus.PLANNED || status === ClaimStatus.EXPECTED;
}

/** True if it tells what happened, be it from hearsay, and not what is planned. */
function tellsOutcome({ assertion: { modality, tellsOfPlan }, value, strength }: ComparableValue): boolean {
  if (strength !== Strength.ALLEGED) return strength === Strength.OUTCOME;
  return (modality === Modality.OCCURRED || modality === Modality.ONGOING) && !isPlanStatus(value) && !tellsOfPlan;
}

/** Also what is only alleged of a plan: that somebody was invited in that post. */
export const tellsPlan = ({ assertion: { tellsOfPlan }, strength }: ComparableValue): boolean =>
  strength === Strength.PLAN || (strength === Strength.ALLEGED && tellsOfPlan === true);

/** True if one tells of a plan and the other what became of it: then neither is a further source of the other. */
export function arePlanAndOutcome(a: ComparableValue, b: ComparableValue): boolean {
  return (tellsPlan(a) && tellsOutcome(b)) || (tellsPlan(b) && tellsOutcome(a));
}

/** True if both come from one origin, in one document. */
export function areOfOneSource(a: Pick<Assertion, 'origins' | 'documents'>, b: typeof a): boolean {
  const share = (one: readonly string[] = [], other: readonly string[] = []) =>
    one.some((each) => other.includes(each));
  return share(a.origins, b.origins) && share(a.documents, b.documents);
}

/** The relation of the values that `a` allows to those that `b` allows; a negated claim allows everything but its value. */
export function compareAssertions(a: ComparableValue, b: ComparableValue, isWithin?: IsWithin): SetRelation {
  const relation = compareValues(a.value, b.value, isWithin);
  if (areDeclaredCompatible(a, b)) return relation === 'DISJOINT' ? 'OVERLAPS' : relation;
  if (a.isNegated && b.isNegated) return relation === 'DISJOINT' ? 'OVERLAPS' : inverse(relation);
  if (a.isNegated) return inverse(relationToNegation(b.value, a.value, inverse(relation)));
  if (b.isNegated) return relationToNegation(a.value, b.value, relation);
  // Something that was over cannot be in progress later; that would be another fact.
  if (comesAfter(a.value, b.value) && isBefore(a, b)) return 'DISJOINT';
  if (comesAfter(b.value, a.value) && isBefore(b, a)) return 'DISJOINT';
  if (isMovedBy(a, b, relation) || isMovedBy(b, a, relation)) return 'DISJOINT';
  return isDropped(a, b) || isDropped(b, a) ? 'DISJOINT' : relation;
}

/**
 * Whether `mover` says that the plan of `plan` was moved. A plan published after it is not the one that it presupposes, nor is
 * one for the day to which the event was moved.
 */
function isMovedBy(plan: ComparableValue, mover: ComparableValue, relation: SetRelation): boolean {
  if (!mover.assertion.movesPlan || plan.assertion.movesPlan || isBefore(mover, plan)) return false;
  if (mover.strength !== Strength.PLAN || plan.strength !== Strength.PLAN) return false;
  if (relation === 'DISJOINT') return true;
  if (!presupposes(mover.value, plan.value)) return false;
  const [moved, planned] = [mover.assertion.time, plan.assertion.time];
  return moved === undefined || planned === undefined || !areCompatibleTimes(moved, planned);
}

/** Whether `later` takes the place of an earlier plan: it was published later, or says that the event was moved. */
export function isLaterPlan(later: ComparableValue, earlier: ComparableValue, relation: SetRelation): boolean {
  if (later.strength !== Strength.PLAN || earlier.strength !== Strength.PLAN) return false;
  return isBefore(earlier, later) || (!later.isNegated && !earlier.isNegated && isMovedBy(earlier, later, relation));
}

/** Whether a source or an analyst has related them by a compatible type. */
function areDeclaredCompatible(a: ComparableValue, b: ComparableValue): boolean {
  const holdsWith = (one: ComparableValue, other: ComparableValue) =>
    one.assertion.compatibleWith?.includes(other.assertion.claim) ?? false;
  return holdsWith(a, b) || holdsWith(b, a);
}

/**
 * Whether `dropped` cancels what `realized` reports. A dropped plan can still be realized at another time, or if the report
 * was published later.
 */
function isDropped(dropped: ComparableValue, realized: ComparableValue): boolean {
  if (!isDroppedFor(dropped.value, realized.value) || isBefore(dropped, realized)) return false;
  const [planned, held] = [dropped.assertion.time, realized.assertion.time];
  return planned === undefined || held === undefined || areCompatibleTimes(planned, held);
}

/** The relation of a value to the negation of another, given its relation to that other value. */
function relationToNegation(value: unknown, negated: unknown, relation: SetRelation): SetRelation {
  if (comesAfter(value, negated)) return 'OVERLAPS';
  if (relation === 'EQUAL' || relation === 'WITHIN') return 'DISJOINT';
  return relation === 'DISJOINT' ? 'WITHIN' : 'OVERLAPS';
}

function inverse(relation: SetRelation): SetRelation {
  if (relation === 'WITHIN') return 'CONTAINS';
  return relation === 'CONTAINS' ? 'WITHIN' : relation;
}

/** True if `a` was certainly published before `b`; false if the order is unknown. */
export function isBefore(a: ComparableValue, b: ComparableValue): boolean {
  return endsBefore(a.assertion.published, b.assertion.published);
}
