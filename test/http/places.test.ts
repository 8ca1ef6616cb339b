import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Database } from '../../src/graph/database.ts';
import { verify } from '../../src/record/integrity/verify.ts';
import { type Analyst, type Told, analystOf } from '../support/analyst.ts';
import { type Block, freshDatabase, recordBlocks } from '../support/recording.ts';

/** A meeting has all its places, one of which only the country is known is in that country, and each of them finds it. */

const names = (value: string) => [{ value, lang: 'en' }];
const city = (name: string, country: string) => ({
  key: `place:${name.toLowerCase()}`,
  names: names(name),
  kind: 'CITY' as const,
  country,
});
const gazetteer: Block = {
  source: {
    title: 'A gazetteer',
    kind: 'DATASET',
    attributionKind: 'OFFICIAL_RECORD',
    published: { edtf: '2025-01-01' },
  },
  countries: [
    { key: 'country:UA', names: names('Ukraine') },
    { key: 'country:DE', names: names('Germany') },
    { key: 'country:BE', names: names('Belgium') },
  ],
  officials: [{ key: 'official:ann', names: names('Ann') }],
  places: [
    city('Kyiv', 'country:UA'),
    city('Kharkiv', 'country:UA'),
    city('Brussels', 'country:BE'),
    { ...city('Ramstein', 'country:DE'), names: names('Ramstein Air Base'), kind: 'VENUE' },
    // Its country is recorded below, after what is said of it.
    { key: 'place:bruges', names: names('Bruges'), kind: 'CITY' },
  ],
};

let database: Database;
let analyst: Analyst;
beforeAll(async () => {
  database = await freshDatabase();
  expect(await recordBlocks(database, [gazetteer])).toMatchObject({ problems: [] });
  analyst = await analystOf(database);
}, 240_000);

const sourceOf = (page: string, more = {}) => ({
  title: page,
  url: `https://example.org/${page}`,
  kind: 'NEWS_ARTICLE',
  attributionKind: 'NARRATION',
  published: { edtf: '2025-03-01' },
  ...more,
});
const record = (page: string, input: object, more = {}) =>
  analyst.ask<{ problems: Told[] }>(
    'mutation ($input: RecordInput!) { record(input: $input) { problems { code path message } } }',
    { input: { source: sourceOf(page, more), ...input } },
  );
const meet = (key: string, row: object, page = key) =>
  record(page, { meetings: [{ key: `meeting:${key}`, names: names(key), kind: 'VISIT', status: 'HELD', ...row }] });
const placesOf = (key: string) =>
  analyst.ask<object>(
    `query ($ref: Ref!) { meeting(ref: $ref) { place { key } places { __typename key name ... on Place { kind country { key } } } conflicts { slot values { value } } } }`,
    { ref: `meeting:${key}` },
  );
const foundAt = async (place: string) => {
  const query = 'query ($place: Ref) { meetings(filter: { place: $place }) { nodes { key } } }';
  const { nodes } = await analyst.ask<{ nodes: { key: string }[] }>(query, { place });
  return nodes.map(({ key }) => key);
};
const countsBy = async (dimension: string): Promise<Record<string, number>> => {
  const { counts } = await analyst.ask<{ counts: { values: string[]; count: number }[] }>(
    `{ meetings { counts(by: [${dimension}]) { values count } } }`,
  );
  return Object.fromEntries(counts.map(({ values, count }) => [values[0]!, count]));
};
const place = (key: string, name: string, kind: string, country: string) => ({
  ...{ __typename: 'Place', key, name, kind },
  country: { key: country },
});

describe('a meeting in two places', () => {
  const [kyiv, kharkiv] = [
    place('place:kyiv', 'Kyiv', 'CITY', 'country:UA'),
    place('place:kharkiv', 'Kharkiv', 'CITY', 'country:UA'),
  ];
  beforeAll(async () => {
    expect(await meet('tour', { places: ['place:kyiv', 'place:kharkiv', 'place:kyiv'] })).toEqual({ problems: [] });
    expect(await meet('hybrid', { places: ['place:brussels', 'place:ramstein'] })).toEqual({ problems: [] });
  });

  test('has both once, in the order of the source, and the first as its place', async () => {
    expect(await placesOf('tour')).toEqual({ place: { key: 'place:kyiv' }, places: [kyiv, kharkiv], conflicts: [] });
    expect(await verify(database)).toEqual([]);
  });

  test('is found at each of them and in its country, once', async () => {
    for (const at of ['place:kyiv', 'place:kharkiv', 'country:UA']) expect(await foundAt(at)).toEqual(['meeting:tour']);
    for (const at of ['country:BE', 'country:DE']) expect(await foundAt(at)).toEqual(['meeting:hybrid']);
  });

  test('counts under each place, and once under a country', async () => {
    expect(await countsBy('PLACE')).toEqual({
      ...{ 'place:kyiv': 1, 'place:kharkiv': 1, 'place:brussels': 1, 'place:ramstein': 1 },
    });
    expect(await countsBy('COUNTRY')).toEqual({ 'country:UA': 1, 'country:BE': 1, 'country:DE': 1 });
  });

  test('has a claim that names them in words', async () => {
    const query = 'query ($ref: Ref!) { meeting(ref: $ref) { claimsAbout { nodes { text says { slot value } } } } }';
    const texts = await Promise.all(
      ['tour', 'hybrid'].map(async (key) => {
        const { claimsAbout } = await analyst.ask<{ claimsAbout: { nodes: object[] } }>(query, {
          ref: `meeting:${key}`,
        });
        return claimsAbout.nodes[0];
      }),
    );
    expect(texts).toMatchObject([
      { text: 'Tour took place, in Kyiv and Kharkiv, as a visit.' },
      { text: 'Hybrid took place, in Brussels and at Ramstein Air Base, as a visit.' },
    ]);
    expect((texts[0] as { says: object[] }).says).toContainEqual({
      slot: 'meeting:tour|places',
      value: 'place:kyiv, place:kharkiv',
    });
  });

  test('is the same in the record as it was then', async () => {
    const query = `query ($now: DateTime!) { meetings(knownAt: $now, filter: { place: "country:UA" }) {
      nodes { key place { key } places { key } } counts(by: [COUNTRY]) { values count } } }`;
    expect(await analyst.ask(query, { now: new Date().toISOString() })).toEqual({
      nodes: [
        {
          key: 'meeting:tour',
          place: { key: 'place:kyiv' },
          places: [{ key: 'place:kyiv' }, { key: 'place:kharkiv' }],
        },
      ],
      counts: [{ values: ['country:UA'], count: 1 }],
    });
  });

  test('contradicts a source that names another one', async () => {
    expect(await meet('tour', { place: 'place:brussels', names: names('tour') }, 'elsewhere')).toEqual({
      problems: [],
    });
    expect(await placesOf('tour')).toEqual({
      ...{ place: null, places: [] },
      conflicts: [
        { slot: 'meeting:tour|places', values: [{ value: 'place:brussels' }, { value: 'place:kyiv, place:kharkiv' }] },
      ],
    });
    expect(await verify(database)).toEqual([]);
  });
});

