import { ClientError } from '../../domain/errors.ts';
import { MONTH_NAMES, formatDay, isCalendarDay } from '../../domain/time/calendar.ts';
import { isEdtf, parseEdtf } from '../../domain/time/edtf.ts';
import { MONTH_WORDS } from '../../domain/time/month-words.ts';
import { suggestEdtf } from '../../domain/time/suggest-edtf.ts';
import { type TimeRules } from './format.ts';

/** A text that is no time, or may be several. The message is read after the text. */
export class NoTime extends Error {}

/** A day in numbers with the year last: only the mapping can say which of the other two is the month. */
const NUMERIC_DAY = /(?<![\d./-])(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4})(?!\d)/g;
/** `14.-16.2.2025` */
const NUMERIC_DAYS = /^\d{1,2}\.? ?- ?\d{1,2}\. ?\d{1,2}\. ?\d{4}$/;
/** Years of which the last is shortened, and seasons and quarters of EDTF, are written alike. */
const SUB_YEAR = /^(\d{2})(\d{2})-(2[1-9]|3\d|4[01])$/;

/**
 * The time that a cell tells, as EDTF; null if it is one that stands for none. What can be read in two ways is never decided here: throws a
 * {@link NoTime} that names both.
 */
export function readTime(text: string, { order, yearOnly = [], unknown = [] }: TimeRules): string | null {
  const plain = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[–—−]/g, '-')
    .replace(/^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*$/, '$1');
  const edtf = single(plain, withDaysInOrder(inEnglish(plain), order));
  if (unknown.some((none) => edtf === none || edtf.startsWith(`${none}-`))) return null;
  const isPlaceholder = isCalendarDay(edtf) && yearOnly.includes(edtf.slice('YYYY-'.length));
  return isPlaceholder ? edtf.slice(0, 'YYYY'.length) : edtf;
}

/** The number of a month as EDTF has it, `02`, from a number or a name; null for anything else. */
export function monthNumber(text: string): string | null {
  const number = /^\d{1,2}$/.test(text) ? Number(text) : (MONTH_WORDS.get(text.toLowerCase().replace(/\.$/, '')) ?? 0);
  return number >= 1 && number <= 12 ? String(number).padStart(2, '0') : null;
}

/** `14. Februar 2025`, `14 de febrero de 2025` as `14 February 2025`. */
const inEnglish = (text: string): string =>
  text
    .replace(/\p{L}{3,}\.?/gu, (word) => {
      const number = MONTH_WORDS.get(word.toLowerCase().replace(/\.$/, ''));
      return number === undefined ? word : MONTH_NAMES[number - 1]!;
    })
    .replace(/(?<=\d)\. (?=\p{L})/gu, ' ')
    .replace(/ del? /gi, ' ');

/** From the first time to the second; the first alone if they are the same or there is no second one. */
export function spanOf(start: string | null, end: string | null): string | null {
  if (end === null || start === end) return start;
  for (const each of [start, end])
    if (each !== null && /[/[]/.test(each))
      throw new NoTime(`is ${each}, which is no single date; a span has two of them`);
  const edtf = `${start ?? '..'}/${end}`;
  const fault = faultOf(edtf);
  if (fault !== null) throw new NoTime(`makes ${edtf}, which ${fault}`);
  return edtf;
}

function single(text: string, ordered: string): string {
  const [, century, year, part] = SUB_YEAR.exec(ordered) ?? [];
  if (century !== undefined)
    throw new NoTime(
      `may be the years ${century}${year} to ${century}${part}, or a season or quarter of EDTF; write \`${century}${year}/${century}${part}\` for the years`,
    );
  if (isEdtf(ordered)) return ordered;
  if (!/(?<!\d)(\d{4}|\d{8})(?!\d)/.test(ordered)) throw new NoTime('is no time: it has no year of four digits');
  const meant = suggestEdtf(ordered);
  const times = meant.filter(isEdtf);
  if (times.length > 1) throw new NoTime(`may be ${times.join(' or ')}`);
  if (times.length === 0)
    throw new NoTime(meant.length === 0 ? faultOf(text)! : `would be ${meant[0]}, which ${faultOf(meant[0]!)}`);
  return times[0]!;
}

/** The text with its days in numbers as EDTF has them. */
function withDaysInOrder(text: string, order: TimeRules['order']): string {
  if (order !== 'DMY' && NUMERIC_DAYS.test(text))
    throw new NoTime('has the year last; say `order: DMY` if the day comes first, for the whole column');
  return text.replace(NUMERIC_DAY, (all, first: string, _separator, second: string, year: string) => {
    const [one, other] = [Number(first), Number(second)];
    const days = { DMY: formatDay(Number(year), other, one), MDY: formatDay(Number(year), one, other) };
    if (order === undefined) {
      const readings = Object.entries(days).filter(([, day]) => isCalendarDay(day));
      if (readings.length === 0) throw new NoTime('is no day of the calendar');
      const each = readings.map(([name, day]) => `${day} (\`order: ${name}\`)`);
      throw new NoTime(`may be ${each.join(' or ')}: say the order of day and month of the column under time`);
    }
    if (order === 'YMD') throw new NoTime('has the year last, where the mapping says `order: YMD`');
    if (!isCalendarDay(days[order])) {
      const turned = order === 'DMY' ? 'MDY' : 'DMY';
      const hint = isCalendarDay(days[turned]) ? `; it would be ${days[turned]} with \`order: ${turned}\`` : '';
      throw new NoTime(`is no day of the calendar with \`order: ${order}\`${hint}`);
    }
    return days[order];
  });
}

/** Why a text is not EDTF, to be read after it; null if it is. */
function faultOf(text: string): string | null {
  try {
    parseEdtf(text);
    return null;
  } catch (error) {
    if (!(error instanceof ClientError)) throw error;
    return error.message.replace(/^".*?" /s, '');
  }
}
