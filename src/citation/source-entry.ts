import { createHash } from 'node:crypto';
import { type DocumentKind } from '../domain/vocabulary.generated.ts';
import { type CitedTime, citedDay, citedTime } from './cited-time.ts';
import { TITLE, graphOf, momentOf, locationOf, titleOf } from './data.ts';
import { lineOrNull, toAddress, toLine } from './text.ts';
import { type CitedData, type CitedDocument, type CitedPage, type CitedSnapshot, type CitedSource } from './works.ts';

/** What the styles for lists of sources have in common. Every text is one line of well-formed Unicode. */
export interface SourceEntry {
  /** Unique in a list of sources: ASCII letters, digits, hyphens. */
  key: string;
  /** An entry is a page of a graph, as of a work of reference. */
  type: 'dataset' | 'entry' | 'news' | 'report' | 'post' | 'page';
  /** What it is, in words: `Data set`, `Readout`; null where nobody told. */
  genre: string | null;
  title: string;
  authors: readonly string[];
  publisher: string | null;
  /** What it is a part of: the newspaper, the social network. */
  container: string | null;
  /** A number alone: styles put "Version" before it. */
  version: string | null;
  issued: CitedTime | null;
  accessed: CitedTime | null;
  url: string | null;
  language: string | null;
  /** The graph in which it is found. */
  archive: string | null;
  /** Where in it: the snapshot, with its hash. Styles print it beside the archive. */
  archiveLocation: string | null;
  note: string | null;
}

export function sourceEntryOf(work: CitedSource): SourceEntry {
  if (work.work === 'document') return documentEntry(work);
  return work.work === 'page' ? pageEntry(work) : dataEntry(work);
}

function pageEntry(page: CitedPage): SourceEntry {
  const time = citedDay(momentOf(page));
  return {
    key: readingKey(page),
    type: 'entry',
    genre: null,
    title: toLine(page.title) || '[Untitled]',
    authors: [],
    publisher: null,
    container: TITLE,
    version: page.version,
    issued: time,
    accessed: time,
    url: toAddress(page.url),
    language: null,
    archive: graphOf(page),
    archiveLocation: locationOf(page),
    note: null,
  };
}

function dataEntry(data: CitedData): SourceEntry {
  const isReading = data.work === 'reading';
  const time = citedDay(momentOf(data));
  return {
    key: isReading ? readingKey(data) : snapshotKey(data),
    type: 'dataset',
    genre: 'Data set',
    title: titleOf(data),
    authors: [],
    publisher: null,
    container: null,
    version: data.version,
    issued: time,
    accessed: isReading ? time : null,
    url: isReading ? toAddress(data.url) : null,
    language: null,
    archive: graphOf(data),
    archiveLocation: locationOf(data),
    note: isReading ? null : lineOrNull(data.note),
  };
}

const snapshotKey = ({ takenAt, sha256 }: CitedSnapshot) => `chancery-${takenAt.slice(0, 10)}-${sha256.slice(0, 8)}`;

/** The same question at the same version has the same key. The digits tell questions apart; they say nothing of the answer. */
const readingKey = ({ version, url }: { version: string; url: string }) =>
  `chancery-v${version}-${createHash('sha256').update(url).digest('hex').slice(0, 8)}`;

const GENRES: Readonly<Record<DocumentKind, readonly [type: SourceEntry['type'], genre: string | null]>> = {
  NEWS_ARTICLE: ['news', null],
  READOUT: ['page', 'Readout'],
  COMMUNIQUE: ['page', 'Communiqué'],
  SOCIAL_POST: ['post', 'Post'],
  SPEECH_TEXT: ['page', 'Speech'],
  REPORT: ['report', null],
  DATASET: ['dataset', 'Data set'],
  OTHER: ['page', null],
};

function documentEntry(document: CitedDocument): SourceEntry {
  const [type, genre] = GENRES[document.kind];
  const publisher = lineOrNull(document.publisher);
  const platform = lineOrNull(document.platform);
  return {
    key: document.key.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, ''),
    type,
    genre,
    title: lineOrNull(document.title) ?? '[Untitled]',
    authors: document.authors.map(toLine).filter(Boolean),
    publisher: type === 'news' ? null : publisher,
    container: platform ?? (type === 'news' ? publisher : null),
    version: null,
    issued: citedTime(document.published),
    accessed: null,
    url: document.url === null ? null : toAddress(document.url),
    language: document.language,
    archive: null,
    archiveLocation: null,
    note: null,
  };
}
