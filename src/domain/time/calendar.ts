/** Days of the proleptic Gregorian calendar as text, `YYYY-MM-DD`, years 0000 to 9999; they compare as text. */

/** Sort before and after every day: the open ends of a time. */
export const BEFORE_ALL = '0000-00-00';
export const AFTER_ALL = '9999-99-99';

/** The days from `first` to `last`, both included. */
export interface Stretch {
  first: string;
  last: string;
}

/** In English, January first. */
export const MONTH_NAMES =
  'January February March April May June July August September October November December'.split(' ');

/** The days of a month, 28 to 31; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** True for `2025-02-28`, false for `2025-02-30`. */
export function isCalendarDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The day after a day; {@link AFTER_ALL} after the last one. */
export function dayAfter(text: string): string {
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  if (day < daysInMonth(year, month)) return formatDay(year, month, day + 1);
  if (month < 12) return formatDay(year, month + 1, 1);
  return year < 9999 ? formatDay(year + 1, 1, 1) : AFTER_ALL;
}

/** The day before a day; {@link BEFORE_ALL} before the first one. */
export function dayBefore(text: string): string {
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  if (day > 1) return formatDay(year, month, day - 1);
  if (month > 1) return formatDay(year, month - 1, daysInMonth(year, month - 1));
  return year > 0 ? formatDay(year - 1, 12, 31) : BEFORE_ALL;
}

/**
 * The days within some limits that match a date whose digits may be `X` and whose month and day may be missing, as
 * stretches in order, none of which adjoins the next.
 */
export function* matchingStretches(digits: string, within?: Stretch): Generator<Stretch> {
  const { first: from, last: until } = within ?? { first: BEFORE_ALL, last: AFTER_ALL };
  let open: Stretch | null = null;
  for (const stretch of matchingMonthsAndDays(digits, Number(from.slice(0, 4)), Number(until.slice(0, 4)))) {
    const first = stretch.first < from ? from : stretch.first;
    const last = stretch.last > until ? until : stretch.last;
    if (first > last) continue;
    if (open && dayAfter(open.last) === first) {
      open = { first: open.first, last };
    } else {
      if (open) yield open;
      open = { first, last };
    }
  }
  if (open) yield open;
}

function* matchingMonthsAndDays(digits: string, fromYear: number, untilYear: number): Generator<Stretch> {
  const [year = '', month = 'XX', day = 'XX'] = digits.split('-');
  const months = matchingNumbers(month, 1, 12);
  const days = matchingNumbers(day, 1, 31);
  for (const y of matchingNumbers(year, fromYear, untilYear)) {
    for (const m of months) {
      const length = daysInMonth(y, m);
      if (day === 'XX') {
        yield { first: formatDay(y, m, 1), last: formatDay(y, m, length) };
      } else {
        for (const d of days) if (d <= length) yield { first: formatDay(y, m, d), last: formatDay(y, m, d) };
      }
    }
  }
}

/** The numbers from `min` to `max` that match a pattern with `X` for any digit, in order. */
function matchingNumbers(pattern: string, min: number, max: number): number[] {
  return [...pattern]
    .reduce<number[]>(
      (prefixes, digit) => prefixes.flatMap((number) => possibleDigits(digit).map((d) => number * 10 + d)),
      [0],
    )
    .filter((number) => number >= min && number <= max);
}

function possibleDigits(digit: string): readonly number[] {
  return digit === 'X' ? [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] : [Number(digit)];
}

/** A day as text, from its numbers; it need not be one of the calendar. */
export function formatDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

type Months = readonly [first: number, last: number];

const SPRING: Months = [3, 5];
const SUMMER: Months = [6, 8];
const AUTUMN: Months = [9, 11];
/** The months around the turn of a year: from December to February. */
const TURN: Months = [12, 14];
/** The same when the year is the one in which they end. */
const TURN_BEFORE: Months = [0, 2];

/**
 * Months of the EDTF sub-year groupings 21 to 41 (ISO 8601-2, 4.8), counted from January of their year. 21 to 24 name no
 * hemisphere: they are the months of both. Of a season around the turn of the year, some give the year in which it begins and
 * others the year in which it ends.
 */
const SUB_YEAR_MONTHS: Readonly<Record<number, readonly Months[]>> = {
  21: [SPRING, AUTUMN],
  22: [TURN_BEFORE, SUMMER, TURN],
  23: [SPRING, AUTUMN],
  24: [TURN_BEFORE, SUMMER, TURN],
  25: [SPRING],
  26: [SUMMER],
  27: [AUTUMN],
  28: [TURN_BEFORE, TURN],
  29: [AUTUMN],
  30: [TURN_BEFORE, TURN],
  31: [SPRING],
  32: [SUMMER],
  33: [[1, 3]],
  34: [[4, 6]],
  35: [[7, 9]],
  36: [[10, 12]],
  37: [[1, 4]],
  38: [[5, 8]],
  39: [[9, 12]],
  40: [[1, 6]],
  41: [[7, 12]],
};

/** The days of a season, quarter, quadrimester or semester, by its EDTF number; null if there is no such number. */
export function subYearStretches(year: number, subYear: number): Stretch[] | null {
  const within = (month: number): [year: number, month: number] =>
    month < 1 ? [year - 1, month + 12] : month > 12 ? [year + 1, month - 12] : [year, month];
  const firstOf = (month: number) => {
    const [y, m] = within(month);
    return y < 0 ? '0000-01-01' : formatDay(y, m, 1);
  };
  const lastOf = (month: number) => {
    const [y, m] = within(month);
    return y > 9999 ? '9999-12-31' : formatDay(y, m, daysInMonth(y, m));
  };
  return SUB_YEAR_MONTHS[subYear]?.map(([first, last]) => ({ first: firstOf(first), last: lastOf(last) })) ?? null;
}
