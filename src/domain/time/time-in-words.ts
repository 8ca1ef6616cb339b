import { MONTH_NAMES } from './calendar.ts';
import { parseEdtf } from './edtf.ts';
import { timeOfDay } from './time-of-day.ts';

/**
 * An EDTF time as the end of an English sentence: `on 12 February 2025`, `on 12 February 2025 at 14:30 UTC`, `in April 2022`, `from 14 to 16 February 2025`,
 * `on a day from 5 to 11 February 2025`, `perhaps in the 2020s`. What has no wording of its own is told by its bounds, so that no
 * EDTF is left in the text. Throws a ClientError INVALID for what is no EDTF.
 */
export function timeInWords(edtf: string): string {
  const set = /^\[(.*)\]$/.exec(edtf)?.[1];
  const words = set === undefined ? intervalInWords(edtf) : setInWords(set);
  return words ?? boundsInWords(edtf);
}

/** A date in words: with its preposition, and without one after `from`, `until` and the like. */
interface DateWords {
  unit: 'day' | 'time';
  phrase: string;
  words: string;
  /** The words for the first of two dates in one month or year: `14` of `14 to 16 February 2025`. */
  shorterBefore: (other: DateWords) => string;
  digits: string;
}

function intervalInWords(edtf: string): string | null {
  const timed = timeOfDay(edtf);
  if (timed !== null) {
    const date = dateInWords(timed.day);
    return date && `${date.phrase} at ${timed.clock}${zoneInWords(timed.offset)}`;
  }
  if (!edtf.includes('/')) {
    const date = dateInWords(edtf);
    return date && date.phrase;
  }
  const [begin, end] = edtf.split('/').map((part) => (part === '' || part === '..' ? 'open' : dateInWords(part)));
  if (begin === 'open' && end && end !== 'open') return `until ${end.words}`;
  if (end === 'open' && begin && begin !== 'open') return `from ${begin.words} on`;
  if (!begin || !end || begin === 'open' || end === 'open') return null;
  return `from ${range(begin, end)}`;
}

const zoneInWords = (offset: string | null) => (offset === null ? '' : offset === 'Z' ? ' UTC' : ` (UTC${offset})`);

const range = (first: DateWords, last: DateWords) => `${first.shorterBefore(last)} to ${last.words}`;

/** `A..B,C`: one of these. */
function setInWords(inside: string): string | null {
  const members = inside.split(',').map((member) => {
    const [first = '', last] = member.split('..');
    if (last === undefined) {
      const date = dateInWords(first);
      return date && date.phrase;
    }
    const [from, until] = [first, last].map((part) => (part === '' ? 'open' : dateInWords(part)));
    if (from === 'open' && until && until !== 'open') return `${until.phrase} or earlier`;
    if (until === 'open' && from && from !== 'open') return `${from.phrase} or later`;
    if (!from || !until || from === 'open' || until === 'open') return null;
    return `${UNITS[from.unit]} from ${range(from, until)}`;
  });
  if (members.some((member) => member === null)) return null;
  return [members.slice(0, -1).join(', '), members.at(-1)].filter(Boolean).join(' or ');
}

const UNITS = { day: 'on a day', time: 'at some time' };

/** Seasons and other parts of a year, by their EDTF numbers (ISO 8601-2, 4.8). */
const PARTS_OF_A_YEAR: Record<number, string> = {
  21: 'spring',
  22: 'summer',
  23: 'autumn',
  24: 'winter',
  25: 'northern spring',
  26: 'northern summer',
  27: 'northern autumn',
  28: 'northern winter',
  29: 'southern spring',
  30: 'southern summer',
  31: 'southern autumn',
  32: 'southern winter',
};

/** Marks of a date as a whole: uncertain, approximate, both. */
const MARKS: Record<string, string> = { '?': 'perhaps', '~': 'about', '%': 'perhaps about' };

/** One date; null for forms that have no wording here. */
function dateInWords(text: string): DateWords | null {
  const [, year, month, day, mark] = /^(\d{4}|\d{3}X|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%])?$/.exec(text) ?? [];
  if (year === undefined) return null;
  const named = MONTH_NAMES[Number(month) - 1];
  const of = year === 'XXXX' ? ' of an unknown year' : ` ${year}`;
  const date = (preposition: 'on' | 'in', words: string): DateWords => ({
    unit: preposition === 'on' ? 'day' : 'time',
    phrase: [MARKS[mark!], mark === '~' || mark === '%' ? undefined : preposition, words].filter(Boolean).join(' '),
    words: mark === undefined ? words : `${MARKS[mark]} ${words}`,
    digits: mark === undefined ? text : '',
    shorterBefore: (other) => {
      if (mark !== undefined || other.digits === '' || other.digits.length !== text.length) return words;
      if (day !== undefined && other.digits.slice(0, 7) === text.slice(0, 7)) return String(Number(day));
      return month !== undefined && other.digits.slice(0, 4) === year ? words.slice(0, -of.length) : words;
    },
  });
  if (year.endsWith('X') && year !== 'XXXX')
    return month === undefined ? date('in', `the ${year.slice(0, 3)}0s`) : null;
  if (month === undefined || (month === 'XX' && (day === undefined || day === 'XX')))
    return year === 'XXXX' ? null : date('in', year);
  if (month === 'XX') return date('on', `day ${Number(day)} of a month${year === 'XXXX' ? of : ` of ${year}`}`);
  if (named === undefined) {
    const part = PARTS_OF_A_YEAR[Number(month)];
    return part && day === undefined ? date('in', `the ${part} of ${year}`) : null;
  }
  return day === undefined || day === 'XX' ? date('in', `${named}${of}`) : date('on', `${Number(day)} ${named}${of}`);
}

/** What can be said of any time: the days between which it lies. */
function boundsInWords(edtf: string): string {
  const { startEarliest, endLatest } = parseEdtf(edtf);
  const words = (day: string) => dateInWords(day)!.words;
  if (startEarliest === null && endLatest === null) return 'at an unknown time';
  if (startEarliest === null) return `on ${words(endLatest!)} or earlier`;
  if (endLatest === null) return `on ${words(startEarliest)} or later`;
  return `at some time from ${words(startEarliest)} to ${words(endLatest)}`;
}
