import { parse, type Parsed } from 'edtf';
import { daysInMonth, firstDay, lastDay, subYearRange } from './calendar.ts';
import { TimePrecision } from '../vocabulary.generated.ts';

/** The days that one date in EDTF text may be, from `first` to `last`, as `YYYY-MM-DD`. */
export interface DateRange {
  first: string;
  last: string;
  precision: TimePrecision;
}

/** The most common form, parsed without the library: imports have thousands of dates, and the library is slow. */
const ISO_DATE = /^\d{4}(-(0\d|1[0-2])(-\d{2})?)?$/;

/** Parses one date, season, decade or century; null for anything else, see {@link explainInvalidDate}. */
export function parseEdtfDate(text: string): DateRange | null {
  if (ISO_DATE.test(text)) return parseDateDigits(text);
  const parsed = tryParse(text);
  const [value = 0, part = 0] = parsed?.values ?? [];
  switch (parsed?.type) {
    case 'Century':
      return yearRange(value * 100, value * 100 + 99);
    case 'Decade':
      return yearRange(value * 10, value * 10 + 9);
    case 'Season':
      return { ...subYearRange(value, part), precision: TimePrecision.INTERVAL };
    case 'Date':
      return parseDateDigits(text.replace(/[?~%]/g, ''));
    default:
      return null;
  }
}

/** Stricter than the library, which accepts 29 February in every year and times of day. */
function parseDateDigits(digits: string): DateRange | null {
  if (!/^[\dX]{4}(-[\dX]{2}){0,2}$/.test(digits)) return null;
  const first = firstDay(digits);
  const last = lastDay(digits);
  return first && last ? { first, last, precision: precisionOf(digits) } : null;
}

/** By the parts without `X`: `2022-04-XX` is a month, `2022-XX` a year, `202X` an interval. */
function precisionOf(digits: string): TimePrecision {
  const specified = digits.replace(/(-XX)+$/, '');
  if (specified === 'XXXX') return TimePrecision.UNKNOWN;
  if (specified.includes('X')) return TimePrecision.INTERVAL;
  if (specified.length === 4) return TimePrecision.YEAR;
  return specified.length === 7 ? TimePrecision.MONTH : TimePrecision.DAY;
}

function yearRange(first: number, last: number): DateRange {
  const year = (number: number) => String(number).padStart(4, '0');
  return { first: `${year(first)}-01-01`, last: `${year(last)}-12-31`, precision: TimePrecision.INTERVAL };
}

function tryParse(text: string): Parsed | null {
  try {
    return parse(text);
  } catch {
    return null; // its messages are about its grammar; explainInvalidDate is about dates
  }
}

const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Why a text is not a date, as a sentence for its author. */
export function explainInvalidDate(text: string): string {
  if (/^[Y-]/.test(text)) return 'Years have four digits, 0000 to 9999.';
  if (/T\d/.test(text)) return 'Times of day are not recorded; write the day alone.';
  if (text.startsWith('{')) return '"{...}" means all of its dates; write "[...]" for one of them.';
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text.replace(/[?~%]/g, '')) ?? [];
  const name = MONTH_NAMES[Number(month) - 1];
  if (month && !name) return `There is no month ${month}.`;
  if (day && name) return `${name} ${year} has ${daysInMonth(Number(year), Number(month))} days.`;
  if (/^\d{4}-\d{1,2}(-\d{1,2})?$/.test(text)) return 'Month and day have two digits each.';
  if (/\d[./]\d/.test(text)) return 'A date begins with the year, and its parts are joined by hyphens.';
  return `"${text.slice(0, 40)}" is not a date.`;
}
