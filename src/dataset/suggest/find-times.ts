import { isCalendarDay } from '../../domain/time/calendar.ts';
import { MONTH_WORDS } from '../../domain/time/month-words.ts';
import { type MonthPart, partOfMonth } from '../../domain/time/parts-of-month.ts';

/** Words of a text that say when something was. */
export interface TimeMention {
  /** The words of the text. */
  words: string;
  /** EDTF; null where the text alone does not say. */
  edtf: string | null;
  /** What was taken for granted, or what is missing; null if the words say it all. */
  doubt: string | null;
}

const MONTH = `(?<month>${[...MONTH_WORDS.keys()].sort((a, b) => b.length - a.length).join('|')})\\.?(?!\\p{L})`;
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th|er|º|ª|\\.)?(?!\\d)';
const END = '(?<end>\\d{1,2})(?:st|nd|rd|th|er|º|ª|\\.)?(?!\\d)';
const TO = '\\s?(?:-|–|—|to|and|until|bis|und|au|et|al?|y|до|по|i|и|й|та)\\s?';
const YEAR = '(?<year>(?:19|20)\\d{2})(?!\\d)';
const BEFORE = '(?<![\\p{L}\\p{N}])';
const OF = "\\s?(?:of |de |di |d’|d')?";
const PART =
  '(?:(?<part>early|mid|late|beginning of|middle of|end of|начале|середине|конце|початку|середині|кінці)[\\s-])?';

/** The forms of dates, the longest first. */
const FORMS = [
  '(?<!\\d)(?<year>\\d{4})-(?<number>\\d{2})-(?<day>\\d{2})(?!\\d)',
  '(?<!\\d)(?<year>\\d{4})[年년]\\s?(?<number>\\d{1,2})[月월]\\s?(?<day>\\d{1,2})[日號号일]?(?:[至到~~-](?<end>\\d{1,2})[日號号일])?',
  '(?<!\\d)(?<year>\\d{4})[年년]\\s?(?<number>\\d{1,2})[月월]',
  '(?<!\\d)(?<year>(?:19|20)\\d{2})[年년]',
  '(?<!\\d)(?<number>\\d{1,2})[月월]\\s?(?<day>\\d{1,2})[日號号일]?(?:[至到~~-](?<end>\\d{1,2})[日號号일])?',
  '(?<!\\d)(?<number>\\d{1,2})[月월](?!\\d)',
  '(?<!\\d)(?<day>\\d{1,2})[日號号일]?[至到~~-](?<end>\\d{1,2})[日號号일]',
  '(?<!\\d)(?<day>\\d{1,2})[日號号일](?!本)',
  `${BEFORE}${DAY}(?:${TO}${END})?${OF}\\s${MONTH}(?:,?\\s(?:de\\s|del\\s)?${YEAR})?`,
  `${BEFORE}${MONTH}\\s${DAY}(?:${TO}${END})?(?:,?\\s${YEAR})?`,
  `${BEFORE}${PART}${MONTH},?\\s(?:of |de )?${YEAR}`,
  `${BEFORE}(?<part>early|mid|late)[\\s-]${MONTH}`,
  `${BEFORE}(?:in|during|since|until|by|through|last|next|this) ${MONTH}`,
  `${BEFORE}(?:in|during|since|from|until|by|of|seit|im Jahr|en|nel|у|в|з|с) ${YEAR}`,
].map((form) => new RegExp(form, 'giu'));

/** The part of a month that a word tells. */
const partOf = (word: string): MonthPart =>
  /^(early|beg|нач|поч)/i.test(word) ? 'early' : /^(mid|сер)/i.test(word) ? 'mid' : 'late';

/** The times that a paragraph tells in numbers and names of months, each once. `published` is a day: what is left out is taken from it. */
export function findTimes(text: string, published: string | null): TimeMention[] {
  const taken: { from: number; to: number; time: TimeMention }[] = [];
  for (const form of FORMS) {
    for (const match of text.matchAll(form)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (taken.some((other) => from < other.to && to > other.from)) continue;
      const time = toTime(match[0].replace(/\s+/gu, ' ').trim(), match.groups ?? {}, published);
      if (time !== null) taken.push({ from, to, time });
    }
  }
  const inOrder = taken.sort((a, b) => a.from - b.from).map(({ time }) => time);
  return [...new Map(inOrder.map((time) => [time.words, time])).values()];
}

type Groups = Readonly<Record<string, string | undefined>>;

/** Null for numbers that are of something else: `13月`. */
function toTime(
  words: string,
  { year, month, number, day, end, part }: Groups,
  published: string | null,
): TimeMention | null {
  const written = month === undefined ? number : String(MONTH_WORDS.get(month.toLowerCase()));
  if (written === undefined && day === undefined) return { words, edtf: year!, doubt: null };
  if (written !== undefined && (Number(written) < 1 || Number(written) > 12)) return null;
  const whole = complete({ year, month: written, day }, published);
  if (whole === null) {
    const missing = written === undefined ? 'the month and the year are' : 'the year is';
    return { words, edtf: null, doubt: `${missing} not said; give the day of publication with --published` };
  }
  const prefix = `${whole.year}-${two(whole.month)}`;
  const doubt =
    year === undefined
      ? `${written === undefined ? 'month and year' : 'the year'} nearest to the day of publication`
      : null;
  if (day === undefined)
    return {
      words,
      edtf: part === undefined ? prefix : partOfMonth(whole.year, two(whole.month), partOf(part)),
      doubt,
    };
  const edtf = end === undefined ? `${prefix}-${two(day)}` : `${prefix}-${two(day)}/${prefix}-${two(end)}`;
  const days = edtf.split('/');
  const isTime = days.every(isCalendarDay) && days[0]! <= days.at(-1)!;
  return isTime ? { words, edtf, doubt } : { words, edtf: null, doubt: 'no day of the calendar' };
}

const two = (number: string | number) => String(number).padStart(2, '0');

/** Year and month, those that are left out so that the time is nearest to the day of publication; null where that is not known. */
function complete(
  { year, month, day }: { year: string | undefined; month: string | undefined; day: string | undefined },
  published: string | null,
): { year: string; month: string } | null {
  if (year !== undefined && month !== undefined) return { year, month };
  if (published === null) return null;
  const [publishedYear, publishedMonth] = [Number(published.slice(0, 4)), Number(published.slice(5, 7))];
  const around = [-1, 0, 1].map((step) =>
    month === undefined
      ? new Date(Date.UTC(publishedYear, publishedMonth - 1 + step, Number(day)))
      : new Date(Date.UTC(publishedYear + step, Number(month) - 1, Number(day ?? 15))),
  );
  const distance = (date: Date) => Math.abs(date.getTime() - Date.parse(published));
  const [nearest] = around
    .filter((date) => day === undefined || date.getUTCDate() === Number(day))
    .sort((a, b) => distance(a) - distance(b));
  return nearest === undefined
    ? null
    : { year: String(nearest.getUTCFullYear()), month: two(nearest.getUTCMonth() + 1) };
}
