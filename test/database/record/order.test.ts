import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Database } from '../../../src/graph/database.ts';
import { verify } from '../../../src/record/integrity/verify.ts';
import { type Block, freshDatabase, importBlocks, snapshotFacts } from '../../support/recording.ts';

let database: Database;
beforeAll(async () => {
  database = await freshDatabase();
});

const named = (value: string, lang = 'en') => [{ value, lang }];
type Source = Block['source'];
const source = (name: string, published: string, more: Partial<Source> = {}): Source => ({
  url: `https://example.org/${name}`,
  title: name,
  kind: 'REPORT',
  published: { edtf: published },
  attributionKind: 'NARRATION',
  attribution: [{ agent: `org:${name}`, how: 'REPORTED' }],
  ...more,
});

/** What each source needs to stand alone: data sets may come in any order. */
const around = (name: string): Omit<Block, 'source'> => ({
  countries: [{ key: 'country:GB', names: named('United Kingdom') }],
  officials: [{ key: 'official:john-healey', names: [...named('John Healey'), ...named(`Healey of ${name}`, 'fr')] }],
  organizations: [
    { key: 'org:udcg', names: named('Contact Group'), kind: 'COALITION' },
    { key: `org:${name}`, names: named(name), kind: 'MEDIA' },
  ],
  posts: [{ key: 'post:gb-defence', names: named('Defence Secretary'), country: 'country:GB', level: 'MINISTER' }],
  places: [
    { key: 'place:brussels', names: named('Brussels'), kind: 'CITY' },
    { key: 'place:nato-hq', names: named('NATO HQ'), kind: 'VENUE', within: 'place:brussels' },
    { key: 'place:ramstein', names: named('Ramstein'), kind: 'VENUE' },
  ],
});

const meeting = (row: Partial<NonNullable<Block['meetings']>[number]>): Block['meetings'] => [
  {
    key: 'meeting:udcg-26',
    kind: 'MULTILATERAL_MEETING',
    names: named('26th meeting'),
    body: 'org:udcg',
    ordinal: 26,
    status: 'SCHEDULED',
    time: { edtf: '2025-02' },
    ...row,
  },
];

/** Six sources that plan, move, tell, refine and contradict one another, each a data set of its own. */
const sources: Block[] = [
  {
    source: source('early', '2025-01-10'),
    ...around('early'),
    meetings: meeting({
      time: { edtf: '2025-02-10' },
      place: 'place:ramstein',
      participants: [{ actor: 'official:john-healey', role: 'CHAIR', status: 'INVITED' }],
    }),
    tenures: [{ official: 'official:john-healey', post: 'post:gb-defence', status: 'CURRENT' }],
  },
  {
    source: source('moved', '2025-02-01'),
    ...around('moved'),
    meetings: meeting({
      time: { edtf: '2025-02-12' },
      place: 'place:brussels',
      participants: [
        { actor: 'official:john-healey', role: 'CHAIR', status: 'PLANNED', capacity: 'post:gb-defence' },
        { actor: 'country:GB', role: 'CONVENER', status: 'PLANNED' },
      ],
    }),
  },
  {
    source: source('readout', '2025-02-13', { reliability: 'RELIABLE', attributionKind: 'OFFICIAL_RECORD' }),
    ...around('readout'),
    meetings: meeting({
      time: { edtf: '2025-02-12' },
      place: 'place:nato-hq',
      status: 'HELD',
      attendance: { value: 50, comparator: 'OVER' },
      participants: [{ actor: 'official:john-healey', role: 'CHAIR', status: 'ATTENDED' }],
    }),
    tenures: [
      { official: 'official:john-healey', post: 'post:gb-defence', status: 'CURRENT', start: { edtf: '2024-07-05' } },
    ],
  },
  {
    source: source('rumour', '2025-02-14', { reliability: 'UNRELIABLE' }),
    ...around('rumour'),
    meetings: meeting({
      time: { edtf: '2025-02-13' },
      place: 'place:ramstein',
      status: 'HELD',
      attendance: { value: 40 },
      participants: [{ actor: 'official:john-healey', role: 'CHAIR', status: 'ABSENT' }],
    }),
  },
  {
    source: source('digest', '2025-03-01'),
    ...around('digest'),
    meetings: meeting({ time: { edtf: '2025-02' }, status: 'HELD', place: 'place:brussels' }),
    tenures: [
      {
        key: 'tenure:john-healey-2010',
        official: 'official:john-healey',
        post: 'post:gb-defence',
        status: 'ENDED',
        start: { edtf: '2010' },
        end: { edtf: '2012' },
      },
    ],
  },
  {
    source: source('gossip', '2025-02-20', { attributionKind: 'ANONYMOUS' }),
    ...around('gossip'),
    meetings: meeting({
      time: { edtf: '2025-02-12' },
      status: 'HELD',
      participants: [{ actor: 'country:GB', role: 'CONVENER', status: 'ATTENDED' }],
    }),
    memberships: [{ member: 'country:GB', organization: 'org:udcg', role: 'MEMBER' }],
  },
];

async function factsAfter(order: readonly number[]): Promise<string> {
  await freshDatabase();
  for (const number of order) {
    const recorded = await importBlocks(database, `set-${number}`, [sources[number]!]);
    expect(recorded).toMatchObject({ problems: [], written: true });
  }
  return snapshotFacts(database);
}

describe('the order in which sources are imported', () => {
  test('does not change the values of facts, their conflicts, or the relations of claims', async () => {
    const all = sources.map((_, number) => number);
    const facts = await factsAfter(all);
    expect(facts).toContain('MORE_RELIABLE_DOCUMENT');

    const orders = fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        expect(await factsAfter(order)).toBe(facts);
      }),
      { numRuns: 8 },
    );
    expect(await verify(database)).toEqual([]);
  });

  test('does not matter whether they come in one call or in several', async () => {
    const facts = await factsAfter([3, 1, 0, 5, 2, 4]);
    await freshDatabase();
    await importBlocks(database, 'all', sources, {
      dataSets: sources.map((_, number) => ({ key: `set-${number}`, title: 'Set' })),
    });

    expect(await snapshotFacts(database)).toBe(facts);
  });
});
