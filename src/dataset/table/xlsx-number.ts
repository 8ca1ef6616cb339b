import { format, getFormatDateInfo } from 'numfmt';
import { type TableCell } from './cell.ts';

/** How the numbers of a cell are shown. */
export interface NumberFormat {
  pattern: string;
  /** How many characters of YYYY-MM-DD it shows; 0 if it shows no year. */
  dateLength: 0 | 4 | 7 | 10;
  /** It shows a part of a date, so that the date system matters. */
  calendar: boolean;
  /** Why a number that is shown so cannot be used. */
  problem?: string;
}

/** The formats that files name by number (ECMA-376, part 1, 18.8.30). */
const BUILT_IN: Readonly<Record<number, string>> = {
  ...{ 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 11: '0.00E+00', 12: '# ?/?', 13: '# ??/??' },
  ...{ 14: 'm/d/yyyy', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM', 20: 'h:mm' },
  ...{ 21: 'h:mm:ss', 22: 'm/d/yy h:mm', 37: '#,##0 ;(#,##0)', 38: '#,##0 ;[Red](#,##0)', 39: '#,##0.00;(#,##0.00)' },
  ...{ 40: '#,##0.00;[Red](#,##0.00)', 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mmss.0', 48: '##0.0E+0', 49: '@' },
};

/** Of these numbers some are days in one language of the program and months in another. */
const byLanguage = (id: number) => (id >= 27 && id <= 36) || (id >= 50 && id <= 58) || (id >= 67 && id <= 81);

export const GENERAL: NumberFormat = { pattern: 'General', dateLength: 0, calendar: false };

/** The format with this number in a file that says these patterns itself. */
export function numberFormat(id: number, patterns: ReadonlyMap<number, string>): NumberFormat {
  const pattern = patterns.get(id) ?? BUILT_IN[id];
  if (pattern === undefined && byLanguage(id))
    return {
      ...GENERAL,
      problem: `has number format ${id}, which is a day or a month by the language of the program; give it a date format of its own`,
    };
  if (pattern === undefined || pattern === '@' || /^general$/i.test(pattern)) return GENERAL;
  const { year, month, day } = getFormatDateInfo(pattern);
  return { pattern, dateLength: !year ? 0 : !month ? 4 : day ? 10 : 7, calendar: year || month || day };
}

/** A number as it is shown, and the day that it stands for. */
export function numberCell(value: number, shown: NumberFormat, date1904: boolean): TableCell {
  const { pattern, dateLength, calendar, problem } = shown;
  if (problem !== undefined) return { text: general(value), value, problem };
  if (shown === GENERAL) return generalCell(value);
  const serial = date1904 && calendar ? value + DAYS_FROM_1900_TO_1904 : value;
  const text = show(pattern, serial);
  if (dateLength === 0) return { text, value };
  const day = dayOfSerial(serial);
  if (day === null) return { text, value, problem: `shows ${text} for the number ${value}, which is no day` };
  return { text, value, date: day.slice(0, dateLength) };
}

/** A cell that stores a date in words of ISO 8601 (`2025-02-14`, `2025-02-14T00:00:00`). It does not depend on the date system. */
export function isoDateCell(stored: string, { pattern, dateLength }: NumberFormat): TableCell {
  const day = /^(\d{4}-\d\d-\d\d)(?:T.*)?$/.exec(stored)?.[1];
  if (day === undefined) return { text: stored };
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at) || isoDay(at) !== day) return { text: stored, problem: `is ${stored}, which is no day` };
  const serial = (at - EPOCH) / DAY + timeOfDay(stored);
  // A format that shows no year would hide what the cell says in words.
  if (dateLength === 0 || serial < FIRST_OF_MARCH_1900) return { text: stored, date: day };
  return { text: show(pattern, serial), date: day.slice(0, dateLength) };
}

const DAY = 24 * 60 * 60 * 1000;
const EPOCH = Date.UTC(1899, 11, 30);
const DAYS_FROM_1900_TO_1904 = 1462;
const FIRST_OF_MARCH_1900 = 61;
const LAST_DAY_OF_9999 = 2_958_465;

const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10);

/** The calendar day of a serial number of the 1900 system, in which day 60 is a 29 February 1900 that never was; null if it has none. */
function dayOfSerial(serial: number): string | null {
  const days = Math.floor(serial);
  if (days < 1 || days > LAST_DAY_OF_9999 || days === FIRST_OF_MARCH_1900 - 1) return null;
  return isoDay(EPOCH + (days < FIRST_OF_MARCH_1900 ? days + 1 : days) * DAY);
}

function timeOfDay(stored: string): number {
  const [, hours, minutes, seconds] = /T(\d\d):(\d\d)(?::(\d\d))?/.exec(stored) ?? [];
  return (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) / 86_400;
}

function show(pattern: string, value: number): string {
  try {
    return format(pattern, value).trim();
  } catch {
    return general(value);
  }
}

/** A spreadsheet keeps 15 digits; of a longer number, such as an identifier, it has lost the last ones. */
function generalCell(value: number): TableCell {
  const text = general(value);
  if (Number.isInteger(value) && Math.abs(value) >= 1e15)
    return {
      text,
      value,
      problem: 'is a number of more than 15 digits, of which a spreadsheet keeps 15; store it as text',
    };
  return { text, value };
}

/** All 15 digits: a program shows fewer where the column is narrow. */
const general = (value: number) => String(Number(value.toPrecision(15)));
