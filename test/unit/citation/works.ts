import {
  type CitedDocument,
  type CitedPage,
  type CitedReading,
  type CitedSnapshot,
} from '../../../src/citation/works.ts';

export const snapshot: CitedSnapshot = {
  work: 'snapshot',
  id: '0b9c1d1e-8f0a-4c53-9d0f-3a5b0e6a7c11',
  takenAt: '2026-11-04T20:36:17.000Z',
  sha256: 'ab'.repeat(32),
  version: '412',
  instance: '5e8f0a4c-53d0-4f3a-8b0e-6a7c110b9c1d',
  note: null,
};

export const reading: CitedReading = {
  work: 'reading',
  title: 'Network of officials',
  url: 'https://chancery.example/export/network.gexf?nodes=OFFICIAL&from=2023%2F..&q={x}',
  mediaType: 'application/gexf+xml',
  retrievedAt: '2026-11-30T10:00:00.000Z',
  version: '419',
  instance: snapshot.instance,
  latestSnapshot: { id: snapshot.id, sha256: snapshot.sha256, version: '412' },
};

export const page: CitedPage = {
  work: 'page',
  title: '26th meeting of the Ukraine Defense Contact Group',
  url: 'https://chancery.example/explore/meeting/udcg-26',
  retrievedAt: reading.retrievedAt,
  version: '419',
  instance: snapshot.instance,
  latestSnapshot: reading.latestSnapshot,
};

export const article: CitedDocument = {
  work: 'document',
  key: 'doc:pravda-austin',
  kind: 'NEWS_ARTICLE',
  title: 'Austin meets Umerov: 50% & more in 北京',
  authors: ['Jane Doe', '王毅'],
  publisher: 'Ukrainska Pravda',
  platform: null,
  published: '2025-02-14',
  url: 'https://pravda.example/a_b?id=1&x=%20#top',
  language: 'en',
};

export const published = (edtf: string | null): CitedDocument => ({ ...article, published: edtf });

/** EDTF of every kind, with what remains of it where only dates and ranges of dates are known. */
export const times: readonly (readonly [
  edtf: string,
  from: string | null,
  until: string | null,
  approximate: boolean,
])[] = [
  ['2025-02-14', '2025-02-14', '2025-02-14', false],
  ['2025-02', '2025-02', '2025-02', false],
  ['2025', '2025', '2025', false],
  ['2025-02-10T14:30Z', '2025-02-10', '2025-02-10', false],
  ['2022~', '2022', '2022', true],
  ['2022-04?', '2022-04', '2022-04', true],
  ['2022-04-XX', '2022-04', '2022-04', false],
  ['2022-XX', '2022', '2022', false],
  ['202X', '2020', '2029', true],
  ['2022-21', '2022-21', '2022-21', false],
  ['2022-28', '2022-28', '2022-28', false],
  ['2022-33', '2022-01', '2022-03', false],
  ['2025-02-14/2025-02-16', '2025-02-14', '2025-02-16', false],
  ['2025-02-14/2025-03', '2025-02-14', '2025-03', false],
  ['2025-02-27/2025-03-02', '2025-02-27', '2025-03-02', false],
  ['2024/2025', '2024', '2025', false],
  ['2022-02/..', '2022-02', null, false],
  ['../2022', null, '2022', false],
  ['[2025-02-05..2025-02-11]', '2025-02-05', '2025-02-11', true],
  ['[2025-02-05,2025-02-11]', '2025-02-05', '2025-02-11', true],
  ['[2022..]', '2022', null, true],
  ['[2025-03,2025-01]', '2025-01', '2025-03', true],
];
