import { type CitedDate, type CitedTime, dateText, daysOf, isSingle } from './cited-time.ts';
import { type SourceEntry } from './source-entry.ts';

/** CSL-JSON: a list with one item. */
export const cslJson = (entry: SourceEntry): string => JSON.stringify([cslItem(entry)], null, 2);

function cslItem(entry: SourceEntry): Record<string, unknown> {
  const fields = {
    id: entry.key,
    type: cslType(entry),
    title: entry.title,
    // Literal, as nobody told which part of a name is the family name.
    author: entry.authors.length > 0 ? entry.authors.map((literal) => ({ literal })) : null,
    'container-title': entry.container,
    publisher: entry.publisher,
    genre: entry.genre,
    version: entry.version,
    issued: entry.issued && cslDate(entry.issued),
    accessed: entry.accessed && cslDate(entry.accessed),
    URL: entry.url,
    language: entry.language,
    archive: entry.archive,
    archive_location: entry.archiveLocation,
    note: entry.note,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function cslType({ type, url }: SourceEntry): string {
  if (type === 'page') return url === null ? 'document' : 'webpage';
  return type === 'news' ? 'article-newspaper' : type;
}

/** With ranges whose ends are equally precise, which is all that citeproc reads: others as their first and last day. */
function cslDate(time: CitedTime): Record<string, unknown> {
  const { from, until, isApproximate } = time;
  const circa = isApproximate ? { circa: true } : {};
  if (from === null) return { literal: `until ${dateText(until!)}` };
  if (until === null || isSingle(time)) {
    const season = from.season === null ? {} : { season: ((Number(from.season) - 21) % 4) + 1 };
    return { 'date-parts': [partsOf(from)], ...season, ...circa };
  }
  const isEven = partsOf(from).length === partsOf(until).length && !from.season && !until.season;
  const ends = isEven ? [partsOf(from), partsOf(until)] : [numbers(daysOf(from).first), numbers(daysOf(until).last)];
  return { 'date-parts': ends, ...circa };
}

const partsOf = (date: CitedDate) => numbers(dateText({ ...date, season: null }));

const numbers = (text: string): number[] => text.split('-').map(Number);
