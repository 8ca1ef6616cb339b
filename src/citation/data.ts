import { toLine } from './text.ts';
import { type CitedData, type CitedPage } from './works.ts';

export const TITLE = 'Chancery: a knowledge graph of defence diplomacy';

/** What a state of the graph is called. */
export const titleOf = (data: CitedData): string =>
  data.work === 'reading' && data.title !== null ? `${toLine(data.title)}, from ${TITLE}` : TITLE;

/** When the graph was in this state, an ISO instant. */
export const momentOf = (data: CitedData | CitedPage): string =>
  data.work === 'snapshot' ? data.takenAt : data.retrievedAt;

export const graphOf = ({ instance }: Pick<CitedData, 'instance'>): string => `Chancery graph ${instance}`;

/** Where a state is found in its graph. A reading names the latest snapshot as such, as it has no hash of its own. */
export function locationOf(data: CitedData | CitedPage): string {
  if (data.work === 'snapshot') return `snapshot ${data.id}, SHA-256 ${data.sha256}`;
  const { latestSnapshot: latest, version } = data;
  if (latest === null) return `no snapshot taken yet; this is version ${version}`;
  const { id, sha256 } = latest;
  return latest.version === version
    ? `latest snapshot: ${id}, of this version ${version}, SHA-256 ${sha256}`
    : `latest snapshot: ${id}, version ${latest.version}, SHA-256 ${sha256}; this is version ${version}`;
}

/** What a state of the graph is, in a sentence or two. */
export function describe(data: CitedData): string {
  const note = data.work === 'snapshot' && data.note !== null ? ` ${toLine(data.note)}` : '';
  return `${graphOf(data)}, version ${data.version}; ${locationOf(data)}.${note}`;
}

/** What RO-Crate and Croissant, which require a licence, say of a record made of many sources, which has none as a whole. */
export const LICENCE = 'Not stated. Ask those who run the graph; each fact rests on sources that have their own terms.';
