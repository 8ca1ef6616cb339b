import { areCompatibleTimes, refines, isSameTime } from '../time/time.ts';
import { type TimeBounds } from '../time/edtf.ts';
import { Comparator, EventStatus, ParticipationStatus, TenureStatus } from '../vocabulary.generated.ts';

/**
 * How one value stands to another, each taken as the set of states of the world it allows: the same set, wholly
 * inside the other, wholly around it, partly shared, or nothing in common.
 */
export type SetRelation = 'SAME' | 'INSIDE' | 'AROUND' | 'OVERLAPS' | 'APART';

/** Whether one value lies inside another where only the graph knows: a venue in a city, a city in a region. */
export type IsWithin = (inner: unknown, outer: unknown) => boolean;

/** Status words about what is to come; an answer to an invitation is one. */
const PLAN_WORDS: ReadonlySet<unknown> = new Set([
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

/** Status words about what came of it. */
const OUTCOME_WORDS: ReadonlySet<unknown> = new Set([
  EventStatus.CANCELLED,
  EventStatus.HELD,
  EventStatus.ONGOING,
  ParticipationStatus.ATTENDED,
  ParticipationStatus.ABSENT,
  TenureStatus.CURRENT,
  TenureStatus.ENDED,
  TenureStatus.NOT_TAKEN_UP,
]);

/** Status words that say more than others and take nothing back: who is confirmed was invited. */
const MORE_SPECIFIC_THAN: Record<string, readonly string[]> = {
  SCHEDULED: ['PROPOSED'],
  RESCHEDULED: ['PROPOSED', 'SCHEDULED'],
  PLANNED: ['INVITED'],
  CONFIRMED: ['INVITED', 'PLANNED'],
  DECLINED: ['INVITED'],
  HELD: ['ONGOING'],
  ENDED: ['CURRENT'],
};

/** True for a status word about what is to come: SCHEDULED, INVITED, NOMINATED. */
export function isPlanWord(value: unknown): boolean {
  return PLAN_WORDS.has(value);
}

/**
 * True for two status words of which the first comes after the second in the course of things: HELD after ONGOING,
 * ENDED after CURRENT. They hold together only if nobody says the second after the first.
 */
export function comesAfter(a: unknown, b: unknown): boolean {
  return OUTCOME_WORDS.has(a) && OUTCOME_WORDS.has(b) && isMoreSpecific(a, b);
}

/** Plans that were dropped, and what then cannot have come of them any more. */
const EXCLUDED_AFTER_DROP: Record<string, string> = {
  POSTPONED: EventStatus.HELD,
  DECLINED: ParticipationStatus.ATTENDED,
};

/** True where `a` says that a plan was dropped and `b` that it came about: POSTPONED and HELD, DECLINED and ATTENDED. */
export function isDroppedFor(a: unknown, b: unknown): boolean {
  return typeof a === 'string' && EXCLUDED_AFTER_DROP[a] === b;
}

/** How value `a` of a slot stands to value `b` of the same slot: times, counts, status words, or whatever JSON. */
export function compareValues(a: unknown, b: unknown, isWithin?: IsWithin): SetRelation {
  if (isTime(a) && isTime(b)) {
    if (isSameTime(a, b)) return 'SAME';
    if (refines(a, b)) return 'INSIDE';
    if (refines(b, a)) return 'AROUND';
    return areCompatibleTimes(a, b) ? 'OVERLAPS' : 'APART';
  }
  if (isCount(a) && isCount(b)) return compareRanges(countRange(a), countRange(b));
  if (a === b || canonical(a) === canonical(b)) return 'SAME';
  if (b === 'UNKNOWN' || isMoreSpecific(a, b)) return 'INSIDE';
  if (a === 'UNKNOWN' || isMoreSpecific(b, a)) return 'AROUND';
  if ((PLAN_WORDS.has(a) && OUTCOME_WORDS.has(b)) || (OUTCOME_WORDS.has(a) && PLAN_WORDS.has(b))) return 'OVERLAPS';
  if (isWithin?.(a, b)) return 'INSIDE';
  if (isWithin?.(b, a)) return 'AROUND';
  return 'APART';
}

function isMoreSpecific(a: unknown, b: unknown): boolean {
  return typeof a === 'string' && typeof b === 'string' && (MORE_SPECIFIC_THAN[a]?.includes(b) ?? false);
}

function isTime(value: unknown): value is TimeBounds {
  return isObject(value) && 'startEarliest' in value && 'endLatest' in value;
}

function isCount(value: unknown): value is { value: number; comparator: Comparator } {
  return isObject(value) && 'comparator' in value && typeof value.value === 'number';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

type Range = readonly [least: number, most: number];

/** The numbers a count allows; "about" is taken as a tenth more or less. */
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
  if (a[0] === b[0] && a[1] === b[1]) return 'SAME';
  if (a[0] >= b[0] && a[1] <= b[1]) return 'INSIDE';
  if (a[0] <= b[0] && a[1] >= b[1]) return 'AROUND';
  return a[0] <= b[1] && b[0] <= a[1] ? 'OVERLAPS' : 'APART';
}

/** JSON with the keys of objects in one order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    isObject(part) && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort()) : part,
  );
}
