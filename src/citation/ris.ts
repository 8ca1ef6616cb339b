import { type CitedDate, type CitedTime, dateText, isSingle } from './cited-time.ts';
import { type SourceEntry } from './source-entry.ts';

const TYPES: Readonly<Record<SourceEntry['type'], string>> = {
  dataset: 'DATA',
  entry: 'ENCYC',
  news: 'NEWS',
  report: 'RPRT',
  post: 'ELEC',
  page: 'ELEC',
};

/** A record in RIS: one line a tag, however long, as readers take the next line for another tag. */
export function ris(entry: SourceEntry): string {
  const { issued, accessed, archive, archiveLocation } = entry;
  const tags: readonly (readonly [tag: string, value: string | null])[] = [
    ['TY', TYPES[entry.type]],
    ['ID', entry.key],
    ['TI', entry.title],
    ...entry.authors.map((name) => ['AU', name] as const),
    ['T2', entry.container],
    ['PB', entry.publisher],
    ['PY', issued && (issued.from ?? issued.until)!.year],
    ['DA', issued && risDate(issued)],
    ['ET', entry.version],
    ['M3', entry.genre],
    ['DB', archive],
    ['AV', archiveLocation],
    // Most readers show notes, and few the place in an archive.
    ['N1', [archiveLocation, entry.note].filter(Boolean).join('. ') || null],
    ['LA', entry.language],
    ['UR', entry.url],
    ['Y2', accessed && risDate(accessed)],
    ['ER', ''],
  ];
  return tags.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${value}\r\n`])).join('');
}

const SEASONS = ['Spring', 'Summer', 'Autumn', 'Winter'];

/** `2025/02/14/`, `2025/02//`, `2025///`; the rest in words, in the fourth part: `2025/02/14/to 2025-02-16`. */
function risDate(time: CitedTime): string {
  const { from, until, isApproximate } = time;
  const first = (from ?? until)!;
  const words = [
    isApproximate ? 'approximately' : '',
    first.season === null ? '' : SEASONS[(Number(first.season) - 21) % 4]!,
    isSingle(time) ? '' : rangeWords(from, until),
  ];
  return `${first.year}/${first.month ?? ''}/${first.day ?? ''}/${words.filter(Boolean).join(' ')}`;
}

function rangeWords(from: CitedDate | null, until: CitedDate | null): string {
  if (from === null) return 'or before';
  return until === null ? 'or later' : `to ${dateText(until)}`;
}
