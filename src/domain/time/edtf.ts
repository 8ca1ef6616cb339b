import { ClientError } from '../errors.ts';
import { AFTER_ALL, BEFORE_ALL, type Stretch } from './calendar.ts';
import { type DaySet, mergedStretches } from './day-set.ts';
import { parseEdtfDate, explainInvalidDate, noDate, type EdtfDate } from './edtf-date.ts';
import { suggestEdtf } from './suggest-edtf.ts';
import { withoutClock } from './time-of-day.ts';
import { TimePrecision } from '../vocabulary.generated.ts';

/** The earliest and latest day on which a time begins and on which it ends, as `YYYY-MM-DD`; null is unknown or open. */
export interface TimeBounds {
  startEarliest: string | null;
  startLatest: string | null;
  endEarliest: string | null;
  endLatest: string | null;
}

export interface ParsedTime extends TimeBounds {
  precision: TimePrecision;
  /** The days on which it may begin and end; the same for what is a single date or a set of dates. */
  begin: DaySet;
  end: DaySet;
}

const MAX_LENGTH = 200;
const EXPECTED_FORMS =
  'Expected a day `2025-02-12`, a month `2022-04`, a year `2022`, a duration `2025-02-14/2025-02-16`, ' +
  'some day within `[2025-02-05..2025-02-11]`, or an open end `2022-02/..`.';

/** What tables have where nothing is known. */
const NOTHING = /^(\?|-+|n\/?a|none|null|nil|undated|unknown|unspecified|tb[acd])$/i;

/** Why text is no EDTF, as a sentence for its author. */
class NotEdtf extends Error {}

/**
 * Parses EDTF (ISO 8601-2). The npm library checks that each date is well formed; the bounds are computed here, because those
 * of the library are wrong for sets. Intervals `A/B`, `A/..`, `../B` and sets `[A..B]`, `[A,B]`, `[A..]`, `[..B]` may mix
 * precisions. A day may have a time of day, which is no part of the bounds. Throws a ClientError INVALID that says what was
 * expected, and what was probably meant.
 */
