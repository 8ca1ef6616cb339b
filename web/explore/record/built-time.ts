import { isCalendarDay } from '../../../src/domain/time/calendar.ts';
import { type MonthPart, partOfMonth } from '../../../src/domain/time/parts-of-month.ts';

/** The ways in which a source tells when something was, with the words of the choice. */
export const timeForms = {
  unknown: 'the source does not say',
  day: 'on a day',
  month: 'in a month',
  year: 'in a year',
  between: 'some day between',
  until: 'some day, at the latest',
  span: 'from … to …',
  edtf: 'otherwise (EDTF)',
} as const;

export type TimeForm = keyof typeof timeForms;

/** A time as it is chosen in the form. What another form needs stays, so that trying one loses nothing. */
export interface BuiltTime {
  form: TimeForm;
  /** `YYYY-MM-DD` or empty: the day, or the first of two. */
  first: string;
  /** `YYYY-MM-DD` or empty: the last of two. */
  last: string;
  /** Four digits or empty. */
  year: string;
  /** `01` to `12` or empty. */
  month: string;
  part: MonthPart | '';
  /** Marks a day, a whole month or a year as approximate. */
  about: boolean;
  edtf: string;
}

export const unknownTime: BuiltTime = {
  form: 'unknown',
  first: '',
  last: '',
  year: '',
  month: '',
  part: '',
  about: false,
  edtf: '',
};

/** The EDTF of a time, null where the source gives none; or what is still missing to say it, as the end of a sentence. */
export function edtfOf(time: BuiltTime): { edtf: string | null } | { missing: string } {
  const { form, first, last, year, month, part, about } = time;
  const mark = about ? '~' : '';
  switch (form) {
    case 'unknown':
      return { edtf: null };
    case 'day':
      return isCalendarDay(first) ? { edtf: first + mark } : { missing: 'choose the day' };
    case 'month':
      if (!/^\d{4}$/.test(year) || !/^(0[1-9]|1[0-2])$/.test(month))
        return { missing: 'choose the month and the year' };
      return { edtf: part === '' ? `${year}-${month}${mark}` : partOfMonth(year, month, part) };
    case 'year':
      return /^\d{4}$/.test(year) ? { edtf: year + mark } : { missing: 'give the year, with four digits' };
    case 'until':
      return isCalendarDay(last)
        ? { edtf: `[..${last}]` }
        : { missing: 'choose the last day on which it can have been' };
    case 'between':
      return betweenDays(first, last, (from, to) => `[${from}..${to}]`);
    case 'span':
      return betweenDays(first, last, (from, to) => `${from}/${to}`);
    case 'edtf':
      return time.edtf.trim() === '' ? { missing: 'write the time' } : { edtf: time.edtf.trim() };
  }
}

function betweenDays(first: string, last: string, write: (first: string, last: string) => string) {
  if (!isCalendarDay(first) || !isCalendarDay(last)) return { missing: 'choose both days' };
  if (first > last) return { missing: 'put the earlier day first' };
  return { edtf: first === last ? first : write(first, last) };
}

/** The day on which something surely was, for what is known of that day: null if it is not told by the day. */
export const dayOf = (time: BuiltTime): string | null =>
  time.form === 'day' && isCalendarDay(time.first) ? time.first : null;
