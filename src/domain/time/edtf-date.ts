import { parse } from 'edtf';
import { AFTER_ALL, BEFORE_ALL, MONTH_NAMES, daysInMonth, isCalendarDay, subYearStretches } from './calendar.ts';
import { type DaySet, daysMatching } from './day-set.ts';
import { TimePrecision } from '../vocabulary.generated.ts';

/** The days that one date in EDTF text may be. */
export interface EdtfDate {
  days: DaySet;
  precision: TimePrecision;
}

/** The most common form, parsed without the library: imports have thousands of dates, and the library is slow. */
const ISO_DATE = /^\d{4}(-(0\d|1[0-2])(-\d{2})?)?$/;
const SUB_YEAR = /^(\d{4})-([2-4]\d)$/;

/** Parses one date or season; null for anything else, see {@link explainInvalidDate}. */
export function parseEdtfDate(text: string): EdtfDate | null {
  if (ISO_DATE.test(text)) return parseIsoDate(text);
  const [, year, part] = SUB_YEAR.exec(text.replace(/[?~%]$/, '')) ?? [];
  if (year !== undefined) {
    const days = subYearStretches(Number(year), Number(part));
    return days && { days, precision: TimePrecision.INTERVAL };
  }
  const digits = text.replace(/[?~%]/g, '');
  // Marks are for the library to check; it takes none after a year with unspecified digits.
  return digits === text.replace(/[?~%]$/, '') || isEdtfDate(text) ? parseDateDigits(digits) : null;
}

function parseIsoDate(text: string): EdtfDate | null {
  const [year, month] = [Number(text.slice(0, 4)), Number(text.slice(5, 7))];
  switch (text.length) {
    case 4:
      return { days: [{ first: `${text}-01-01`, last: `${text}-12-31` }], precision: TimePrecision.YEAR };
    case 7:
      return month === 0
        ? null
        : {
            days: [{ first: `${text}-01`, last: `${text}-${daysInMonth(year, month)}` }],
            precision: TimePrecision.MONTH,
          };
    default:
      return isCalendarDay(text) ? { days: [{ first: text, last: text }], precision: TimePrecision.DAY } : null;
  }
}

/** Stricter than the library, which accepts 29 February in every year, times of day, and years of two or three digits. */
function parseDateDigits(digits: string): EdtfDate | null {
  if (!/^[\dX]{4}(-[\dX]{2}){0,2}$/.test(digits)) return null;
  if (!/\d/.test(digits)) return { days: [{ first: BEFORE_ALL, last: AFTER_ALL }], precision: TimePrecision.UNKNOWN };
  const days = daysMatching(digits);
  return days.length === 0 ? null : { days, precision: precisionOf(digits, days) };
}

/** By the parts without `X`: `2022-04-XX` is a month, `2022-XX` a year, `202X` an interval. */
function precisionOf(digits: string, [day]: DaySet): TimePrecision {
  if (day && 'digits' in day) return TimePrecision.UNKNOWN;
  const specified = digits.replace(/(-XX)+$/, '');
  if (specified.includes('X')) return TimePrecision.INTERVAL;
  if (specified.length === 4) return TimePrecision.YEAR;
  return specified.length === 7 ? TimePrecision.MONTH : TimePrecision.DAY;
}

function isEdtfDate(text: string): boolean {
  try {
    return parse(text).type === 'Date';
  } catch {
    return false; // its messages are about its grammar; explainInvalidDate is about dates
  }
}

/** Why a text is not a date, as a sentence for its author. */
export function explainInvalidDate(text: string): string {
  if (text === '') return 'A date is missing.';
  if (/^\d{1,3}[?~%]?$/.test(text)) return 'Years have four digits; a decade is `202X` and a century `20XX`.';
  if (/^[Y-]/.test(text)) return 'Years have four digits, 0000 to 9999.';
  if (/T\d/.test(text))
    return 'A time of day stands after one day alone, as `2025-02-10T14:30` or `2025-02-10T14:30Z`.';
  if (text.startsWith('{')) return '"{...}" means all of its dates; write "[...]" for one of them.';
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text.replace(/[?~%]/g, '')) ?? [];
  const name = MONTH_NAMES[Number(month) - 1];
  if (month === '00') return 'There is no month 00; leave out what the source does not give.';
  if (month && !name) return `There is no month ${month}.`;
  if (day === '00') return 'There is no day 00; leave out what the source does not give.';
  if (day && name) return `${name} ${year} has ${daysInMonth(Number(year), Number(month))} days.`;
  if (/^\d{4}-\d{1,2}(-\d{1,2})?$/.test(text)) return 'Month and day have two digits each.';
  if (/\d[./]\d/.test(text)) return 'A date begins with the year, and its parts are joined by hyphens.';
  return noDate(text);
}

/** What there is to say of a text of which nothing more can be said. */
export const noDate = (text: string): string => `"${text.slice(0, 40)}" is not a date.`;
