import { isCalendarDay } from './calendar.ts';

/**
 * What the author of a text that is not EDTF probably meant, best first: forms of spreadsheets, of Wikidata, of other
 * standards and of prose. Not all of them need to be days of the calendar.
 */
export function suggestEdtf(text: string): string[] {
  const plain = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[–—−]/g, '-')
    .replace(/^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? /i, '')
    .replace(TIME_OF_DAY, '');
  const whole = applyForms(wholeForms, plain);
  const suggestions = whole.length > 0 ? whole : suggestRange(plain);
  return [...new Set(suggestions)].filter((each) => each !== text);
}

const TIME_OF_DAY = / \d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?(?: ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?$/i;

function applyForms(forms: readonly Form[], text: string): string[] {
  return forms.flatMap(([pattern, write]) => {
    const match = pattern.exec(text);
    return match ? write(match) : [];
  });
}

/** `A - B`, `A to B`, `A/B`, where each is a date in some form. */
function suggestRange(text: string): string[] {
  const [, begin, end] =
    /^(?:from )?(.+?) ?(?:- | to | until | till )(.+)$/i.exec(text) ?? /^([^/]+)\/([^/]+)$/.exec(text) ?? [];
  if (begin === undefined || end === undefined) return [];
  const [begins, ends] = [suggestDate(begin), suggestDate(end)];
  if (OPEN.test(end)) return begins.map((each) => `${each}/..`);
  if (OPEN.test(begin)) return ends.map((each) => `../${each}`);
  return begins.length === 1 && ends.length === 1 ? [`${begins[0]}/${ends[0]}`] : [];
}

const OPEN = /^(\.\.|open|unknown|present|now|today|ongoing|current|\?)$/i;

/** One date: as it is if it is written as EDTF has it. */
function suggestDate(text: string): string[] {
  const trimmed = text.trim();
  return /^[\dX]{4}(-[\dX]{2}){0,2}[?~%]?$/.test(trimmed) ? [trimmed] : applyForms(dateForms, trimmed);
}

type Form = readonly [form: RegExp, write: (match: RegExpExecArray) => string[]];

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(\\d{4})';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthNumber = (name = '') => two(String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1));
const two = (digits = '') => digits.padStart(2, '0');
const form = (pattern: string): RegExp => new RegExp(`^${pattern}$`, 'i');
const ymd = (year = '', month = '', day = '') => `${year}-${two(month)}-${two(day)}`;
/** Both readings of two numbers, the one that puts the month first before the other. */
const eitherOrder = (year: string, first: string, second: string) =>
  [ymd(year, first, second), ymd(year, second, first)].filter(isCalendarDay);

const SEASONS: Readonly<Record<string, string>> = {
  spring: '21',
  summer: '22',
  autumn: '23',
  fall: '23',
  winter: '24',
};

/** Single dates. */
const dateForms: readonly Form[] = [
  [/^(\d{1,2})[/](\d{1,2})[/](\d{4})$/, ([, a, b, year]) => eitherOrder(year!, a!, b!)],
  [/^(\d{1,2})-(\d{1,2})-(\d{4})$/, ([, a, b, year]) => eitherOrder(year!, a!, b!)],
  [/^(\d{1,2})[/](\d{1,2})[/](\d{2})$/, ([, a, b, year]) => eitherOrder(`20${year}`, a!, b!)],
  [/^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/, ([, day, month, year]) => [ymd(year, month, day)]],
  [/^(\d{1,2})[/.](\d{4})$/, ([, month, year]) => [`${year}-${two(month)}`]],
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, ([, year, month, day]) => withoutZeros(year!, month!, day!)],
  [/^(\d{4})[-/.](\d{1,2})$/, ([, year, month]) => withoutZeros(year!, month!, '0')],
  // Wikidata: precision is told by zeros
  [/^\+(\d{4})(?:-(\d{2}))?$/, ([, year, month]) => withoutZeros(year!, month ?? '0', '0')],
  [
    /^\+?(\d{4})-(\d{2})-(\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/,
    ([, year, month, day]) => withoutZeros(year!, month!, day!),
  ],
  [/^(\d{4})(\d{2})(\d{2})(?:T.*)?$/, ([, year, month, day]) => withoutZeros(year!, month!, day!)],
  [/^(\d{4})(\d{2})$/, ([, year, month]) => withoutZeros(year!, month!, '0')],
  [
    /^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日?)?)?$/,
    ([, year, month, day]) => withoutZeros(year!, month ?? '0', day ?? '0'),
  ],
  [form(`${DAY}(?: of)?[ -]${MONTH},?[ -]${YEAR}`), ([, day, month, year]) => [ymd(year, monthNumber(month), day)]],
  [form(`${MONTH} ${DAY},? ${YEAR}`), ([, month, day, year]) => [ymd(year, monthNumber(month), day)]],
  [form(`${YEAR}[ -]${MONTH}[ -]${DAY}`), ([, year, month, day]) => [ymd(year, monthNumber(month), day)]],
  [form(`${DAY}-${MONTH}-(\\d{2})`), ([, day, month, year]) => [ymd(`20${year}`, monthNumber(month), day)]],
  [form(`${MONTH},?[ -]${YEAR}`), ([, month, year]) => [`${year}-${monthNumber(month)}`]],
  [form(`${YEAR}[ -]${MONTH}`), ([, year, month]) => [`${year}-${monthNumber(month)}`]],
  [form(`${MONTH}-(\\d{2})`), ([, month, year]) => [`20${year}-${monthNumber(month)}`]],
];

