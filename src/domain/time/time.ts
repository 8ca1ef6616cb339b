import { isExactEdtf, parseEdtf, type TimeBounds } from './edtf.ts';
import { TimePrecision } from '../vocabulary.generated.ts';

/**
 * A moment or span exactly as coarse as its source gives it. It began between startEarliest and startLatest and ended
 * between endEarliest and endLatest, days as `YYYY-MM-DD`; null is unknown or open.
 */
export interface Time extends TimeBounds {
  /** The time as coded (EDTF, ISO 8601-2); null when the source gives none. */
  edtf: string | null;
  precision: TimePrecision;
  /** The token as printed. */
  raw: string | null;
  /** How the token was resolved. */
  basis: string | null;
}

/** The days that a time may touch, both included, as searches compare them; `exact` false is never CERTAINLY. */
export interface Window {
  from: string;
  until: string;
  exact: boolean;
}

/** The days asked for, both included; an end left out is open. */
export interface DayRange {
  from?: string | null;
  to?: string | null;
}

/** Before every day, after every day: the ends of a window that is open there. */
export const BEFORE_ALL = '0000-00-00';
export const AFTER_ALL = '9999-99-99';

/**
 * The time that a source gives: EDTF text, or none. Throws a TellableError INVALID, which says what was expected, for
 * text that is no time.
 */
export function parseTime({
  edtf,
  raw,
  basis,
}: {
  edtf?: string | null;
  raw?: string | null;
  basis?: string | null;
}): Time {
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

/** True when a time says anything at all of when it was. */
export function isKnown(time: TimeBounds): boolean {
  return (time.startEarliest ?? time.startLatest ?? time.endEarliest ?? time.endLatest) !== null;
}

/** The window of a time: open where one end is, and reversed, so that it overlaps nothing, when nothing is known. */
export function windowOf(time: Time): Window {
  if (!isKnown(time)) return { from: AFTER_ALL, until: BEFORE_ALL, exact: false };
  return {
    from: time.startEarliest ?? BEFORE_ALL,
    until: time.endLatest ?? AFTER_ALL,
    exact: time.edtf === null || isExactEdtf(time.edtf),
  };
}

/** False for the window of an unknown time, which is reversed, and where there is none. */
export function isDated(window: Window | null): window is Window {
  return window !== null && window.from <= window.until;
}

/** True when some reading of the time overlaps the days. */
export function possibly(window: Window, { from, to }: DayRange): boolean {
  return window.from <= (to ?? AFTER_ALL) && window.until >= (from ?? BEFORE_ALL) && window.from <= window.until;
}

/** True when every reading of the time lies wholly inside the days. */
export function certainly(window: Window, { from, to }: DayRange): boolean {
  return window.exact && window.from >= (from ?? BEFORE_ALL) && window.until <= (to ?? AFTER_ALL);
}

/** True when both say the same days, in whatever notation. */
export function isSameTime(a: TimeBounds, b: TimeBounds): boolean {
  return BOUNDS.every((bound) => a[bound] === b[bound]);
}

/** True when `fine` says more than `coarse` and nothing else: a day in that month, a known end for an unknown one. */
export function refines(fine: TimeBounds, coarse: TimeBounds): boolean {
  return liesWithin(fine, coarse) && !isSameTime(fine, coarse);
}

/** True when one and the same event can have both times: some begin and some end fit both. */
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
