import { type CitedTime, dateText, daysOf, isSingle } from './cited-time.ts';
import { type SourceEntry } from './source-entry.ts';
import { type CitedSource } from './works.ts';

/** What DataCite wants written where a value that it requires is not known. */
const UNAVAILABLE = ':unav';
/** The same for the year, for which DataCite has no word: it takes four digits. */
const NO_YEAR = '0000';

const TYPES: Readonly<Record<SourceEntry['type'], string>> = {
  dataset: 'Dataset',
  entry: 'Text',
  news: 'Text',
  report: 'Report',
  post: 'Text',
  page: 'Text',
};

/**
 * JSON of DataCite's metadata schema 4.6, without a DOI, as nobody has registered one. DataCite requires a creator and a publisher:
 * of a state of the graph both are Chancery; of a document they are said to be unavailable where nobody recorded them.
 */
export function datacite(entry: SourceEntry, work: CitedSource): string {
  const { version, language, url, issued, container } = entry;
  const metadata = {
    schemaVersion: 'http://datacite.org/schema/kernel-4',
    types: { resourceTypeGeneral: TYPES[entry.type], resourceType: entry.genre ?? GENRES[entry.type] ?? 'Document' },
    creators: creators(entry),
    titles: [{ title: entry.title }],
    publisher: { name: entry.archive ? 'Chancery' : (entry.publisher ?? container ?? UNAVAILABLE) },
    publicationYear: issued ? (issued.from ?? issued.until)!.year : NO_YEAR,
    ...(version !== null && { version }),
    ...(language !== null && { language }),
    ...(url !== null && { url }),
    ...(issued && { dates: [date(entry, issued)] }),
    ...dataFields(entry, work),
  };
  return JSON.stringify(metadata, null, 2);
}

const GENRES: Partial<Record<SourceEntry['type'], string>> = { entry: 'Entry', news: 'News article', report: 'Report' };

function creators({ authors, archive }: SourceEntry) {
  if (archive) return [{ name: 'Chancery', nameType: 'Organizational' }];
  return authors.length > 0 ? authors.map((name) => ({ name })) : [{ name: UNAVAILABLE }];
}

/** The day of a state is that on which it was there, not of a publication. */
function date({ archive }: SourceEntry, time: CitedTime) {
  const text = rkmsDate(time);
  const information = text === time.edtf ? {} : { dateInformation: `EDTF ${time.edtf}` };
  return { date: text, dateType: archive ? 'Created' : 'Issued', ...information };
}

/** A date or a range after RKMS-ISO8601, one end of which may be open; a season is a range of days. */
function rkmsDate(time: CitedTime): string {
  const { from, until } = time;
  if (isSingle(time) && from!.season === null) return dateText(from!);
  const first = from && (from.season === null ? dateText(from) : daysOf(from).first);
  const last = until && (until.season === null ? dateText(until) : daysOf(until).last);
  return `${first ?? ''}/${last ?? ''}`;
}

function dataFields({ type, container, archive, archiveLocation, note }: SourceEntry, work: CitedSource) {
  if (work.work === 'document') return {};
  const descriptions = [`${archive}, ${archiveLocation}`, note].filter((text) => text !== null);
  return {
    ...(work.work === 'snapshot' && {
      alternateIdentifiers: [
        { alternateIdentifier: work.id, alternateIdentifierType: 'Chancery snapshot' },
        { alternateIdentifier: work.sha256, alternateIdentifierType: 'SHA-256' },
      ],
    }),
    ...(type === 'entry' && {
      relatedItems: [{ relatedItemType: 'Dataset', relationType: 'IsPublishedIn', titles: [{ title: container }] }],
    }),
    descriptions: descriptions.map((description) => ({ description, descriptionType: 'TechnicalInfo' })),
  };
}