const withoutZeros = (year: string, month: string, day: string): string[] => {
  if (Number(month) === 0) return [year];
  if (Number(month) > 12) return [];
  return Number(day) === 0 ? [`${year}-${two(month)}`] : [ymd(year, month, day)];
};

/** The day with the number that spreadsheets give it, counted from the end of 1899. */
const spreadsheetDay = (number: string): string =>
  new Date(Date.UTC(1899, 11, 30 + Number(number))).toISOString().slice(0, 10);

/** Texts that are something else than a date, or a range whose parts cannot be read alone. */
const wholeForms: readonly Form[] = [
  ...dateForms,
  [/^(\d{4})-(\d{2})-(\d{2})\/(\d{1,2})$/, ([, y, m, d, end]) => [`${y}-${m}-${d}/${ymd(y, m, end)}`]],
  [
    /^(\d{4})-(\d{2})-(\d{2})\/(\d{1,2})-(\d{1,2})$/,
    ([, y, m, d, month, end]) => [`${y}-${m}-${d}/${ymd(y, month, end)}`],
  ],
  [/^(\d{4})-(\d{2})\/(\d{1,2})$/, ([, y, m, end]) => [`${y}-${m}/${y}-${two(end)}`]],
  [/^(\d{2})(\d{2})[/-](\d{2})$/, ([, century, year, end]) => [`${century}${year}/${century}${end}`]],
  [/^(\d{4}-\d{2}(?:-\d{2})?)-(\d{4}-\d{2}(?:-\d{2})?)$/, ([, begin, end]) => [`${begin}/${end}`]],
  [
    /^(\d{1,2})\.? ?- ?(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/,
    ([, first, last, month, y]) => [`${ymd(y, month, first)}/${ymd(y, month, last)}`],
  ],
  [/^between (.+) and (.+)$/i, ([, a, b]) => oneEach(suggestDate(a!), suggestDate(b!), '..')],
  [/^(\d{4}) ?- ?(\d{4})$/, ([, begin, end]) => [`${begin}/${end}`]],
  [
    form(`${MONTH} ${DAY} ?(?:-|to|and) ?${DAY},? ${YEAR}`),
    ([, month, first, last, y]) => [`${ymd(y, monthNumber(month), first)}/${ymd(y, monthNumber(month), last)}`],
  ],
  [
    form(`${DAY} ?(?:-|to|and) ?${DAY}(?: of)? ${MONTH},? ${YEAR}`),
    ([, first, last, month, y]) => [`${ymd(y, monthNumber(month), first)}/${ymd(y, monthNumber(month), last)}`],
  ],
  [
    form(`${MONTH} ${DAY} ?(?:-|to) ?${MONTH} ${DAY},? ${YEAR}`),
    ([, month, first, next, last, y]) => [`${ymd(y, monthNumber(month), first)}/${ymd(y, monthNumber(next), last)}`],
  ],
  [
    form(`${DAY} ${MONTH} ?(?:-|to) ?${DAY} ${MONTH},? ${YEAR}`),
    ([, first, month, last, next, y]) => [`${ymd(y, monthNumber(month), first)}/${ymd(y, monthNumber(next), last)}`],
  ],
  [
    form(`${MONTH} ?(?:-|to) ?${MONTH},? ${YEAR}`),
    ([, month, next, y]) => [`${y}-${monthNumber(month)}/${y}-${monthNumber(next)}`],
  ],
  [/^(\d{2})$/, ([, year]) => [`20${year}`, ...(['18', '19', '20'].includes(year!) ? [`${year}XX`] : [])]],
  [/^(\d{3})$/, ([, decade]) => [`${decade}X`]],
  [/^(\d{3})0s$/i, ([, decade]) => [`${decade}X`]],
  [/^(\d{2})(?:st|nd|rd|th) century$/i, ([, century]) => [`${String(Number(century) - 1).padStart(2, '0')}XX`]],
  [/^(\d{4})[ -]?(?:H|half )([12])$/i, ([, year, half]) => [`${year}-4${Number(half) - 1}`]],
  [/^(\d{4})[ -]?Q([1-4])$/i, ([, year, quarter]) => [`${year}-${32 + Number(quarter)}`]],
  [/^Q([1-4])[ -/]?(\d{4})$/i, ([, quarter, year]) => [`${year}-${32 + Number(quarter)}`]],
  [
    /^(spring|summer|autumn|fall|winter)(?: of)? (\d{4})$/i,
    ([, season, year]) => [`${year}-${SEASONS[season!.toLowerCase()]}`],
  ],
  [/^winter(?: of)? (\d{4})[/-](?:\d{2}|\d{4})$/i, ([, year]) => [`[${year}-12..${Number(year) + 1}-02]`]],
  [/^(\d{5})$/, ([, number]) => [spreadsheetDay(number!)]],
  [
    /^(?:c\.?|ca\.?|circa|about|around|approximately|~) ?(.+)$/i,
    ([, date]) => suggestDate(date!).map((each) => `${each}~`),
  ],
  [/^(.+?) ?\(\?\)$/, ([, date]) => suggestDate(date!).map((each) => `${each}?`)],
  [/^(?:since|from) (.+)$/i, ([, date]) => suggestDate(date!).map((each) => `${each}/..`)],
  [/^(.+?) ?-$/, ([, date]) => suggestDate(date!).map((each) => `${each}/..`)],
  [/^(?:until|till|up to) (.+)$/i, ([, date]) => suggestDate(date!).map((each) => `../${each}`)],
  [/^(?:by|before) (.+)$/i, ([, date]) => suggestDate(date!).map((each) => `[..${each}]`)],
  [/^after (.+)$/i, ([, date]) => suggestDate(date!).map((each) => `[${each}..]`)],
  [/^(?:either )?(.+?) or (.+)$/i, ([, a, b]) => oneEach(suggestDate(a!), suggestDate(b!), ',')],
  [/^\{(.+)\}$/, ([, members]) => [`[${members!.replace(/\s/g, '')}]`]],
  // EDTF before it became a standard, and small letters
  [/^[\dxu-]+$/i, ([text]) => [text.replace(/[xu]/gi, 'X')]],
  [/^(.+)\/(?:open|unknown)$/i, ([, begin]) => suggestDate(begin!).map((each) => `${each}/..`)],
];

const oneEach = (a: string[], b: string[], between: string) =>
  a.length === 1 && b.length === 1 ? [`[${a[0]}${between}${b[0]}]`] : [];
