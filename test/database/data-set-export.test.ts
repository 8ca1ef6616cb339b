import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type DataSetFormat, writeDataSet } from '../../src/dataset/file/write-data-set.ts';
import { importFiles } from '../../src/dataset/import.ts';
import { type Database } from '../../src/graph/database.ts';
import { exportDataSet } from '../../src/record/archive/export-data-set.ts';
import { retractClaimOperation } from '../../src/record/claims/retract.ts';
import { mergeEntitiesOperation } from '../../src/record/identity/merge.ts';
import { emptyGraph, testDatabase } from '../support/database.ts';
import { scratch } from '../support/files.ts';
import { runOperation } from '../support/run-operation.ts';

const { file, [Symbol.dispose]: remove } = scratch();
afterAll(remove);

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});

/** The text of a data set, and how many rows are left out of it. */
async function take(key: string, format: DataSetFormat = 'yaml') {
  const { dataSet, blocks, ...left } = await exportDataSet(database, key);
  return { text: [...writeDataSet(dataSet, blocks, format)].join(''), left };
}

/** What importing a text changes, also by what it no longer has. */
async function bring(text: string, name = 'again.yaml') {
  const { problems, recorded } = await importFiles(database, [file(name, text)], { by: 'test', prune: true });
  expect(problems.map(({ message }) => message)).toEqual([]);
  const { created, corrected, retracted, redescribed, unchanged, written } = recorded!;
  return { created, corrected, retracted, redescribed, unchanged, written };
}

const NOTHING = { created: {}, corrected: 0, retracted: 0, redescribed: 0, written: false };

describe('the article', () => {
  beforeAll(async () => {
    await emptyGraph(database);
    await importFiles(database, ['seed/article.yaml'], { by: 'test' });
  });

  test('imported from its export changes nothing, and gives the same record in an empty graph', async () => {
    const { text, left } = await take('article');
    const json = await take('article', 'json');
    expect(left).toEqual({ lost: 0, ended: 0, takenBack: 0 });
    expect(await bring(text)).toEqual({ ...NOTHING, unchanged: 192 });
    expect(await bring(json.text, 'again.json')).toEqual({ ...NOTHING, unchanged: 192 });
    await emptyGraph(database);
    await bring(text);
    expect((await take('article')).text).toBe(text);
    // As the file from which it once came.
    expect(await bring(readFileSync('seed/article.yaml', 'utf8'))).toEqual({ ...NOTHING, unchanged: 192 });
  });

  test('a key that is unknown is answered with the nearest', async () => {
    await expect(take('artikle')).rejects.toThrow(/^There is no data set artikle; did you mean article\?/);
  });
});

describe('what analysts have done since', () => {
  const FILE = `
dataSet: { key: two-pages, title: Two pages }
blocks:
  - source: { document: doc:page, attributionKind: NARRATION, paragraph: '3', confidence: 80 }
    documents: [{ key: doc:page, kind: REPORT, title: 'One: "page"', published: 2025-02-10T14:30Z, publisher: org:press }]
    organizations: [{ key: org:press, kind: MEDIA, names: [{ value: Press, lang: en }], founded: 1950, note: 'yes' }]
    countries:
      - { key: country:XN, names: [{ value: Norland, lang: en }, { value: "036", lang: mul }], externalIds: [{ scheme: UN_M49, value: '036' }] }
    officials:
      - { key: official:m-kalm, names: [{ value: M. Kalm, lang: en }] }
    posts: [{ key: post:xn, country: country:XN, level: MINISTER, names: [{ value: Minister, lang: en }] }]
    tenures:
      - { official: official:m-kalm, post: post:xn, status: CURRENT, start: 2024 }
    memberships: [{ member: country:XN, organization: org:press, role: OBSERVER, start: 2020 }]
    places: [{ key: place:hall, kind: VENUE, names: [{ value: Hall, lang: en }], latitude: 1.5, longitude: 2 }]
    meetings:
      - key: meeting:talks
        kind: CONFERENCE
        status: HELD
        names: [{ value: Talks, lang: en }]
        time: { edtf: '[2025-02-05..2025-02-07]', raw: this week }
        places: [place:hall]
        attendance: { value: 50, comparator: OVER }
        participants:
          - { actor: official:m-kalm, role: CHAIR, status: ATTENDED, note: as printed }
          - { actor: country:XN, role: HOST, status: ATTENDED }
  - source:
      document: doc:page
      attribution:
        - { anonymous: { key: anon:aide, description: an aide, plural: true }, how: TOLD }
        - { agent: org:press, how: REPORTED }
      attributionKind: ANONYMOUS
    meetings:
      - { ref: meeting:talks, status: CANCELLED, note: two remarks }
    claims:
      - { key: k1, type: HELD_AT, subject: meeting:talks, objects: [country:XN], text: They met in Norland., modality: OCCURRED, relations: [{ type: COMPETES_WITH, to: k2 }] }
      - { key: k2, type: ATTENDS, subject: official:m-kalm, objects: [meeting:talks], text: Kalm came., modality: POSSIBLE, evidence: [{ paragraph: '4', line: 7 }, { paragraph: '5' }] }
      - { type: OTHER, subject: org:press, text: 'Nobody knows: why.', modality: OCCURRED, time: 2025-02, note: multi }
`;
  const OTHER = `
dataSet: { key: another, title: Another page }
blocks:
  - source: { document: doc:other, attributionKind: NARRATION }
    documents: [{ key: doc:other, kind: REPORT, title: Another }]
    officials: [{ key: official:kalm, names: [{ value: Mira Kalm, lang: en }] }]
`;
  beforeEach(async () => {
    await emptyGraph(database);
    await bring(FILE);
  });

  test('a value that is corrected in the file is a correction of its claim alone', async () => {
    const { text } = await take('two-pages');
    const edited = text.replace('..2025-02-07]', '..2025-02-08]');
    expect(edited).not.toBe(text);
    expect(await bring(edited)).toMatchObject({ corrected: 1, retracted: 0, redescribed: 0 });
  });

  test('a merge, and a claim taken back, change nothing of what the file says', async () => {
    const { text } = await take('two-pages');
    expect(await bring(text)).toEqual({ ...NOTHING, unchanged: expect.any(Number) });
    await bring(OTHER);
    await runOperation(database, mergeEntitiesOperation({ keep: 'official:kalm', merge: 'official:m-kalm' }));
    await runOperation(database, retractClaimOperation({ claim: 'k1' }));
    const after = await take('two-pages');
    expect(after.left).toEqual({ lost: 0, ended: 1, takenBack: 0 });
    expect(await bring(after.text)).toEqual({ ...NOTHING, unchanged: expect.any(Number) });
    expect(await bring(FILE)).toMatchObject({ ...NOTHING });
  });

  test('it is the same in an empty graph', async () => {
    const { text } = await take('two-pages');
    await emptyGraph(database);
    await bring(text);
    expect((await take('two-pages')).text).toBe(text);
    expect(await bring(FILE)).toMatchObject({ ...NOTHING });
  });
});
