import { describe, expect, test } from '@jest/globals';
import { type Proposition, comparePropositions } from '../../../src/domain/claims/propositions.ts';
import { parseTime } from '../../../src/domain/time/time.ts';

const met: Proposition = {
  type: 'MET_IN_PERSON',
  subject: 'ann',
  objects: [{ id: 'bob', type: 'Official' }],
  value: null,
  count: null,
  time: parseTime({}),
  quantifier: null,
  polarity: 'AFFIRMATIVE',
  published: null,
};
const not = { polarity: 'NEGATIVE' } as const;
const on = (edtf: string) => ({ time: parseTime({ edtf }) });
const here = { type: 'HELD_AT', objects: [{ id: 'hq', type: 'Place' }] } as const;
const city = { type: 'HELD_AT', objects: [{ id: 'city', type: 'Place' }] } as const;
const base = { id: 'base', type: 'Place' };
const land = { id: 'country', type: 'Country' };
const visited = { type: 'VISITED' } as const;
const members = (value: number, edtf: string) =>
  ({ type: 'MEMBER_COUNT', objects: [], count: { value, comparator: 'EXACTLY' }, ...on(edtf) }) as const;

const over50 = { value: 50, comparator: 'OVER' };
const judged = { type: 'ASSESSMENT', objects: [] } as const;
const turned: Record<string, string> = { WITHIN: 'CONTAINS', CONTAINS: 'WITHIN' };

const around: Record<string, string[]> = { hq: ['city', 'country'], city: ['country'] };

describe('two claims about the same thing', () => {
  test.each<[what: string, a: Partial<Proposition>, b: Partial<Proposition>, fit: string]>([
    ['affirm the same', {}, {}, 'EQUAL'],
    ['affirm and deny the same', {}, not, 'DISJOINT'],
    ['told from either side', {}, { ...not, subject: 'bob', objects: [{ id: 'ann', type: 'Official' }] }, 'DISJOINT'],
    ['a denial of less', { objects: [...met.objects, { id: 'peace', type: 'Topic' }] }, not, 'DISJOINT'],
    ['a denial of more', {}, { ...not, objects: [...met.objects, { id: 'peace', type: 'Topic' }] }, 'OVERLAPS'],
    ['a denial of another time', on('2025-03'), { ...not, ...on('2024/2025-02') }, 'OVERLAPS'],
    ['a denial within its time', on('2025-01-05'), { ...not, ...on('2024/2025-02') }, 'DISJOINT'],
    ['most did, some did not', { quantifier: 'MOST' }, { ...not, quantifier: 'SOME' }, 'OVERLAPS'],
    ['all did, some did not', { quantifier: 'ALL' }, { ...not, quantifier: 'SOME' }, 'DISJOINT'],
    ['counts at one time', members(31, '2025-02'), members(32, '2025-02-12'), 'DISJOINT'],
    ['counts at different times', members(30, '2022-01'), members(32, '2025-02-12'), 'OVERLAPS'],
    ['a venue and its city', here, city, 'WITHIN'],
    [
      'mostly at a venue, some in its city',
      { ...here, quantifier: 'MOST' },
      { ...city, quantifier: 'SOME' },
      'OVERLAPS',
    ],
    ['a count and a coarser one', members(57, '2025'), { ...members(50, '2025'), count: over50 }, 'WITHIN'],
    ['two judgements', judged, judged, 'OVERLAPS'],
    ['two judgements with a value', { ...judged, value: 'GOOD' }, { ...judged, value: 'GOOD' }, 'EQUAL'],
    ['a judgement and its denial', judged, { ...judged, ...not }, 'DISJOINT'],
    ['a judgement and one that denies less', { ...judged, objects: met.objects }, { ...judged, ...not }, 'OVERLAPS'],
    ['a venue, its city denied', here, { ...city, ...not }, 'DISJOINT'],
    ['a city, a venue in it denied', city, { ...here, ...not }, 'OVERLAPS'],
    ['a visit to a venue, to its city denied', { ...here, ...visited }, { ...city, ...not, ...visited }, 'DISJOINT'],
    ['a visit to a city, to a venue denied', { ...city, ...visited }, { ...here, ...not, ...visited }, 'OVERLAPS'],
    [
      'a visit to a venue, to its country denied',
      { ...here, ...visited },
      { ...not, ...visited, objects: [land] },
      'DISJOINT',
    ],
    [
      'met at a venue, its city denied',
      { objects: [...met.objects, ...here.objects] },
      { ...not, objects: city.objects },
      'DISJOINT',
    ],
    [
      'met at a venue, and not its country',
      { objects: [...met.objects, ...here.objects] },
      { ...not, objects: [land] },
      'OVERLAPS',
    ],
    ['a venue and its country', here, { ...here, objects: [{ id: 'country', type: 'Country' }] }, 'WITHIN'],
    ['a country and a city of another', { ...here, objects: [{ id: 'other', type: 'Country' }] }, city, 'DISJOINT'],
    [
      'two places and one of them',
      { ...here, objects: [...city.objects, base] },
      { ...here, objects: [base] },
      'WITHIN',
    ],
    [
      'most here, most elsewhere',
      { ...here, quantifier: 'MOST' },
      { ...here, objects: [{ id: 'base', type: 'Place' }], quantifier: 'MOST' },
      'DISJOINT',
    ],
  ])('%s', (_, a, b, fit) => {
    const within = (inner: unknown, outer: unknown) => (around[String(inner)] ?? []).includes(String(outer));
    const [one, other] = [
      { ...met, ...a },
      { ...met, ...b },
    ];

    expect(comparePropositions(one, other, within)).toBe(fit);
    expect(comparePropositions(other, one, within)).toBe(turned[fit] ?? fit);
  });
});
