import { parseTime } from '../domain/time/time.ts';
import { withoutClock } from '../domain/time/time-of-day.ts';

/** One date as precise as its source: a year, a month, a day or a season. */
export interface CitedDate {
  /** Four digits. */
  year: string;
  /** Two digits, 01 to 12; null where only the year or the season is known. */
  month: string | null;
  day: string | null;
  /** The EDTF number of a season, 21 to 32. */
  season: string | null;
  /** Uncertain `?`, approximate `~`, both `%`. */
  mark: '' | '?' | '~' | '%';
}

/**
 * When something was published, in the terms that styles have: a date, or a range whose ends are dates, one of which may be
 * null where it is open or unknown. Of anything else that EDTF can say, these are the bounds.
 */
export interface CitedTime {
  from: CitedDate | null;
  until: CitedDate | null;
  /** True where it is uncertain, approximate, or some day within the range. */
  isApproximate: boolean;
  /** As coded. */
  edtf: string;
}

/** Reads EDTF text that is valid; null for none, and for text that says nothing. A time of day is left out. */
export function citedTime(edtf: string | null): CitedTime | null {
  if (edtf === null) return null;
  const text = withoutClock(edtf.trim());
  const ends = readEnds(text) ?? boundsOf(text);
  if (!ends.from && !ends.until) return null;
  return { ...ends, isApproximate: /[?~%[X]/.test(text.replace(/(-XX)+(?!-)/g, '')), edtf: edtf.trim() };
}

/** The day of an ISO instant. */
export const citedDay = (instant: string): CitedTime => citedTime(instant.slice(0, 10))!;

export const isSingle = ({ from, until }: CitedTime): boolean =>
  from !== null && until !== null && dateText(from) === dateText(until);

/** The first day of a date and its last. */
export function daysOf(date: CitedDate): { first: string; last: string } {
  const { startEarliest, endLatest } = parseTime({ edtf: dateText(date) });
  return { first: startEarliest!, last: endLatest! };
}

/** `2025`, `2025-02`, `2025-02-14`, `2025-21`. */
export const dateText = ({ year, month, day, season }: CitedDate): string =>
  [year, season ?? month, day].filter((part) => part !== null).join('-');

type Ends = Pick<CitedTime, 'from' | 'until'>;

/** The ends of what is a date, an interval of two, or a set; undefined where an end is no date that styles have. */
function readEnds(text: string): Ends | undefined {
  const set = /^\[(.*)\]$/.exec(text)?.[1];
  const [begin = '', end = begin] = set === undefined ? text.split('/') : set.split(/\.\.|,/);
  if (set !== undefined && set.includes(',')) return undefined; // its dates may be in any order
  const [from, until] = [begin.trim(), end.trim()].map((part) =>
    part === '' || part === '..' ? null : readDate(part),
  ) as [CitedDate | null | undefined, CitedDate | null | undefined];
  return from === undefined || until === undefined ? undefined : { from, until };
}

function readDate(text: string): CitedDate | undefined {
  const digits = text.replace(/[?~%]/g, '').replace(/(-XX)+$/, '');
  const [, year, second = null, day = null] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(digits) ?? [];
  if (year === undefined) return undefined;
  const isMonth = second === null || Number(second) <= 12;
  if (!isMonth && Number(second) > 32) return undefined;
  const marks = text.match(/[?~%]/g) ?? [];
  const mark = new Set(marks).size > 1 ? '%' : ((marks[0] ?? '') as CitedDate['mark']);
  return { year, month: isMonth ? second : null, day, season: isMonth ? null : second, mark };
}

/** The bounds of any time, as coarse as they are exact: `202X` is 2020 to 2029, no days of January and December. */
function boundsOf(text: string): Ends {
  const { startEarliest, startLatest, endEarliest, endLatest } = parseTime({ edtf: text });
  return {
    from: startEarliest === null ? null : readDate(coarsest(startEarliest, startLatest)[0]!)!,
    until: endLatest === null ? null : readDate(coarsest(endEarliest, endLatest).at(-1)!)!,
  };
}

/** The same stretch in years, else in months, else in days. */
function coarsest(first: string | null, last: string | null): string[] {
  const days = [first, last].filter((day) => day !== null);
  if (first === null || last === null) return days;
  if (first.endsWith('-01-01') && last.endsWith('-12-31')) return days.map((day) => day.slice(0, 4));
  const months = days.map((day) => day.slice(0, 7));
  const { startEarliest, endLatest } = parseTime({ edtf: months.join('/') });
  return startEarliest === first && endLatest === last ? months : days;
}
