import { type CitedDate, type CitedTime, dateText, isSingle } from './cited-time.ts';
import { type SourceEntry } from './source-entry.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * An entry for a .bib file: `year` and `month` for the classic styles, `date` for biblatex, which knows ranges, seasons and marks.
 * Classic styles print neither `version` nor `date`, but `howpublished`, so that says the version again.
 */
export function bibtex(entry: SourceEntry): string {
  const { key, version, url, accessed } = entry;
  const fields: Readonly<Record<string, string | null>> = {
    author: entry.authors.map((name) => `{${escapeTex(name)}}`).join(' and ') || null,
    key: entry.archive && 'Chancery', // what sorts and labels an entry without authors
    title: `{${escapeTex(entry.title)}}`,
    ...origin(entry),
    ...dateFields(entry.issued),
    version,
    note: note(entry),
    url,
    urldate: accessed && biblatexDate(accessed),
  };
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === null ? [] : [name === 'month' ? `  month = ${value},\n` : `  ${name} = {${value}},\n`],
  );
  return `@${entryType(entry)}{${key},\n${lines.join('')}}\n`;
}

function entryType({ type, container, publisher }: SourceEntry): string {
  if (type === 'news' && container !== null) return 'article';
  return type === 'report' && publisher !== null ? 'techreport' : 'misc';
}

/** Who published it, in the field that the styles print for this type of entry. */
function origin(entry: SourceEntry): Record<string, string | null> {
  const { type, genre, version, publisher, archive } = entry;
  const [whole, container] = type === 'entry' ? [`In ${entry.container}`, null] : [null, entry.container];
  const text = (parts: (string | null)[]) => escapeTex(parts.filter((part) => part !== null).join(', ')) || null;
  switch (entryType(entry)) {
    case 'article':
      return { journal: text([container]) };
    case 'techreport':
      return { institution: text([publisher]) };
    default:
      return { howpublished: text([whole, genre, version && `version ${version}`, publisher, container, archive]) };
  }
}

function note({ archiveLocation, note }: SourceEntry): string | null {
  const location = archiveLocation && archiveLocation[0]!.toUpperCase() + archiveLocation.slice(1);
  return escapeTex([location, note].filter((part) => part !== null).join('. ')) || null;
}

/** Of a time that began nobody knows when, readers fail on a `date`, and every style prints a year in words. */
function dateFields(time: CitedTime | null): Record<string, string | null> {
  if (time === null) return {};
  const { from, until } = time;
  if (from === null) return { year: `until ${dateText(until!)}` };
  const isOneMonth = until === null || (from.year === until.year && from.month === until.month);
  return {
    year: from.year,
    month: from.month !== null && isOneMonth ? MONTHS[Number(from.month) - 1]! : null,
    date: biblatexDate(time),
  };
}

function biblatexDate(time: CitedTime): string {
  const { from, until } = time;
  return isSingle(time) ? markedDate(from!) : [from, until].map((end) => end && markedDate(end)).join('/');
}

/** biblatex has four seasons, and no hemispheres. */
const markedDate = (date: CitedDate): string =>
  dateText(date.season === null ? date : { ...date, season: String(21 + ((Number(date.season) - 21) % 4)) }) +
  date.mark;

const TEX_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Escapes text for TeX. BibTeX counts escaped braces too, so all braces are removed if they are unbalanced. */
function escapeTex(text: string): string {
  const balanced = isBalanced(text) ? text : text.replace(/[{}]/g, '');
  return balanced.replace(/[\\{}~^&%$#_]/g, (character) => TEX_ESCAPES[character] ?? `\\${character}`);
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth++;
    if (character === '}' && --depth < 0) return false;
  }
  return depth === 0;
}
