import { AFTER_ALL, BEFORE_ALL, type Stretch } from './calendar.ts';
import { type DaySet, containsDays, gapsBetween, haveCommonDay, mergedStretches } from './day-set.ts';
import { isExactEdtf, mayHaveGaps, parseEdtf, type TimeBounds } from './edtf.ts';
import { areComparableInstants, instantOf } from './time-of-day.ts';
import { TimePrecision } from '../vocabulary.generated.ts';

/**
 * A point or span of time with the precision that its source gives. It began between startEarliest and startLatest and ended
 * between endEarliest and endLatest, days as `YYYY-MM-DD`; null is unknown or open.
 */
export interface TimeSpan extends TimeBounds {
  /** The time as coded (EDTF, ISO 8601-2); null if the source gives none. */
  edtf: string | null;
  precision: TimePrecision;
  /** The token as printed. */
  raw: string | null;
  /** How the token was resolved. */
  basis: string | null;
}

/** The days that a time may touch, both included, as searches compare them. Never CERTAINLY if not `exact`. */
export interface Window {
  from: string;
  until: string;
  exact: boolean;
  /** Of a day with a time of day: the instant (see {@link instantOf}), to which only {@link endsBefore} looks. */
  at?: string;
  /** Days between `from` and `until` that it cannot touch, in order; left out where there are none. */
  gaps?: readonly Stretch[];
}

/** The days of a filter, both included; a missing end is open. */
export interface DayRange {
  from?: string | null;
  to?: string | null;
}

export { AFTER_ALL, BEFORE_ALL };

/**
 * The time that a source gives: EDTF text, or none. Throws a ClientError INVALID that says what was expected for any other
 * text.
 */
export function parseTime({
  edtf,
  raw,
  basis,
}: {
  edtf?: string | null;
  raw?: string | null;
  basis?: string | null;
}): TimeSpan {
  const text = edtf?.trim() ?? null;
  const { precision, startEarliest, startLatest, endEarliest, endLatest } =
    text === null ? UNKNOWN_TIME : parseEdtf(text);
  const bounds = { startEarliest, startLatest, endEarliest, endLatest };
  return { edtf: text, precision, ...bounds, raw: raw ?? null, basis: basis ?? null };
}

const UNKNOWN_TIME = {
  precision: TimePrecision.UNKNOWN,
  startEarliest: null,
  startLatest: null,
  endEarliest: null,
  endLatest: null,
};

/** True if any bound is known. */
export function isKnown(time: TimeBounds): boolean {
  return (time.startEarliest ?? time.startLatest ?? time.endEarliest ?? time.endLatest) !== null;
}

/** The window of a time: open at an unknown end, and reversed, so that it overlaps nothing, if both ends are unknown. */
export function windowOf(time: TimeSpan): Window {
  if (!isKnown(time)) return { from: AFTER_ALL, until: BEFORE_ALL, exact: false };
  const gaps = gapsOf(time);
  const at = instantOf(time.edtf);
  return {
    from: time.startEarliest ?? BEFORE_ALL,
    until: time.endLatest ?? AFTER_ALL,
    exact: time.edtf === null || isExactEdtf(time.edtf),
    ...(gaps.length > 0 && { gaps }),
    ...(at !== null && { at }),
  };
}

/** The days between those that a single date or a set may be. A duration has no gaps: it covers what lies between its ends. */
function gapsOf({ edtf }: TimeSpan): Stretch[] {
  if (edtf === null || edtf.includes('/') || !mayHaveGaps(edtf)) return [];
  return gapsBetween(mergedStretches(parseEdtf(edtf).begin) ?? []);
}

/** False for a missing window and for the reversed window of an unknown time. */
export function isDated(window: Window | null): window is Window {
  return window !== null && window.from <= window.until;
}

/** How many days the window spans. */
export const daysIn = ({ from, until }: Pick<Window, 'from' | 'until'>): number =>
  (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1;

/**
 * True if all of the first time was before the second; false if either is unknown. Of two times of one day, their times of day decide. Those
 * of different days, which are days of two places, must not say otherwise.
 */
export function endsBefore(first: Window | null, second: Window | null): boolean {
  if (!isDated(first) || !isDated(second)) return false;
  const areTimed = first.at !== undefined && second.at !== undefined && areComparableInstants(first.at, second.at);
  if (!areTimed) return first.until < second.from;
  return first.until <= second.from && first.at! < second.at!;
}

/** POSSIBLY: some interpretation of the time overlaps the days. */
export function possibly({ from: first, until, gaps = [] }: Window, { from, to }: DayRange): boolean {
  if (first > until || first > (to ?? AFTER_ALL) || until < (from ?? BEFORE_ALL)) return false;
  return !from || !to || !gaps.some((gap) => gap.first <= from && to <= gap.last);
}

/** CERTAINLY: every interpretation of the time lies within the days. */
export function certainly(window: Window, { from, to }: DayRange): boolean {
  return window.exact && window.from >= (from ?? BEFORE_ALL) && window.until <= (to ?? AFTER_ALL);
}

/** A time that is compared with another; without text, its bounds are all that is known. */
export type ComparableTime = TimeBounds & { edtf?: string | null };

/** True if both allow the same days, in whatever notation. */
export function isSameTime(a: ComparableTime, b: ComparableTime): boolean {
  return liesWithin(a, b) && liesWithin(b, a);
}

/** True if `fine` is compatible with `coarse` and more specific: a day in that month, a known end for an unknown one. */
export function refines(fine: ComparableTime, coarse: ComparableTime): boolean {
  return liesWithin(fine, coarse) && !liesWithin(coarse, fine);
}

/** True if one event can have both times: a common begin and a common end exist. */
export function areCompatibleTimes(a: ComparableTime, b: ComparableTime): boolean {
  const [one, other] = [possibleDays(a), possibleDays(b)];
  const [instant, another] = [instantOf(a.edtf), instantOf(b.edtf)];
  const areTimed = instant !== null && another !== null && areComparableInstants(instant, another);
  if (areTimed && instant !== another) return false;
  return haveCommonDay(one.begin, other.begin) && haveCommonDay(one.end, other.end);
}

function liesWithin(fine: ComparableTime, coarse: ComparableTime): boolean {
  const [inner, outer] = [possibleDays(fine), possibleDays(coarse)];
  const instant = instantOf(coarse.edtf);
  if (instant !== null && instant !== instantOf(fine.edtf)) return false;
  return containsDays(outer.begin, inner.begin) && containsDays(outer.end, inner.end);
}

function possibleDays({ edtf, ...bounds }: ComparableTime): { begin: DaySet; end: DaySet } {
  if (typeof edtf === 'string' && mayHaveGaps(edtf)) return parseEdtf(edtf);
  const { startEarliest, startLatest, endEarliest, endLatest } = bounds;
  return {
    begin: [{ first: startEarliest ?? BEFORE_ALL, last: startLatest ?? AFTER_ALL }],
    end: [{ first: endEarliest ?? BEFORE_ALL, last: endLatest ?? AFTER_ALL }],
  };
}
