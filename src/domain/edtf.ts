import { TellableError } from './errors.ts';
import { readMoment, whyNot, type Moment } from './moment.ts';
import { TimePrecision } from './vocabulary.generated.ts';

/** The days between which a time begins, and between which it ends, as `YYYY-MM-DD`; null is unknown or open. */
export interface Bounds {
  startEarliest: string | null;
  startLatest: string | null;
  endEarliest: string | null;
  endLatest: string | null;
}

export interface Reading extends Bounds {
  precision: TimePrecision;
}

const LONGEST = 200;
const EXPECTED =
  'Expected a day `2025-02-12`, a month `2022-04`, a year `2022`, a duration `2025-02-14/2025-02-16`, ' +
  'some day within `[2025-02-05..2025-02-11]`, or an open end `2022-02/..`.';

/**
 * Reads EDTF (ISO 8601-2) text: what it says, and no more. The npm library says whether each date in it is well formed;
 * the bounds are worked out here, because its own are wrong for sets. Durations `A/B`, `A/..`, `../B` and sets
 * `[A..B]`, `[A,B]`, `[A..]`, `[..B]` may mix precisions. Throws a TellableError INVALID that says what was expected.
 */
export function readEdtf(edtf: string): Reading {
  const refuse = (why: string) =>
    new TellableError('INVALID', `"${edtf.slice(0, 60)}" is no time. ${why} ${EXPECTED}`, {
      edtf: edtf.slice(0, LONGEST),
    });
  const moment = (text: string): Moment => {
    const read = readMoment(text);
    if (!read) throw refuse(whyNot(text));
    return read;
  };
  if (edtf === '') throw refuse('It is empty; leave the time out where the source gives none.');
  if (edtf.length > LONGEST) throw refuse(`It is longer than ${LONGEST} characters.`);
  if (edtf.startsWith('[') && edtf.endsWith(']')) return readSet(edtf.slice(1, -1), moment, refuse);
  if (edtf.includes('/')) return readDuration(edtf, moment, refuse);
  const only = moment(edtf);
  return { ...within(only.first, only.last), precision: only.precision };
}

/**
 * False where EDTF text leaves its borders soft, so that nothing dated so lies CERTAINLY in a window: `?` uncertain,
 * `~` approximate, `%` both, `X` unspecified, and seasons of the year, whose first and last days are custom.
 */
export function isExact(edtf: string): boolean {
  return edtf.split(/\.\.|[[\],/]/).every((part) => !/[?~%X]|^\d{4}-(2[1-9]|3[0-2])$/.test(part));
}

type Read = (text: string) => Moment;
type Refuse = (why: string) => TellableError;

/** `A/B`: begins in A and ends in B. */
function readDuration(edtf: string, read: Read, refuse: Refuse): Reading {
  const parts = edtf.split('/');
  if (parts.length > 2) throw refuse('One "/" parts the begin from the end; within a date stand hyphens.');
  const [begin, end] = parts.map((part) => (part === '' || part === '..' ? null : read(part)));
  if (begin && end) {
    if (end.last < begin.first) throw refuse('It ends before it begins; write the earlier date first.');
    return {
      startEarliest: begin.first,
      startLatest: earlier(begin.last, end.last),
      endEarliest: later(begin.first, end.first),
      endLatest: end.last,
      precision: begin.precision === end.precision ? begin.precision : TimePrecision.INTERVAL,
    };
  }
  const known = begin ?? end;
  if (!known) throw refuse('It says nothing; leave the time out where the source gives none.');
  return {
    startEarliest: begin?.first ?? null,
    startLatest: begin?.last ?? null,
    endEarliest: end?.first ?? null,
    endLatest: end?.last ?? null,
    precision: known.precision,
  };
}

/** `[A..B]`: some moment within. A side left open gives null on that side. */
function readSet(inside: string, read: Read, refuse: Refuse): Reading {
  const openBefore = inside.startsWith('..');
  const openAfter = inside.endsWith('..');
  const members = inside.replace(/^\.\./, '').replace(/\.\.$/, '').split(',');
  const moments = members.flatMap((member) => {
    const ends = member.split('..').map(read);
    const [first, last] = ends;
    if (ends.length > 2) throw refuse('Between two dates stands one "..".');
    if (first && last && last.last < first.first) throw refuse('The earlier date of a range comes first.');
    return ends;
  });
  const first = openBefore ? null : moments.map((moment) => moment.first).reduce(earlier);
  const last = openAfter ? null : moments.map((moment) => moment.last).reduce(later);
  return { ...within(first, last), precision: precisionOfSet(moments, openBefore || openAfter) };
}

/** One date alone keeps its precision, but what is open on a side is never as exact as a day. */
function precisionOfSet(moments: readonly Moment[], open: boolean): TimePrecision {
  const [only, another] = moments;
  if (!only || another) return TimePrecision.INTERVAL;
  return open && only.precision === TimePrecision.DAY ? TimePrecision.UNKNOWN : only.precision;
}

function within(first: string | null, last: string | null): Bounds {
  return { startEarliest: first, startLatest: last, endEarliest: first, endLatest: last };
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