export function parseEdtf(edtf: string): ParsedTime {
  try {
    return parseText(edtf);
  } catch (error) {
    if (!(error instanceof NotEdtf)) throw error;
    const meant = suggestEdtf(edtf.slice(0, MAX_LENGTH)).filter(isEdtf);
    // Of a text with a slash, what is wrong with one half misleads if the whole means something.
    const reasons =
      meant.length > 0 && edtf.includes('/') ? [] : [error.message].filter((each) => each !== noDate(edtf));
    if (meant.length > 0) reasons.push(`Did you mean ${meant.map((each) => `\`${each}\``).join(' or ')}?`);
    throw new ClientError(
      'INVALID',
      `"${edtf.slice(0, 60)}" is not a valid time. ${[...reasons, EXPECTED_FORMS].join(' ')}`,
      { edtf: edtf.slice(0, MAX_LENGTH) },
    );
  }
}

/** True for what {@link parseEdtf} takes. */
export function isEdtf(edtf: string): boolean {
  try {
    parseText(edtf);
    return true;
  } catch (error) {
    if (error instanceof NotEdtf) return false;
    throw error;
  }
}

function parseText(edtf: string): ParsedTime {
  if (edtf === '') throw new NotEdtf('It is empty; leave the time out where the source gives none.');
  if (NOTHING.test(edtf)) throw new NotEdtf('Leave the time out where the source gives none.');
  if (edtf.length > MAX_LENGTH) throw new NotEdtf(`It is longer than ${MAX_LENGTH} characters.`);
  if (edtf.startsWith('[') && edtf.endsWith(']')) return parseSet(edtf.slice(1, -1));
  if (edtf.includes('/')) return parseInterval(edtf);
  const { days, precision } = parseDate(withoutClock(edtf));
  return { ...boundsOf(days, days), precision };
}

function parseDate(text: string): EdtfDate {
  const parsed = parseEdtfDate(text);
  if (!parsed) throw new NotEdtf(explainInvalidDate(text));
  return parsed;
}

/** True if a time may be on days that do not adjoin: a set, unspecified digits, a season that names no hemisphere. */
export function mayHaveGaps(edtf: string): boolean {
  return /[[X]|-(2[1-48]|30)(?![\d-])/.test(edtf);
}

/** True for a date without any digit, such as `XXXX`. */
export function saysNothing({ edtf }: { edtf: string }): boolean {
  return /^X{4}(-XX){0,2}[?~%]?$/.test(edtf);
}

/** False if a source marks the time as uncertain `?`, approximate `~` or both `%`: it is never CERTAINLY in a window. */
export function isExactEdtf(edtf: string): boolean {
  return !/[?~%]/.test(edtf);
}

/** Any day: what is open or unknown. */
const ANY_DAY: DaySet = [{ first: BEFORE_ALL, last: AFTER_ALL }];

/** `A/B`: begins in A and ends in B. */
function parseInterval(edtf: string): ParsedTime {
  const parts = edtf.split('/');
  if (parts.length > 2)
    throw new NotEdtf('One "/" separates begin and end; the parts of a date are joined by hyphens.');
  const [begin, end] = parts.map((part) => (part === '' || part === '..' ? null : parseDate(part)));
  const known = begin ?? end;
  if (!known) throw new NotEdtf('Both ends are open; leave the time out where the source gives none.');
  if (!begin || !end) return { ...boundsOf(begin?.days ?? ANY_DAY, end?.days ?? ANY_DAY), precision: known.precision };
  // What ends by the 10th began by then; what began on the 20th ended no earlier.
  const within = { first: hullOf(begin.days).first, last: hullOf(end.days).last };
  if (within.last < within.first) throw new NotEdtf('It ends before it begins; write the earlier date first.');
  return {
    ...boundsOf(clip(begin.days, within), clip(end.days, within)),
    precision: begin.precision === end.precision ? begin.precision : TimePrecision.INTERVAL,
  };
}

/** `[A..B]`, `[A,B]`: some day within. */
function parseSet(inside: string): ParsedTime {
  const members = inside.split(',').map((member) => member.trim());
  const parsed = members.map((member, index) => parseMember(member, index === 0, index === members.length - 1));
  const days = parsed.flatMap((member) => member.days);
  const bounds = boundsOf(days, days);
  const isOpen = bounds.startEarliest === null || bounds.endLatest === null;
  const [only, another] = parsed;
  const single = another ? null : only!.precision;
  return { ...bounds, precision: isOpen ? TimePrecision.UNKNOWN : (single ?? TimePrecision.INTERVAL) };
}

/** A date, or a range of dates. Only the first member may be open before, and only the last one after. */
function parseMember(member: string, isFirst: boolean, isLast: boolean): EdtfDate {
  const ends = member.split('..').map((end) => end.trim());
  const [first = '', last] = ends;
  if (ends.length > 2) throw new NotEdtf('A range has one ".." between two dates.');
  if (last === undefined) return parseDate(first);
  if (first === '' && last === '')
    throw new NotEdtf('Both sides are open; leave the time out where the source gives none.');
  const from = first === '' && isFirst ? BEFORE_ALL : hullOf(parseDate(first).days).first;
  const until = last === '' && isLast ? AFTER_ALL : hullOf(parseDate(last).days).last;
  if (until < from) throw new NotEdtf('The earlier date of a range comes first.');
  return { days: [{ first: from, last: until }], precision: TimePrecision.INTERVAL };
}

/** The first and the last day of a set. */
function hullOf(days: DaySet): Stretch {
  const stretches = mergedStretches(days);
  return { first: stretches?.at(0)?.first ?? BEFORE_ALL, last: stretches?.at(-1)?.last ?? AFTER_ALL };
}

function clip(days: DaySet, within: Stretch): DaySet {
  return days.flatMap((member): DaySet => {
    if ('digits' in member) return [member];
    const first = later(member.first, within.first);
    const last = earlier(member.last, within.last);
    return first <= last ? [{ first, last }] : [];
  });
}

function boundsOf(begin: DaySet, end: DaySet): Omit<ParsedTime, 'precision'> {
  const day = (text: string) => (text === BEFORE_ALL || text === AFTER_ALL ? null : text);
  const [first, last] = [hullOf(begin), hullOf(end)];
  return {
    startEarliest: day(first.first),
    startLatest: day(first.last),
    endEarliest: day(last.first),
    endLatest: day(last.last),
    begin,
    end,
  };
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
