import { areCompatibleTimes, refines, isSameTime } from '../time/time.ts';
import { type TimeBounds } from '../time/edtf.ts';
import { Comparator, EventStatus, ParticipationStatus, TenureStatus } from '../vocabulary.generated.ts';

/**
 * The relation between two values, each seen as the set of states of the world that it allows.
 */
export type SetRelation = 'EQUAL' | 'WITHIN' | 'CONTAINS' | 'OVERLAPS' | 'DISJOINT';

/** Containment that only the graph knows: a venue in a city, a city in a region. */
export type IsWithin = (inner: unknown, outer: unknown) => boolean;

/** Statuses of plans; the answer to an invitation is one. */
const PLAN_STATUSES: ReadonlySet<unknown> = new Set([
  EventStatus.PROPOSED,
  EventStatus.SCHEDULED,
  EventStatus.POSTPONED,
  EventStatus.RESCHEDULED,
  ParticipationStatus.INVITED,
  ParticipationStatus.PLANNED,
  ParticipationStatus.CONFIRMED,
  ParticipationStatus.DECLINED,
  TenureStatus.NOMINATED,
]);

/** Statuses of outcomes. */
const OUTCOME_STATUSES: ReadonlySet<unknown> = new Set([
  EventStatus.CANCELLED,
  EventStatus.HELD,
  EventStatus.ONGOING,
  ParticipationStatus.ATTENDED,
  ParticipationStatus.ABSENT,
  TenureStatus.CURRENT,
  TenureStatus.ENDED,
  TenureStatus.NOT_TAKEN_UP,
]);

/** A table by status, in which other values, such as the text "constructor", are not found. */
function table(rows: Readonly<Record<string, readonly unknown[]>>): ReadonlyMap<unknown, readonly unknown[]> {
  return new Map(Object.entries(rows));
}

/** Statuses that imply others: a confirmed participant was invited. */
const MORE_SPECIFIC_THAN = table({
  SCHEDULED: ['PROPOSED'],
  RESCHEDULED: ['PROPOSED', 'SCHEDULED'],
  PLANNED: ['INVITED'],
  CONFIRMED: ['INVITED', 'PLANNED'],
  DECLINED: ['INVITED'],
  HELD: ['ONGOING'],
  ENDED: ['CURRENT'],
});

/** True for the status of a plan: SCHEDULED, INVITED, NOMINATED. */
export function isPlanStatus(value: unknown): boolean {
  return PLAN_STATUSES.has(value);
}

/**
 * True if status `a` follows `b` in time: HELD after ONGOING, ENDED after CURRENT. They are compatible unless the second is
 * reported after the first.
 */
export function comesAfter(a: unknown, b: unknown): boolean {
  return OUTCOME_STATUSES.has(a) && OUTCOME_STATUSES.has(b) && isMoreSpecific(a, b);
}

/** Statuses of outcomes, each with those of the plans that it brings to nothing. */
const UNFULFILLED_PLANS = table({
  CANCELLED: [EventStatus.PROPOSED, EventStatus.SCHEDULED, EventStatus.POSTPONED, EventStatus.RESCHEDULED],
  ABSENT: [ParticipationStatus.PLANNED, ParticipationStatus.CONFIRMED],
  ATTENDED: [ParticipationStatus.DECLINED],
  NOT_TAKEN_UP: [TenureStatus.NOMINATED],
});

/** True if status `a` says that what status `b` plans did not come about: CANCELLED and SCHEDULED. */
function isUnfulfilled(a: unknown, b: unknown): boolean {
  return UNFULFILLED_PLANS.get(a)?.includes(b) ?? false;
}

/**
 * True if neither status confirms nor contradicts the other. An invitation is no plan of those who are invited, whatever they
 * did; an event that was postponed and then took place had another plan in between.
 */
export function areUnrelatedStatuses(a: unknown, b: unknown): boolean {
  const isPair = (one: unknown, other: unknown) =>
    (one === ParticipationStatus.INVITED && (OUTCOME_STATUSES.has(other) || other === ParticipationStatus.DECLINED)) ||
    (one === EventStatus.POSTPONED && (other === EventStatus.HELD || other === EventStatus.ONGOING));
  return isPair(a, b) || isPair(b, a);
}

/** True if status `a` presupposes a plan of status `b`, which it moves: RESCHEDULED and SCHEDULED. */
export function presupposes(a: unknown, b: unknown): boolean {
  const isMove = a === EventStatus.POSTPONED || a === EventStatus.RESCHEDULED;
  return isMove && (b === EventStatus.SCHEDULED || b === EventStatus.PROPOSED);
}

