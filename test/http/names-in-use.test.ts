import { beforeAll, expect, test } from '@jest/globals';
import { type Database } from '../../src/graph/database.ts';
import { verify } from '../../src/record/integrity/verify.ts';
import { type Analyst, type Told, analystOf } from '../support/analyst.ts';
import { freshDatabase } from '../support/recording.ts';

/** A name may say from when to when it was in use. */

let database: Database;
let analyst: Analyst;
beforeAll(async () => {
  database = await freshDatabase();
  analyst = await analystOf(database);
  const names = [
    {
      value: 'Turkey',
      lang: 'en',
      time: { edtf: '../2022-06', raw: 'until June 2022', basis: 'the letter to the UN' },
    },
    { value: 'Türkiye', lang: 'en', kind: 'OFFICIAL', time: { edtf: '2022-06/..' } },
    { value: 'Turquie', lang: 'fr' },
  ];
  expect(await record({ countries: [{ key: 'country:TR', names }] })).toEqual({ problems: [] });
}, 240_000);

const source = {
  title: 'A list',
  kind: 'DATASET',
  attributionKind: 'OFFICIAL_RECORD',
  published: { edtf: '2025-01-01' },
};
const record = (input: object) =>
  analyst.ask<{ problems: Told[] }>(
    'mutation ($input: RecordInput!) { record(input: $input) { problems { code path message } } }',
    { input: { source, ...input } },
  );
const query = `{ country(ref: "country:TR") { name french: name(lang: ["fr"]) english: name(lang: ["en"])
  names { value kind time { edtf raw basis precision startLatest endLatest } } } }`;
const time = (edtf: string, more: object) => ({
  ...{ edtf, raw: null, basis: null, precision: 'MONTH', startLatest: null, endLatest: null },
  ...more,
});

test('it is read back with its names, and the one in use is shown', async () => {
  const until = { raw: 'until June 2022', basis: 'the letter to the UN', endLatest: '2022-06-30' };
  expect(await analyst.ask(query)).toEqual({
    ...{ name: 'Türkiye', french: 'Turquie', english: 'Türkiye' },
    names: [
      { value: 'Turkey', kind: 'COMMON', time: time('../2022-06', until) },
      { value: 'Türkiye', kind: 'OFFICIAL', time: time('2022-06/..', { startLatest: '2022-06-30' }) },
      { value: 'Turquie', kind: 'COMMON', time: null },
    ],
  });
  expect(await verify(database)).toEqual([]);
});

test('each of them finds the country', async () => {
  for (const text of ['Turkey', 'Türkiye', 'turkiye', 'Turquie']) {
    const { nodes } = await analyst.ask<{ nodes: object[] }>(
      'query ($text: String!) { search(text: $text) { nodes { key name } } }',
      { text },
    );
    expect(nodes).toEqual([{ key: 'country:TR', name: 'Türkiye' }]);
  }
});

test('the texts of claims use the name in use', async () => {
  const meeting = { key: 'meeting:m', kind: 'VISIT', names: [{ value: 'A visit', lang: 'en' }], status: 'HELD' };
  expect(await record({ meetings: [{ ...meeting, place: 'country:TR' }] })).toEqual({ problems: [] });
  const { claimsAbout } = await analyst.ask<{ claimsAbout: { nodes: object[] } }>(
    '{ meeting(ref: "meeting:m") { claimsAbout { nodes { text } } } }',
  );
  expect(claimsAbout.nodes).toEqual([{ text: 'A visit took place, in Türkiye, as a visit.' }]);
});

test('it is the same in the record as it was then', async () => {
  const past = `query ($at: DateTime!) { meeting(ref: "meeting:m", knownAt: $at) {
    places { name names { value time { edtf precision } } } } }`;
  expect(await analyst.ask(past, { at: new Date().toISOString() })).toEqual({
    places: [
      {
        name: 'Türkiye',
        names: [
          { value: 'Turkey', time: { edtf: '../2022-06', precision: 'MONTH' } },
          { value: 'Türkiye', time: { edtf: '2022-06/..', precision: 'MONTH' } },
          { value: 'Turquie', time: null },
        ],
      },
    ],
  });
});

test('a time that is none is refused, with what was probably meant', async () => {
  const names = [{ value: 'Swaziland', lang: 'en', time: { edtf: 'until 2018' } }];
  expect(await record({ countries: [{ key: 'country:SZ', names }] })).toMatchObject({
    problems: [{ path: ['input', 'countries', '0', 'names', '0', 'time', 'edtf'] }],
  });
});
