import { compatible, refines, sameTime } from './time.ts';
import { type Bounds } from './edtf.ts';
import { Comparator, EventStatus, ParticipationStatus, TenureStatus } from './vocabulary.generated.ts';

/**
 * How one value stands to another, each taken as the set of states of the world it allows: the same set, wholly
 * inside the other, wholly around it, partly shared, or nothing in common.
 */
export type Fit = 'SAME' | 'INSIDE' | 'AROUND' | 'OVERLAPS' | 'APART';

/** Whether one value lies inside another where only the graph knows: a venue in a city, a city in a region. */
export type Within = (inner: unknown, outer: unknown) => boolean;

/** Status words about what is to come; an answer to an invitation is one. */
const PLANS: ReadonlySet<unknown> = new Set([
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
const OUTCOMES: ReadonlySet<unknown> = new Set([
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
const SAYS_MORE_THAN: Record<string, readonly string[]> = {
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
  return PLANS.has(value);
}

/**
 * True for two status words of which the first comes after the second in the course of things: HELD after ONGOING,
 * ENDED after CURRENT. They hold together only if nobody says the second after the first.
 */
export function comesAfter(a: unknown, b: unknown): boolean {
  return OUTCOMES.has(a) && OUTCOMES.has(b) && saysMore(a, b);
}

/** Plans that were dropped, and what then cannot have come of them any more. */
const DROPPED: Record<string, string> = { POSTPONED: EventStatus.HELD, DECLINED: ParticipationStatus.ATTENDED };

/** True where `a` says that a plan was dropped and `b` that it came about: POSTPONED and HELD, DECLINED and ATTENDED. */
export function isDroppedFor(a: unknown, b: unknown): boolean {
  return typeof a === 'string' && DROPPED[a] === b;
}

/** How value `a` of a slot stands to value `b` of the same slot: times, counts, status words, or whatever JSON. */
export function fitOf(a: unknown, b: unknown, within?: Within): Fit {
  if (isTime(a) && isTime(b)) {
    if (sameTime(a, b)) return 'SAME';
    if (refines(a, b)) return 'INSIDE';
    if (refines(b, a)) return 'AROUND';
    return compatible(a, b) ? 'OVERLAPS' : 'APART';
  }
  if (isCount(a) && isCount(b)) return fitOfRanges(rangeOf(a), rangeOf(b));
  if (a === b || canonical(a) === canonical(b)) return 'SAME';
  if (b === 'UNKNOWN' || saysMore(a, b)) return 'INSIDE';
  if (a === 'UNKNOWN' || saysMore(b, a)) return 'AROUND';
  if ((PLANS.has(a) && OUTCOMES.has(b)) || (OUTCOMES.has(a) && PLANS.has(b))) return 'OVERLAPS';
  if (within?.(a, b)) return 'INSIDE';
  if (within?.(b, a)) return 'AROUND';
  return 'APART';
}

function saysMore(a: unknown, b: unknown): boolean {
  return typeof a === 'string' && typeof b === 'string' && (SAYS_MORE_THAN[a]?.includes(b) ?? false);
}

function isTime(value: unknown): value is Bounds {
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
function rangeOf({ value, comparator }: { value: number; comparator: Comparator }): Range {
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

function fitOfRanges(a: Range, b: Range): Fit {
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
