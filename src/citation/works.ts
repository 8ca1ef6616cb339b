import { type DocumentKind } from '../domain/vocabulary.generated.ts';

/** A snapshot of the record: an exact state, which its hash identifies. */
export interface CitedSnapshot {
  work: 'snapshot';
  id: string;
  /** An ISO instant. */
  takenAt: string;
  /** Of the record as it is exported, 64 hexadecimal digits. */
  sha256: string;
  /** The graph version, a number as text. */
  version: string;
  /** Identifies the graph: a UUID. */
  instance: string;
  note: string | null;
}

/** What a reader asked of the graph at one version: a network, a table, an answer. No hash is computed for it. */
export interface CitedReading {
  work: 'reading';
  /** What it is, such as `Network of officials`; null for the graph as such. */
  title: string | null;
  /** The address that asks the same again, absolute. */
  url: string;
  /** The media type of what is at that address: `text/csv`. */
  mediaType: string;
  /** When it was asked, an ISO instant. */
  retrievedAt: string;
  /** The graph version that answered, a number as text. */
  version: string;
  /** Identifies the graph: a UUID. */
  instance: string;
  /** The latest snapshot of the graph then; null where none had been taken. */
  latestSnapshot: Pick<CitedSnapshot, 'id' | 'sha256' | 'version'> | null;
}

/** The page of one thing in the graph, as a reader saw it at one version. */
export interface CitedPage extends Omit<CitedReading, 'work' | 'mediaType'> {
  work: 'page';
  /** What the page is about: `26th meeting of the Ukraine Defense Contact Group`. */
  title: string;
}

/** A document of the record: what stands behind a fact. */
export interface CitedDocument {
  work: 'document';
  /** `doc:article` */
  key: string;
  kind: DocumentKind;
  title: string | null;
  /** Names as they are shown or printed, those of people too: nobody told which part is the family name. */
  authors: readonly string[];
  publisher: string | null;
  /** Where it was published, when that is not the publisher's own site. */
  platform: string | null;
  /** EDTF; null where it is not known. */
  published: string | null;
  url: string | null;
  /** A BCP 47 tag. */
  language: string | null;
}

/** A state of the graph. */
export type CitedData = CitedSnapshot | CitedReading;

/** What a list of sources can have. */
export type CitedSource = CitedData | CitedPage | CitedDocument;
