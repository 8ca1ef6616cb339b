import { beforeEach, describe, expect, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { verify } from '../../../src/record/integrity/verify.ts';
import { type Block, freshDatabase, queryGraph, recordBlocks, stateOf } from '../../support/recording.ts';

let database: Database;
beforeEach(async () => {
  database = await freshDatabase();
});

/** What an analyst writes of one announcement. */
const announcement: Block = {
  source: {
    url: 'https://example.org/announcement',
    title: 'Contact group to meet in Brussels',
    kind: 'NEWS_ARTICLE',
    publisher: 'org:gazette',
    published: { edtf: '2025-02-10' },
    attributionKind: 'NARRATION',
    paragraph: '1',
  },
  countries: [
    { key: 'country:GB', names: [{ value: 'United Kingdom', lang: 'en' }] },
    { key: 'country:BE', names: [{ value: 'Belgium', lang: 'en' }] },
  ],
  officials: [{ key: 'official:john-healey', names: [{ value: 'John Healey', lang: 'en' }] }],
  organizations: [
    { key: 'org:gazette', names: [{ value: 'The Gazette', lang: 'en' }], kind: 'MEDIA' },
    { key: 'org:udcg', names: [{ value: 'Contact Group', lang: 'en' }], kind: 'COALITION' },
  ],
  posts: [
    {
      key: 'post:gb-defence-secretary',
      names: [{ value: 'Defence Secretary', lang: 'en' }],
      country: 'country:GB',
      level: 'MINISTER',
    },
  ],
  places: [
    { key: 'place:brussels', names: [{ value: 'Brussels', lang: 'en' }], kind: 'CITY', country: 'country:BE' },
    { key: 'place:nato-hq', names: [{ value: 'NATO HQ', lang: 'en' }], kind: 'VENUE', within: 'place:brussels' },
  ],
  meetings: [
    {
      key: 'meeting:udcg-26',
      kind: 'MULTILATERAL_MEETING',
      names: [{ value: '26th meeting of the contact group', lang: 'en' }],
      time: { edtf: '2025-02' },
      place: 'place:brussels',
      body: 'org:udcg',
      ordinal: 26,
      status: 'SCHEDULED',
      participants: [
        { actor: 'official:john-healey', role: 'CHAIR', status: 'INVITED', capacity: 'post:gb-defence-secretary' },
        { actor: 'country:GB', role: 'CONVENER', status: 'PLANNED' },
      ],
    },
  ],
};

/** What another source says afterwards. */
const outcome: Block = {
  source: {
    url: 'https://example.org/readout',
    title: 'Readout',
    kind: 'READOUT',
    publisher: 'org:ministry',
    published: { edtf: '2025-02-12' },
    reliability: 'RELIABLE',
    attributionKind: 'OFFICIAL_RECORD',
  },
  organizations: [{ key: 'org:ministry', names: [{ value: 'Ministry', lang: 'en' }], kind: 'MINISTRY' }],
  meetings: [
    {
      body: 'org:udcg',
      ordinal: 26,
      time: { edtf: '2025-02-12' },
      place: 'place:nato-hq',
      status: 'HELD',
      participants: [{ actor: 'official:john-healey', role: 'CHAIR', status: 'ATTENDED' }],
    },
  ],
};

describe('one meeting from one source', () => {
  test('creates claims, facts and shortcut relationships', async () => {
    const recorded = await recordBlocks(database, [announcement]);

    expect(recorded).toMatchObject({ problems: [], written: true });
    expect(recorded.created).toMatchObject({ Meeting: 1, Participation: 2, Document: 1, Claim: 3 });
    expect(await stateOf(database, 'meeting:udcg-26')).toMatchObject({
      status: 'SCHEDULED',
      standing: 'ESTABLISHED',
      time: { edtf: '2025-02' },
      places: ['place:brussels'],
      body: 'org:udcg',
      ordinal: 26,
    });
    const edges = `MATCH (a)-[r:CHAIRS|CONVENES|ATTENDS]->(:Meeting {key: 'meeting:udcg-26'})
      RETURN a.key, type(r), r.status ORDER BY a.key, type(r)`;
    expect(await queryGraph(database, edges)).toEqual([
      ['country:GB', 'ATTENDS', 'PLANNED'],
      ['country:GB', 'CONVENES', 'PLANNED'],
      ['official:john-healey', 'ATTENDS', 'INVITED'],
      ['official:john-healey', 'CHAIRS', 'INVITED'],
    ]);
  });

  test('generates texts of claims, with their evidence and attribution', async () => {
    await recordBlocks(database, [announcement]);

    const claims = `MATCH (c:Claim)-[e:EVIDENCE]->(d), (c)-[:ATTRIBUTED_TO {order: 0}]->(a)
      RETURN c.type, c.text, c.status, e.paragraph, a.key ORDER BY c.type`;
    expect(await queryGraph(database, claims)).toEqual([
      [
        'CHAIRS',
        'John Healey is invited to chair 26th meeting of the contact group, as Defence Secretary.',
        'PLANNED',
        '1',
        'org:gazette',
      ],
      ['CONVENES', 'United Kingdom is to convene 26th meeting of the contact group.', 'PLANNED', '1', 'org:gazette'],
      [
        'EVENT',
        '26th meeting of the contact group is scheduled to take place in February 2025, in Brussels, as a multilateral meeting, as meeting 26 of Contact Group.',
        'PLANNED',
        '1',
        'org:gazette',
      ],
    ]);
  });

  test('an official takes part at the level of the post and on behalf of its country, unless the source says otherwise', async () => {
    await recordBlocks(database, [announcement]);

    expect(await stateOf(database, 'part:udcg-26-john-healey-chair')).toMatchObject({
      level: 'MINISTER',
      onBehalfOf: 'country:GB',
    });
  });
});

test('a venue lies in the country of its city', async () => {
  await recordBlocks(database, [announcement]);

  const located = 'MATCH (p:Place)-[:LOCATED_IN]->(c) RETURN p.key, c.key ORDER BY p.key';
  expect(await queryGraph(database, located)).toEqual([
    ['place:brussels', 'country:BE'],
    ['place:nato-hq', 'country:BE'],
  ]);
});

describe('a second source', () => {
  test('that reports the outcome adds claims to the same facts, and the claims of the plan stay', async () => {
    await recordBlocks(database, [announcement]);
    const recorded = await recordBlocks(database, [outcome]);

    expect(recorded.created).toEqual({ Organization: 1, Document: 1, Claim: 2 });
    expect(await stateOf(database, 'meeting:udcg-26')).toMatchObject({
      status: 'HELD',
      time: { edtf: '2025-02-12' },
      places: ['place:nato-hq'],
    });
    expect(await stateOf(database, 'part:udcg-26-john-healey-chair')).toMatchObject({ status: 'ATTENDED' });
    const claims = `MATCH (c:Claim)-[:SUPPORTS]->(:Thing {key: 'part:udcg-26-john-healey-chair'}) RETURN c.status ORDER BY c.status`;
    expect(await queryGraph(database, claims)).toEqual([['OCCURRED'], ['PLANNED']]);
    expect(await verify(database)).toEqual([]);
  });

  test('is related by rule: an outcome confirms its plan, a day refines its month, and neither is a conflict', async () => {
    await recordBlocks(database, [announcement]);
    await recordBlocks(database, [outcome]);

    const relations = 'MATCH (:Claim)-[r:RELATES_TO]->(:Claim) RETURN DISTINCT r.type, r.by';
    expect(await queryGraph(database, relations)).toEqual([['CONFIRMS_OUTCOME', 'RULE']]);
    expect(await queryGraph(database, 'MATCH (x:Conflict) RETURN x.slot')).toEqual([]);
  });

  test('that contradicts the first keeps both claims, and the fact follows one by a rule', async () => {
    await recordBlocks(database, [announcement, outcome]);
    await recordBlocks(database, [
      {
        source: {
          url: 'https://example.org/blog',
          title: 'Blog',
          published: { edtf: '2025-02-13' },
          reliability: 'UNRELIABLE',
          attributionKind: 'NARRATION',
        },
        countries: [{ key: 'country:DE', names: [{ value: 'Germany', lang: 'en' }] }],
        places: [
          { key: 'place:ramstein', names: [{ value: 'Ramstein', lang: 'en' }], kind: 'CITY', country: 'country:DE' },
        ],
        meetings: [
          {
            ref: 'meeting:udcg-26',
            status: 'HELD',
            place: 'place:ramstein',
            participants: [{ actor: 'official:john-healey', role: 'CHAIR', status: 'ABSENT' }],
          },
        ],
      },
    ]);

    const conflicts = `MATCH (x:Conflict)-[:FOLLOWS]->(c)-[:EVIDENCE]->(d:Document)
      RETURN x.slot, x.rule, d.title, COUNT { (x)-[:AMONG]->() } ORDER BY x.slot`;
    expect(await queryGraph(database, conflicts)).toEqual([
      ['meeting:udcg-26|places', 'MORE_RELIABLE_DOCUMENT', 'Readout', 3],
      ['part:udcg-26-john-healey-chair|status', 'MORE_RELIABLE_DOCUMENT', 'Readout', 2],
    ]);
    expect(await stateOf(database, 'meeting:udcg-26')).toMatchObject({
      places: ['place:nato-hq'],
      standing: 'ESTABLISHED',
    });
    expect(await verify(database)).toEqual([]);
  });
});

test('an old id and an old key find the node into which theirs was merged', async () => {
  await recordBlocks(database, [announcement]);
  const old = { id: '3f2b7a52-8f0e-4c7e-9d3b-5a1d2c4e6f70', key: 'official:j-healey' };
  await database.write((tx) =>
    tx.run(
      "MATCH (o:Thing {key: 'official:john-healey'}) CREATE (:Tombstone {id: $id, key: $key})-[:MERGED_INTO]->(o)",
      old,
    ),
  );

  const again = (actor: string): Block => ({
    source: { url: `https://example.org/${actor}`, title: actor, attributionKind: 'NARRATION' },
    meetings: [{ ref: 'meeting:udcg-26', participants: [{ actor, role: 'CHAIR', status: 'CONFIRMED' }] }],
  });
  expect(await recordBlocks(database, [again(old.id), again(old.key)])).toMatchObject({
    problems: [],
    created: { Document: 2, Claim: 2 },
  });
  expect(await stateOf(database, 'part:udcg-26-john-healey-chair')).toMatchObject({ status: 'CONFIRMED' });
});

describe('an explicit claim beside a row', () => {
  const counted = (type: 'PARTICIPANT_COUNT' | 'EVENT'): Block => ({
    ...announcement,
    claims: [
      {
        key: 'c1',
        type,
        subject: 'meeting:udcg-26',
        count: { value: 50, comparator: 'OVER' },
        text: 'More than fifty states are expected.',
        modality: 'PLANNED',
        paragraph: '3',
      },
    ],
  });
  const claimsOf = () =>
    queryGraph(
      database,
      `MATCH (:Meeting {key: 'meeting:udcg-26'})<-[s:SUPPORTS]-(c:Claim)-[e:EVIDENCE]->()
       RETURN c.type, e.paragraph, 'time' IN s.fields ORDER BY c.type`,
    );

  test('about one field leaves the others to the claim of the row: a number of participants does not give the time', async () => {
    await recordBlocks(database, [counted('PARTICIPANT_COUNT')]);
    expect(await claimsOf()).toEqual([
      ['EVENT', '1', true],
      ['PARTICIPANT_COUNT', '3', false],
    ]);
  });

  test('of a general type replaces the claim of the row', async () => {
    await recordBlocks(database, [counted('EVENT')]);
    expect(await claimsOf()).toEqual([['EVENT', '3', true]]);
  });
});

describe('a tenure', () => {
  const office = (url: string, published: string, tenure: NonNullable<Block['tenures']>[number]): Block => ({
    source: { url, title: url, kind: 'REPORT', published: { edtf: published }, attributionKind: 'NARRATION' },
    tenures: [{ official: 'official:john-healey', post: 'post:gb-defence-secretary', ...tenure }],
  });

  test('is one fact where the times overlap, another where they do not', async () => {
    await recordBlocks(database, [announcement]);
    await recordBlocks(database, [office('https://example.org/a', '2025-02-10', { status: 'CURRENT' })]);
    const same = await recordBlocks(database, [
      office('https://example.org/b', '2025-03-01', { status: 'CURRENT', start: { edtf: '2024-07-05' } }),
    ]);
    const earlier = await recordBlocks(database, [
      office('https://example.org/c', '2025-03-01', {
        status: 'ENDED',
        start: { edtf: '2010' },
        end: { edtf: '2012' },
      }),
    ]);

    expect(same.created.Tenure).toBeUndefined();
    expect(earlier.created.Tenure).toBe(1);
    const holds = `MATCH (:Official)-[r:HOLDS]->(:Post) RETURN r.status, r.possibleFrom, r.possibleUntil ORDER BY r.possibleFrom`;
    expect(await queryGraph(database, holds)).toEqual([
      ['ENDED', '2010-01-01', '2012-12-31'],
      ['CURRENT', '2024-07-05', '9999-99-99'],
    ]);
    expect(await queryGraph(database, 'MATCH (:Official)-[:SERVES]->(c) RETURN c.key')).toEqual([['country:GB']]);
  });
});
