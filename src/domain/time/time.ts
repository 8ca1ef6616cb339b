import { isExactEdtf, parseEdtf, type TimeBounds } from './edtf.ts';
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
}

/** The days of a filter, both included; a missing end is open. */
export interface DayRange {
  from?: string | null;
  to?: string | null;
}

/** Sort before and after every day: the open ends of a window. */
export const BEFORE_ALL = '0000-00-00';
export const AFTER_ALL = '9999-99-99';

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
  return { edtf: text, ...(text === null ? UNKNOWN_TIME : parseEdtf(text)), raw: raw ?? null, basis: basis ?? null };
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
  return {
    from: time.startEarliest ?? BEFORE_ALL,
    until: time.endLatest ?? AFTER_ALL,
    exact: time.edtf === null || isExactEdtf(time.edtf),
  };
}

/** False for a missing window and for the reversed window of an unknown time. */
export function isDated(window: Window | null): window is Window {
  return window !== null && window.from <= window.until;
}

/** POSSIBLY: some interpretation of the time overlaps the days. */
export function possibly(window: Window, { from, to }: DayRange): boolean {
  return window.from <= (to ?? AFTER_ALL) && window.until >= (from ?? BEFORE_ALL) && window.from <= window.until;
}

/** CERTAINLY: every interpretation of the time lies within the days. */
export function certainly(window: Window, { from, to }: DayRange): boolean {
  return window.exact && window.from >= (from ?? BEFORE_ALL) && window.until <= (to ?? AFTER_ALL);
}

/** True if both have the same bounds, in whatever notation. */
export function isSameTime(a: TimeBounds, b: TimeBounds): boolean {
  return BOUNDS.every((bound) => a[bound] === b[bound]);
}

/** True if `fine` is compatible with `coarse` and more specific: a day in that month, a known end for an unknown one. */
export function refines(fine: TimeBounds, coarse: TimeBounds): boolean {
  return liesWithin(fine, coarse) && !isSameTime(fine, coarse);
}

/** True if one event can have both times: a common begin and a common end exist. */
export function areCompatibleTimes(a: TimeBounds, b: TimeBounds): boolean {
  return (
    rangesOverlap(a.startEarliest, a.startLatest, b.startEarliest, b.startLatest) &&
    rangesOverlap(a.endEarliest, a.endLatest, b.endEarliest, b.endLatest)
  );
}

const BOUNDS = ['startEarliest', 'startLatest', 'endEarliest', 'endLatest'] as const;

function liesWithin(fine: TimeBounds, coarse: TimeBounds): boolean {
  const notBefore = (a: string | null, b: string | null) => b === null || (a !== null && a >= b);
  const notAfter = (a: string | null, b: string | null) => b === null || (a !== null && a <= b);
  return (
    notBefore(fine.startEarliest, coarse.startEarliest) &&
    notAfter(fine.startLatest, coarse.startLatest) &&
    notBefore(fine.endEarliest, coarse.endEarliest) &&
    notAfter(fine.endLatest, coarse.endLatest)
  );
}

function rangesOverlap(
  fromA: string | null,
  untilA: string | null,
  fromB: string | null,
  untilB: string | null,
): boolean {
  return (fromA ?? BEFORE_ALL) <= (untilB ?? AFTER_ALL) && (fromB ?? BEFORE_ALL) <= (untilA ?? AFTER_ALL);
}
