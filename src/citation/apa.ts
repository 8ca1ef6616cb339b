import { MONTH_NAMES } from '../domain/time/calendar.ts';
import { type CitedDate, type CitedTime, isSingle } from './cited-time.ts';
import { type SourceEntry } from './source-entry.ts';

/** A sentence after the seventh edition of the manual of the American Psychological Association. */
export function apa(entry: SourceEntry): string {
  const { authors, title, version, genre, issued } = entry;
  const isEntry = entry.type === 'entry';
  const description = `${version === null || isEntry ? '' : ` (Version ${version})`}${genre === null ? '' : ` [${genre}]`}`;
  const work = toSentence(`${title}${description}`);
  const date = `(${issued === null ? 'n.d.' : dateWords(issued)}).`;
  // Without authors, the title stands in their place.
  const head = authors.length === 0 ? [work, date] : [toSentence(joinNames(authors)), date, work];
  return [...head, ...origin(entry), address(entry)].filter(Boolean).join(' ');
}

function origin({ type, version, publisher, container, archive, archiveLocation, note }: SourceEntry): string[] {
  const place = archive && `${archive} (${archiveLocation})`;
  const whole = type === 'entry' ? `In ${container} (Version ${version})` : container;
  return [whole, publisher, place, note].filter((part) => part !== null).map(toSentence);
}

/** What changes with time has the day on which it was retrieved. */
function address({ url, accessed }: SourceEntry): string {
  if (url === null) return '';
  if (!accessed?.from) return url;
  const { year, month, day } = accessed.from;
  return `Retrieved ${MONTH_NAMES[Number(month) - 1]} ${Number(day)}, ${year}, from ${url}`;
}

/** `A`, `A & B`, `A, B, & C`; of more than twenty, the first nineteen and the last. */
function joinNames(names: readonly string[]): string {
  const [last, ...others] = [...names].reverse();
  if (others.length === 0) return last!;
  if (names.length > 20) return `${names.slice(0, 19).join(', ')}, . . . ${last}`;
  return `${others.reverse().join(', ')}${others.length > 1 ? ',' : ''} & ${last}`;
}

const toSentence = (text: string) => (/[.!?][\])”"]*$/.test(text) && !text.endsWith(']') ? text : `${text}.`);

function dateWords(time: CitedTime): string {
  const { from, until, isApproximate } = time;
  const words = isSingle(time) || until === null ? wordsOf(from!) : rangeWords(from, until);
  return isApproximate ? `ca. ${words}` : words;
}

function rangeWords(from: CitedDate | null, until: CitedDate): string {
  if (from === null) return `until ${wordsOf(until)}`;
  if (from.year !== until.year || !(from.month && until.month)) return `${wordsOf(from)}–${wordsOf(until)}`;
  const end = from.month === until.month ? until.day && String(Number(until.day)) : monthAndDay(until);
  return `${wordsOf(from)}–${end ?? monthAndDay(until)}`;
}

const SEASONS = ['Spring', 'Summer', 'Autumn', 'Winter'];

/** `2025`, `2025, February`, `2025, February 14`, `2022, Spring`. */
function wordsOf(date: CitedDate): string {
  if (date.season !== null) return `${date.year}, ${SEASONS[(Number(date.season) - 21) % 4]}`;
  return date.month === null ? date.year : `${date.year}, ${monthAndDay(date)}`;
}

const monthAndDay = ({ month, day }: CitedDate): string =>
  `${MONTH_NAMES[Number(month) - 1]}${day === null ? '' : ` ${Number(day)}`}`;
