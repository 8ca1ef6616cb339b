import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Database } from '../../src/graph/database.ts';
import { verify } from '../../src/record/integrity/verify.ts';
import { type Analyst, type Told, analystOf } from '../support/analyst.ts';
import { type Block, freshDatabase, recordBlocks } from '../support/recording.ts';

/** A statement has all its speakers, and each of them is found by it. */

const numbers = Array.from({ length: 51 }, (_, index) => index + 1);
const officials = numbers.map((n) => `official:n${n}`);
const twelve = officials.slice(0, 12);
const named = (key: string, value: string) => ({ key, names: [{ value, lang: 'en' }] });
const register: Block = {
  source: {
    title: 'A register',
    kind: 'REPORT',
    attributionKind: 'OFFICIAL_RECORD',
    published: { edtf: '2025-01-01' },
  },
  countries: [named('country:DE', 'Germany'), named('country:FR', 'France')],
  officials: officials.map((key, index) => named(key, `Person ${index + 1}`)),
  posts: [{ ...named('post:de', 'Minister of Germany'), country: 'country:DE', level: 'MINISTER' }],
  tenures: [
    { official: 'official:n1', post: 'post:de', status: 'CURRENT' },
    { official: 'official:n2', post: 'post:de', status: 'CURRENT' },
  ],
};

let database: Database;
let analyst: Analyst;
beforeAll(async () => {
  database = await freshDatabase();
  expect(await recordBlocks(database, [register])).toMatchObject({ problems: [] });
  analyst = await analystOf(database);
}, 240_000);

interface Payload {
  problems: Told[];
}

const source = { title: 'News', url: 'https://example.org/news', kind: 'NEWS_ARTICLE', attributionKind: 'NARRATION' };
const state = (statement: object) =>
  analyst.ask<Payload>('mutation ($input: RecordInput!) { record(input: $input) { problems { code path message } } }', {
    input: { source, statements: [{ act: 'COMMIT', gist: 'Help goes on.', ...statement }] },
  });
const speakersOf = async (ref: string) =>
  analyst
    .ask<{ nodes: object[] }>(
      'query ($ref: Ref!) { statements(filter: { speakers: [$ref] }) { nodes { key speaker { key } speakers { key } } } }',
      { ref },
    )
    .then(({ nodes }) => nodes);
const keysOf = (answer: { nodes: { key: string }[] }) => answer.nodes.map(({ key }) => key);

