import { formatDay } from '../../domain/time/calendar.ts';
import { type TableCell } from './cell.ts';

/** A time of Wikidata, as its JSON has it. */
export interface WikidataTime {
  /** `+2024-05-00T00:00:00Z` */
  time: string;
  /** 11 a day, 10 a month, 9 a year, 8 ten years, 7 a century, 6 a thousand years; anything less says nothing here. */
  precision: number;
  /** How many days, months, … earlier or later it may be. */
  before: number;
  after: number;
  calendarmodel: string;
}

/** Days as numbers, counted as Julian days are, the last one included. */
interface Days {
  first: number;
  last: number;
}

const JULIAN_CALENDAR = /\/Q1985786$/;
const DAY = 11;
const MONTH = 10;
/** The years of a unit, by its precision. */
const YEARS: Readonly<Record<number, number>> = { 9: 1, 8: 10, 7: 100, 6: 1_000 };

const OUTSIDE = 'is not within the years 1 to 9999';

/**
 * The cell of a time: EDTF, as precise as Wikidata says it is. Centuries and thousands of years begin with the year 1: 1901 to 2000. What may be
 * earlier or later is some day within, and days of the Julian calendar become those of ours; both are told in the text.
 */
export function timeCell({ time, precision, before, after, calendarmodel }: WikidataTime): TableCell {
  const wrong = (problem: string): TableCell => ({ text: time, problem });
  const [, sign, ...digits] = /^([+-])(\d{4,})-(\d\d)-(\d\d)T/.exec(time) ?? [];
  if (sign === undefined) return wrong('is no time of Wikidata');
  const [year, month, day] = digits.map(Number) as [number, number, number];
  if (sign === '-' || year < 1 || year > 9999) return wrong(OUTSIDE);
  const isJulian = JULIAN_CALENDAR.test(calendarmodel);
  const numberOf = (y: number, m: number, d: number) => dayNumber(y, m, d, isJulian);
  let text: string;
  let days: Days;
  if (precision >= MONTH) {
    const first = numberOf(year, month, 1);
    const isDay = precision >= DAY;
    if (month < 1 || month > 12 || (isDay && (day < 1 || first + day > numberOf(year, month + 1, 1))))
      return wrong(`has the precision of a ${isDay ? 'day' : 'month'}, and is none of the calendar`);
    text = formatDay(year, month, day).slice(0, isDay ? undefined : 'YYYY-MM'.length);
    days = isDay
      ? { first: first + day - 1 - before, last: first + day - 1 + after }
      : { first: numberOf(year, month - before, 1), last: numberOf(year, month + after + 1, 1) - 1 };
  } else {
    const size = YEARS[precision];
    if (size === undefined) return wrong('is less precise than a thousand years');
    const start = size < 100 ? year - (year % size) : year - ((year - 1) % size);
    if (start + size - 1 > 9999) return wrong(OUTSIDE);
    text =
      size === 1
        ? four(year)
        : size === 10
          ? `${four(start).slice(0, 3)}X`
          : `[${four(start)}..${four(start + size - 1)}]`;
    days = { first: numberOf(start - before * size, 1, 1), last: numberOf(start + (after + 1) * size, 1, 1) - 1 };
  }
  if (before === 0 && after === 0 && !isJulian) return { text, date: text };
  const [first, last] = [dayText(days.first), dayText(days.last)];
  if (first === null || last === null) return wrong(OUTSIDE);
  const printed = [
    text,
    ...(isJulian ? ['in the Julian calendar'] : []),
    ...mayBe(before, 'earlier'),
    ...mayBe(after, 'later'),
  ];
  return { text: printed.join(', '), date: first === last ? first : `[${first}..${last}]` };
}

const mayBe = (count: number, where: string) => (count === 0 ? [] : [`or up to ${count} ${where}`]);

const four = (year: number) => String(year).padStart(4, '0');

/** The Julian day that begins at noon of a day; months may lie outside of their year. */
function dayNumber(year: number, month: number, day: number, isJulian: boolean): number {
  const months = year * 12 + month - 3; // from March on, so that the leap day is the last of a year
  const y = Math.floor(months / 12);
  const days = day + Math.floor((153 * (months - y * 12) + 2) / 5) + 365 * y + Math.floor(y / 4);
  return isJulian ? days + 1_721_117 : days - Math.floor(y / 100) + Math.floor(y / 400) + 1_721_119;
}

const DAY_IN_MILLISECONDS = 86_400_000;
/** 1 January 1970. */
const EPOCH = 2_440_588;

/** The day of our calendar; null outside of the years that EDTF has here. */
function dayText(number: number): string | null {
  const text = new Date((number - EPOCH) * DAY_IN_MILLISECONDS).toISOString();
  return /^(?!0000)\d{4}-/.test(text) ? text.slice(0, 'YYYY-MM-DD'.length) : null;
}
