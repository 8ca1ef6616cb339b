import { beforeAll, expect, test } from '@jest/globals';
import { type Database } from '../../src/graph/database.ts';
import { verify } from '../../src/record/integrity/verify.ts';
import { type Analyst, type Told, analystOf } from '../support/analyst.ts';
import { freshDatabase } from '../support/recording.ts';

/** A page may say at what hour it was published; of two pages of one day that decides which is the later. */

let database: Database;
let analyst: Analyst;
beforeAll(async () => {
  database = await freshDatabase();
  analyst = await analystOf(database);
}, 240_000);

const names = [{ value: 'Something', lang: 'en' }];
const record = (page: string, published: object | undefined, input: object) =>
  analyst.ask<{ problems: Told[] }>(
    'mutation ($input: RecordInput!) { record(input: $input) { problems { code path message } } }',
    {
      input: {
        source: {
          ...{ title: page, url: `https://example.org/${page}`, kind: 'NEWS_ARTICLE', attributionKind: 'NARRATION' },
          published,
        },
        ...input,
      },
    },
  );
const planned = (key: string, day: string) => ({
  meetings: [{ key, names: [{ value: key, lang: 'en' }], kind: 'VISIT', status: 'SCHEDULED', time: { edtf: day } }],
});
const read = (ref: string) =>
  analyst.ask<object>(
    'query ($ref: Ref!) { meeting(ref: $ref) { time { edtf } standing previousTimes { edtf } conflicts { rule } } }',
    { ref },
  );

test('it is read back as written, with its day', async () => {
  const published = {
    edtf: '2025-02-10T23:30-05:00',
    raw: 'Feb. 10, 2025, 11:30 p.m. ET',
    basis: 'the head of the page',
  };
  expect(await record('page', published, planned('meeting:read', '2025-03-01'))).toEqual({ problems: [] });
  const query = `{ document(url: "https://example.org/page") { published { edtf raw basis precision startEarliest endLatest } } }`;
  expect(await analyst.ask(query)).toEqual({
    published: { ...published, precision: 'DAY', startEarliest: '2025-02-10', endLatest: '2025-02-10' },
  });
  const { nodes } = await analyst.ask<{ nodes: object[] }>(
    '{ claims(filter: { published: { from: "2025-02-10", to: "2025-02-10", match: CERTAINLY } }) { nodes { subject { key } } } }',
  );
  expect(nodes).toEqual([{ subject: { key: 'meeting:read' } }]);
});

test.each([
  ['in the order in which they were published', 'a', ['2025-02-10T09:00Z', '2025-02-10T17:00Z']],
  ['in whatever zones', 'b', ['2025-02-10T17:00+08:00', '2025-02-10T10:00Z']],
])('of plans of one day the later one stands, %s', async (_, key, [earlier, later]) => {
  const ref = `meeting:${key}`;
  // The later page is recorded first.
  expect(await record(`${key}-later`, { edtf: later }, planned(ref, '2025-03-20'))).toEqual({ problems: [] });
  expect(await record(`${key}-earlier`, { edtf: earlier }, planned(ref, '2025-03-10'))).toEqual({ problems: [] });
  expect(await read(ref)).toMatchObject({ time: { edtf: '2025-03-20' }, standing: 'ESTABLISHED' });
  expect(await verify(database)).toEqual([]);
});

test('plans of one day of which no hour is known are in dispute, as ever', async () => {
  await record('c-one', { edtf: '2025-02-10' }, planned('meeting:c', '2025-03-20'));
  await record('c-two', { edtf: '2025-02-10T09:00Z' }, planned('meeting:c', '2025-03-10'));
  expect(await read('meeting:c')).toMatchObject({ time: { edtf: '[2025-03-10,2025-03-20]' }, standing: 'DISPUTED' });
});

test('an hour that becomes known decides', async () => {
  expect(await record('c-one', { edtf: '2025-02-10T12:00Z' }, planned('meeting:c', '2025-03-20'))).toEqual({
    problems: [],
  });
  expect(await read('meeting:c')).toMatchObject({ time: { edtf: '2025-03-20' }, standing: 'ESTABLISHED' });
  expect(await verify(database)).toEqual([]);
});

test('a term is seen on the day of the page', async () => {
  const input = {
    countries: [{ key: 'country:XX', names }],
    officials: [{ key: 'official:ann', names }],
    posts: [{ key: 'post:minister', names, country: 'country:XX', level: 'MINISTER' }],
    tenures: [{ official: 'official:ann', post: 'post:minister', status: 'CURRENT' }],
  };
  expect(await record('term', { edtf: '2025-02-10T14:30Z' }, input)).toEqual({ problems: [] });
  const query = '{ post(ref: "post:minister") { holders { observedAt { edtf } certainty(on: "2025-02-10") } } }';
  expect(await analyst.ask(query)).toEqual({
    holders: [{ observedAt: [{ edtf: '2025-02-10' }], certainty: 'OBSERVED' }],
  });
});

test.each([
  [
    'the start of a term',
    {
      tenures: [
        { official: 'official:ann', post: 'post:minister', status: 'CURRENT', start: { edtf: '2025-02-10T14:30' } },
      ],
    },
    'tenures.0.start.edtf',
  ],
  ['the time of a meeting', planned('meeting:d', '2025-02-10T14:30Z'), 'meetings.0.time.edtf'],
  [
    'the time of a name',
    { topics: [{ key: 'topic:t', names: [{ ...names[0], time: { edtf: '2025-02-10T14:30Z' } }] }] },
    'topics.0.names.0.time.edtf',
  ],
])('%s has none: it is refused, with what to do', async (_, input, path) => {
  const { problems } = await record('refused', { edtf: '2025-02-10T14:30Z' }, input);
  expect(problems).toMatchObject([{ path: ['input', ...path.split('.')] }]);
  expect(problems[0]!.message).toMatch(
    /has a time of day, which is kept only of .* \(published\); write the day, 2025-02-10, and .* raw/,
  );
});