describe('a joint statement of twelve and two countries', () => {
  const speakers = [...twelve, 'country:DE', 'country:FR'];
  beforeAll(async () => {
    const joint = {
      key: 'stmt:joint',
      speakers: [...speakers, 'country:DE'],
      channel: 'JOINT_STATEMENT',
      capacity: 'post:de',
    };
    expect(await state({ ...joint, time: { edtf: '2025-02-07' } })).toEqual({ problems: [] });
  });

  test('has all of them once, in the order of the source, and the first as its speaker', async () => {
    expect(await speakersOf('country:FR')).toEqual([
      { key: 'stmt:joint', speaker: { key: 'official:n1' }, speakers: speakers.map((key) => ({ key })) },
    ]);
    expect(await verify(database)).toEqual([]);
  });

  test('is found by each of them, and once by several', async () => {
    const found = async (refs: readonly string[]) =>
      keysOf(
        await analyst.ask('query ($refs: [Ref!]) { statements(filter: { speakers: $refs }) { nodes { key } } }', {
          refs,
        }),
      );
    for (const ref of speakers) expect(await found([ref])).toEqual(['stmt:joint']);
    expect(await found(['country:FR', 'official:n12'])).toEqual(['stmt:joint']);
    expect(await found(['official:n13'])).toEqual([]);
    for (const field of ['country(ref: "country:FR")', 'official(ref: "official:n12")']) {
      const answer = await analyst.ask<{ statements: { nodes: { key: string }[] } }>(
        `{ ${field} { statements { nodes { key } } } }`,
      );
      expect(keysOf(answer.statements)).toEqual(['stmt:joint']);
    }
  });

  test('has a claim that names all of them in words, and is about each', async () => {
    const query = `query ($ref: Ref!) { official(ref: $ref) {
      claimsAbout(filter: {}) { nodes { text subject { key } says { slot value } } } } }`;
    for (const ref of ['official:n2', 'official:n12']) {
      const { claimsAbout } = await analyst.ask<{ claimsAbout: { nodes: { text: string; says: object[] }[] } }>(query, {
        ref,
      });
      const claim = claimsAbout.nodes.find(({ text }) => text.includes('Help goes on'))!;
      expect(claim.text).toBe(
        'Person 1, Person 2, Person 3, Person 4, Person 5, Person 6, Person 7, Person 8, Person 9, Person 10, Person 11, ' +
          'Person 12, Germany and France, one of them as Minister of Germany, in a joint statement, on 7 February 2025: Help goes on.',
      );
      expect(claim.says).toContainEqual({ slot: 'stmt:joint|speakers', value: speakers.join(', ') });
    }
  });

  test('is the same in the record as it was then', async () => {
    const query = `query ($now: DateTime!) { claims(knownAt: $now, filter: { about: "official:n12" }) {
      nodes { supports { ... on Statement { key speaker { key } speakers { key } } } } } }`;
    const { nodes } = await analyst.ask<{ nodes: { supports: object[] }[] }>(query, { now: new Date().toISOString() });
    expect(nodes.flatMap(({ supports }) => supports)).toEqual(await speakersOf('official:n12'));
  });

  test('shows neither of two who may have held the post in which one of them spoke, but one beside others', async () => {
    const query = `{ post(ref: "post:de") { holders { official { key }
      joint: certainty(on: "2025-02-07") beside: certainty(on: "2024-12-01") } } }`;
    const beside = { speakers: ['country:FR', 'official:n2'], capacity: 'post:de', time: { edtf: '2024-12-01' } };
    expect(await state({ key: 'stmt:beside', ...beside })).toEqual({ problems: [] });
    const { holders } = await analyst.ask<{ holders: object[] }>(query);
    // Seen in office after the other, the one is known to have begun; until then the other is presumed to hold it.
    expect(holders).toEqual([
      { official: { key: 'official:n2' }, joint: 'UNKNOWN', beside: 'OBSERVED' },
      { official: { key: 'official:n1' }, joint: 'PRESUMED', beside: 'UNKNOWN' },
    ]);
  });
});

test('one speaker may be given alone, but not beside others', async () => {
  expect(await state({ key: 'stmt:one', speaker: 'official:n13' })).toEqual({ problems: [] });
  expect(await speakersOf('official:n13')).toEqual([
    { key: 'stmt:one', speaker: { key: 'official:n13' }, speakers: [{ key: 'official:n13' }] },
  ]);
  expect(await state({ key: 'stmt:two', speaker: 'official:n13', speakers: ['official:n14'] })).toMatchObject({
    problems: [
      {
        path: ['input', 'statements', '0', 'speaker'],
        message: 'cannot be combined with speakers; give only one of them',
      },
    ],
  });
});

describe('is refused, with the place,', () => {
  test.each([
    [
      'a list of more than fifty',
      { speakers: officials },
      'speakers',
      'the list is too long; expected 50 items or fewer',
    ],
    ['an unknown speaker among others', { speakers: ['official:n1', 'official:n99'] }, 'speakers.1', 'official:n99'],
    ['an unknown speaker alone', { speaker: 'official:n99' }, 'speaker', 'official:n99'],
    ['what cannot speak', { speakers: ['official:n1', 'post:de'] }, 'speakers.1', 'post:de is a post'],
    ['a new statement of nobody', {}, '', 'a statement needs speakers: who said it'],
  ])('%s', async (_, given, path, message) => {
    const { problems } = await state({ key: 'stmt:refused', ...given });
    expect(problems[0]).toMatchObject({ path: ['input', 'statements', '0', ...path.split('.').filter(Boolean)] });
    expect(problems[0]!.message).toContain(message);
  });
});