describe('a meeting of which only the country is known', () => {
  const query = `mutation ($input: RecordMeetingInput!) { recordMeeting(input: $input) { problems { path message }
    meeting { place { key } places { __typename key name } } claims { text } } }`;

  test('has it among its places, and is found by it, not by a city in it', async () => {
    const input = {
      ...{ key: 'meeting:talks', kind: 'VISIT', names: names('talks'), status: 'HELD', participants: [] },
      ...{ place: 'country:DE', source: sourceOf('talks') },
    };
    expect(await analyst.ask(query, { input })).toEqual({
      problems: [],
      meeting: { place: null, places: [{ __typename: 'Country', key: 'country:DE', name: 'Germany' }] },
      claims: [{ text: 'Talks took place, in Germany, as a visit.' }],
    });
    expect(await foundAt('country:DE')).toEqual(['meeting:hybrid', 'meeting:talks']);
    expect(await foundAt('place:ramstein')).toEqual(['meeting:hybrid']);
    expect(await countsBy('COUNTRY')).toMatchObject({ 'country:DE': 2 });
  });

  test('has the city that another source names in it, without a conflict', async () => {
    expect(await meet('talks', { place: 'place:ramstein', names: names('talks') }, 'city')).toEqual({ problems: [] });
    expect(await placesOf('talks')).toMatchObject({ place: { key: 'place:ramstein' }, conflicts: [] });
  });

  test('contradicts a city until that is known to lie in it', async () => {
    expect(await meet('summit', { place: 'country:BE' })).toEqual({ problems: [] });
    expect(await meet('summit', { place: 'place:bruges', names: names('summit') }, 'bruges')).toEqual({ problems: [] });
    expect(await placesOf('summit')).toMatchObject({ places: [], conflicts: [{ slot: 'meeting:summit|places' }] });
    expect(await record('atlas', { places: [{ ref: 'place:bruges', country: 'country:BE' }] })).toEqual({
      problems: [],
    });
    expect(await placesOf('summit')).toMatchObject({ place: { key: 'place:bruges' }, conflicts: [] });
    expect(await verify(database)).toEqual([]);
  });
});

test('who has never been to a country has not been to a city in it', async () => {
  const visited = (objects: string[], polarity: string, key: string) => ({
    claims: [
      { key, type: 'VISITED', subject: 'official:ann', objects, polarity, modality: 'OCCURRED', text: 'In own words.' },
    ],
  });
  expect(await record('was', visited(['place:kyiv'], 'AFFIRMATIVE', 'was'))).toEqual({ problems: [] });
  expect(await record('never', visited(['country:UA'], 'NEGATIVE', 'never'))).toEqual({ problems: [] });
  const query = '{ official(ref: "official:ann") { conflicts { slot claims { key } } } }';
  expect(await analyst.ask(query)).toEqual({
    conflicts: [{ slot: 'official:ann|VISITED', claims: [{ key: 'never' }, { key: 'was' }] }],
  });
  expect(await record('elsewhere', visited(['country:DE'], 'NEGATIVE', 'not-there'))).toEqual({ problems: [] });
  expect(await analyst.ask(query)).toMatchObject({ conflicts: [{ claims: [{ key: 'never' }, { key: 'was' }] }] });
  expect(await verify(database)).toEqual([]);
});

describe('is refused, with the place,', () => {
  test.each([
    [
      'a list beside one',
      { place: 'place:kyiv', places: ['place:kharkiv'] },
      'place',
      'cannot be combined with places',
    ],
    ['an empty list', { places: [] }, 'places', '1'],
    ['too many', { places: Array.from({ length: 21 }, () => 'place:kyiv') }, 'places', '20'],
    ['an unknown one', { places: ['place:kyiv', 'place:karkiv'] }, 'places.1', 'did you mean place:kharkiv'],
    ['an official', { place: 'official:ann' }, 'place', 'expected a place or a country'],
  ])('%s', async (_, row, path, message) => {
    const { problems } = await meet('refused', row);
    expect(problems[0]).toMatchObject({ path: ['input', 'meetings', '0', ...path.split('.')] });
    expect(problems[0]!.message).toContain(message);
  });
});
