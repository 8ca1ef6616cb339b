import { ClientError } from '../errors.ts';
import { parseEdtfDate, explainInvalidDate, type DateRange } from './edtf-date.ts';
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
}

const MAX_LENGTH = 200;
const EXPECTED_FORMS =
  'Expected a day `2025-02-12`, a month `2022-04`, a year `2022`, a duration `2025-02-14/2025-02-16`, ' +
  'some day within `[2025-02-05..2025-02-11]`, or an open end `2022-02/..`.';

/**
 * Parses EDTF (ISO 8601-2). The npm library checks that each date is well formed; the bounds are computed here, because those
 * of the library are wrong for sets. Intervals `A/B`, `A/..`, `../B` and sets `[A..B]`, `[A,B]`, `[A..]`, `[..B]` may mix
 * precisions. Throws a ClientError INVALID that says what was expected.
 */
export function parseEdtf(edtf: string): ParsedTime {
  const invalid = (reason: string) =>
    new ClientError('INVALID', `"${edtf.slice(0, 60)}" is not a valid time. ${reason} ${EXPECTED_FORMS}`, {
      edtf: edtf.slice(0, MAX_LENGTH),
    });
  const parseDate = (text: string): DateRange => {
    const parsed = parseEdtfDate(text);
    if (!parsed) throw invalid(explainInvalidDate(text));
    return parsed;
  };
  if (edtf === '') throw invalid('It is empty; leave the time out where the source gives none.');
  if (edtf.length > MAX_LENGTH) throw invalid(`It is longer than ${MAX_LENGTH} characters.`);
  if (edtf.startsWith('[') && edtf.endsWith(']')) return parseSet(edtf.slice(1, -1), parseDate, invalid);
  if (edtf.includes('/')) return parseInterval(edtf, parseDate, invalid);
  const single = parseDate(edtf);
  return { ...boundsOfRange(single.first, single.last), precision: single.precision };
}

/**
 * False if the bounds are not exact, so that the time is never CERTAINLY in a window: `?` uncertain, `~` approximate, `%` both,
 * `X` unspecified, and seasons, whose first and last days are a convention.
 */
export function isExactEdtf(edtf: string): boolean {
  return edtf.split(/\.\.|[[\],/]/).every((part) => !/[?~%X]|^\d{4}-(2[1-9]|3[0-2])$/.test(part));
}

type DateParser = (text: string) => DateRange;
type InvalidTimeFactory = (reason: string) => ClientError;

/** `A/B`: begins in A and ends in B. */
function parseInterval(edtf: string, parseDate: DateParser, invalid: InvalidTimeFactory): ParsedTime {
  const parts = edtf.split('/');
  if (parts.length > 2) throw invalid('One "/" separates begin and end; the parts of a date are joined by hyphens.');
  const [begin, end] = parts.map((part) => (part === '' || part === '..' ? null : parseDate(part)));
  if (begin && end) {
    if (end.last < begin.first) throw invalid('It ends before it begins; write the earlier date first.');
    return {
      startEarliest: begin.first,
      startLatest: earlier(begin.last, end.last),
      endEarliest: later(begin.first, end.first),
      endLatest: end.last,
      precision: begin.precision === end.precision ? begin.precision : TimePrecision.INTERVAL,
    };
  }
  const known = begin ?? end;
  if (!known) throw invalid('Both ends are open; leave the time out where the source gives none.');
  return {
    startEarliest: begin?.first ?? null,
    startLatest: begin?.last ?? null,
    endEarliest: end?.first ?? null,
    endLatest: end?.last ?? null,
    precision: known.precision,
  };
}

/** `[A..B]`: some day within. An open side gives null. */
function parseSet(inside: string, parseDate: DateParser, invalid: InvalidTimeFactory): ParsedTime {
  const openBefore = inside.startsWith('..');
  const openAfter = inside.endsWith('..');
  const members = inside.replace(/^\.\./, '').replace(/\.\.$/, '').split(',');
  const dates = members.flatMap((member) => {
    const ends = member.split('..').map(parseDate);
    const [first, last] = ends;
    if (ends.length > 2) throw invalid('A range has one ".." between two dates.');
    if (first && last && last.last < first.first) throw invalid('The earlier date of a range comes first.');
    return ends;
  });
  const first = openBefore ? null : dates.map((date) => date.first).reduce(earlier);
  const last = openAfter ? null : dates.map((date) => date.last).reduce(later);
  return { ...boundsOfRange(first, last), precision: precisionOfSet(dates, openBefore || openAfter) };
}

/** A single date keeps its precision, but an open side is never as exact as a DAY. */
function precisionOfSet(dates: readonly DateRange[], open: boolean): TimePrecision {
  const [only, another] = dates;
  if (!only || another) return TimePrecision.INTERVAL;
  return open && only.precision === TimePrecision.DAY ? TimePrecision.UNKNOWN : only.precision;
}

function boundsOfRange(first: string | null, last: string | null): TimeBounds {
  return { startEarliest: first, startLatest: last, endEarliest: first, endLatest: last };
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