/** True if `a` drops a plan and `b` reports it as realized: POSTPONED and HELD. */
export function isDroppedFor(a: unknown, b: unknown): boolean {
  return a === EventStatus.POSTPONED && b === EventStatus.HELD;
}

/** Compares two values of one slot: times, counts, statuses or any other JSON. */
export function compareValues(a: unknown, b: unknown, isWithin?: IsWithin): SetRelation {
  if (isTime(a) && isTime(b)) {
    if (isSameTime(a, b)) return 'EQUAL';
    if (refines(a, b)) return 'WITHIN';
    if (refines(b, a)) return 'CONTAINS';
    return areCompatibleTimes(a, b) ? 'OVERLAPS' : 'DISJOINT';
  }
  if (isCount(a) && isCount(b)) return compareRanges(countRange(a), countRange(b));
  if (Array.isArray(a) && Array.isArray(b)) return compareSets(a, b, isWithin);
  if (a === b || canonical(a) === canonical(b)) return 'EQUAL';
  if (b === 'UNKNOWN' || isMoreSpecific(a, b)) return 'WITHIN';
  if (a === 'UNKNOWN' || isMoreSpecific(b, a)) return 'CONTAINS';
  if (isUnfulfilled(a, b) || isUnfulfilled(b, a)) return 'DISJOINT';
  if ((PLAN_STATUSES.has(a) && OUTCOME_STATUSES.has(b)) || (OUTCOME_STATUSES.has(a) && PLAN_STATUSES.has(b)))
    return 'OVERLAPS';
  if (isWithin?.(a, b)) return 'WITHIN';
  if (isWithin?.(b, a)) return 'CONTAINS';
  return 'DISJOINT';
}

/**
 * Of two sets that a source gives as one value, such as the speakers of a joint statement or the places of a meeting, the one that names
 * more says more. Of places, one may name more of them and the other name one of them more exactly: both can be true.
 */
function compareSets(a: readonly unknown[], b: readonly unknown[], isWithin?: IsWithin): SetRelation {
  const entails = (inner: unknown, outer: unknown) => inner === outer || (isWithin?.(inner, outer) ?? false);
  const says = (fuller: readonly unknown[], other: readonly unknown[]) =>
    other.every((each) => fuller.some((member) => entails(member, each)));
  if (says(a, b)) return says(b, a) ? 'EQUAL' : 'WITHIN';
  if (says(b, a)) return 'CONTAINS';
  const isAmong = (fewer: readonly unknown[], others: readonly unknown[]) =>
    fewer.every((each) => others.some((other) => entails(each, other) || entails(other, each)));
  return isAmong(a, b) || isAmong(b, a) ? 'OVERLAPS' : 'DISJOINT';
}

function isMoreSpecific(a: unknown, b: unknown): boolean {
  return MORE_SPECIFIC_THAN.get(a)?.includes(b) ?? false;
}

/** True for a time, and no other kind of value. */
export function isTime(value: unknown): value is TimeBounds {
  return isObject(value) && 'startEarliest' in value && 'endLatest' in value;
}

/** True for a number with a comparator. */
export function isCount(value: unknown): value is { value: number; comparator: Comparator } {
  return isObject(value) && 'comparator' in value && typeof value.value === 'number';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

type Range = readonly [least: number, most: number];

/** The numbers that a count allows; ABOUT is plus or minus 10%. */
function countRange({ value, comparator }: { value: number; comparator: Comparator }): Range {
  switch (comparator) {
    case Comparator.EXACTLY:
      return [value, value];
    case Comparator.ABOUT:
      return [Math.floor(value * 0.9), Math.ceil(value * 1.1)];
    case Comparator.OVER:
      return [value + 1, Infinity];
    case Comparator.UP_TO:
      return [0, value];
  }
}

function compareRanges(a: Range, b: Range): SetRelation {
  if (a[0] === b[0] && a[1] === b[1]) return 'EQUAL';
  if (a[0] >= b[0] && a[1] <= b[1]) return 'WITHIN';
  if (a[0] <= b[0] && a[1] >= b[1]) return 'CONTAINS';
  return a[0] <= b[1] && b[0] <= a[1] ? 'OVERLAPS' : 'DISJOINT';
}

/** JSON with sorted keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    isObject(part) && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort()) : part,
  );
}
