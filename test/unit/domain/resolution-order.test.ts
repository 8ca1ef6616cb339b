import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareValues, type SetRelation } from '../../../src/domain/claims/compare-values.ts';
import {
  compareInSlot,
  decide,
  relateAssertions,
  type Assertion,
  type SlotContext,
} from '../../../src/domain/claims/resolution.ts';
import { parseTime } from '../../../src/domain/time/time.ts';
import {
  AttributionKind,
  Comparator,
  EventStatus,
  Modality,
  ParticipationStatus,
  Polarity,
  ReviewState,
  TenureStatus,
} from '../../../src/domain/vocabulary.generated.ts';
import { claim } from './claims.ts';

/** Few values that fit one another in every way, so that small sets of claims hold every kind of conflict. */
const times = ['2022', '2022-04', '2022-04-26', '2022-04-27', '2022-05', '2022-04-26/..', '[2022-04-20..2022-05-10]'];
const slots: Record<string, fc.Arbitrary<unknown>> = {
  time: fc.constantFrom(...times).map((edtf) => parseTime({ edtf })),
  place: fc.constantFrom('europe', 'brussels', 'nato-hq', 'kyiv'),
  places: fc.subarray(['europe', 'brussels', 'nato-hq', 'kyiv'], { minLength: 1 }),
  exists: fc.constant(true),
  'status of a meeting': fc.constantFrom(...Object.values(EventStatus)),
  'status of a participation': fc.constantFrom(...Object.values(ParticipationStatus)),
  'status of a tenure': fc.constantFrom(...Object.values(TenureStatus)),
  attendance: fc.record({
    value: fc.integer({ min: 48, max: 52 }),
    comparator: fc.constantFrom(...Object.values(Comparator)),
  }),
};
const around: Record<string, string[]> = { brussels: ['europe'], kyiv: ['europe'], 'nato-hq': ['brussels', 'europe'] };
/** Of values that are no places, nothing: some of the counts have no prototype, and so no text. */
const placesAround = (value: unknown) => (typeof value === 'string' ? (around[value] ?? []) : []);
const context: SlotContext = {
  around: placesAround,
  isWithin: (inner, outer) => placesAround(inner).includes(String(outer)),
};

const keys = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'];
const told = fc.record({
  polarity: fc.constantFrom(Polarity.AFFIRMATIVE, Polarity.AFFIRMATIVE, Polarity.NEGATIVE),
  modality: fc.constantFrom(...Object.values(Modality)),
  attributionKind: fc.constantFrom(...Object.values(AttributionKind)),
  reviewState: fc.constantFrom(ReviewState.ACCEPTED, ReviewState.ACCEPTED, ...Object.values(ReviewState)),
  reviewed: fc.boolean(),
  reliabilityRank: fc.integer({ min: 0, max: 2 }),
  origins: fc.subarray(['org:a', 'org:b', 'org:c'], { minLength: 1 }),
  on: fc.option(fc.constantFrom('2022-03', '2022-03-05', '2022-04', '[..2022-03-20]', '2022-04-02'), {
    nil: undefined,
  }),
  documents: fc.subarray(['doc:d', 'doc:e'], { minLength: 1 }),
  recordedAt: fc.constantFrom('2025-01-01T00:00:00Z', '2025-01-02T00:00:00Z'),
  movesPlan: fc.constantFrom(false, false, true),
  supersedes: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.subarray(keys, { maxLength: 1 })),
});

/** Claims about one slot, and the same claims in another order. */
function claimsOf(values: fc.Arbitrary<unknown>): fc.Arbitrary<[Assertion[], Assertion[]]> {
  const each = fc.tuple(values, told);
  return fc
    .array(each, { maxLength: keys.length })
    .map((all) => all.map(([value, how], index) => claim(keys[index] ?? '', value, how)))
    .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
}

const runs = { numRuns: 300 };

describe.each(Object.entries(slots))('%s', (_, values) => {
  test('the outcome does not depend on the order in which sources come', () => {
    fc.assert(
      fc.property(claimsOf(values), ([claims, shuffled]) => {
        expect(decide(shuffled, context)).toEqual(decide(claims, context));
        expect(compareInSlot(shuffled, context)).toEqual(compareInSlot(claims, context));
      }),
      runs,
    );
  });

  test('a fact follows a live claim, or is disputed, or nothing is said', () => {
    fc.assert(
      fc.property(claimsOf(values), ([claims]) => {
        const { follows, disputed, rule } = decide(claims, context);
        const live = claims.filter(({ reviewState }) => reviewState === 'ACCEPTED' || reviewState === 'DISPUTED');
        expect(follows === null).toBe(disputed || live.length === 0);
        if (follows !== null) expect(live.map((each) => each.claim)).toContain(follows);
        if (disputed) expect(rule).toBeNull();
      }),
      runs,
    );
  });

  test('a rule is named where the claim followed stands against another, and only there', () => {
    fc.assert(
      fc.property(claimsOf(values), ([claims]) => {
        const plain = claims.map((each) => ({ ...each, supersedes: [] }));
        const { follows, rule } = decide(plain, context);
        const against = relateAssertions(plain, context).some(
          ({ from, type, to }) => ['CONTRADICTS', 'SUPERSEDES'].includes(type) && [from, to].includes(follows ?? ''),
        );
        expect(rule !== null).toBe(against);
      }),
      runs,
    );
  });

  test('what cannot hold together is what contradicts, and a dispute is among two at least', () => {
    fc.assert(
      fc.property(claimsOf(values), ([claims]) => {
        const plain = claims.map((each) => ({ ...each, supersedes: [] }));
        const { among, disputed } = decide(plain, context);
        const contradictions = relateAssertions(plain, context).filter(({ type }) => type === 'CONTRADICTS');
        expect(among).toEqual(keys.filter((key) => contradictions.some(({ from, to }) => from === key || to === key)));
        if (disputed) expect(among.length).toBeGreaterThan(1);
      }),
      runs,
    );
  });

  test('two claims have at most one relation, and superseding plans win', () => {
    fc.assert(
      fc.property(claimsOf(values), ([claims]) => {
        const relations = relateAssertions(claims, context);
        expect(compareInSlot(claims, context).flatMap(({ relation }) => relation ?? [])).toEqual(relations);
        const pairs = relations.map(({ from, to }) => [from, to].sort().join());
        expect(new Set(pairs).size).toBe(pairs.length);
        for (const { from, type, to } of relations) {
          expect(from).not.toBe(to);
          const both = claims.filter((each) => [from, to].includes(each.claim));
          const { follows, among } = decide(both, context);
          if (type === 'SUPERSEDES') expect([follows, among]).toEqual([from, []]);
          if (type === 'CONTRADICTS') expect(among).toEqual([from, to].sort());
          if (['CORROBORATES', 'REFINES', 'CONFIRMS_OUTCOME'].includes(type)) expect(among).toEqual([]);
        }
      }),
      runs,
    );
  });

  test('who contradicts a claim, or tells the outcome of its plan, is no further source of it', () => {
    fc.assert(
      fc.property(claimsOf(values), ([claims]) => {
        for (const { claims: pair, relation, areDisjoint, standingBehind } of compareInSlot(claims, context)) {
          if (areDisjoint || relation?.type === 'CONFIRMS_OUTCOME') expect(standingBehind).toEqual([]);
          const isCounted = (key: string) =>
            claims.some((each) => each.claim === key && each.reviewState === 'ACCEPTED');
          if (relation?.type === 'CORROBORATES') expect(standingBehind).toEqual(pair.filter(isCounted));
          if (relation?.type === 'REFINES') expect(standingBehind).toEqual([relation.from].filter(isCounted));
        }
      }),
      runs,
    );
  });

  test('a claim that says again what the fact shows does not change it', () => {
    fc.assert(
      fc.property(claimsOf(values), told, ([claims], how) => {
        const before = decide(claims, context);
        const followed = claims.find((each) => each.claim === before.follows);
        if (!followed) return;
        const again = { ...claim('c9', followed.value, { ...how, supersedes: [] }), polarity: followed.polarity };
        const kept = { modality: followed.modality, status: followed.status, published: followed.published };
        expect(decide([...claims, { ...again, ...kept, reviewState: followed.reviewState }], context).value).toEqual(
          before.value,
        );
      }),
      runs,
    );
  });

  test('how values fit is the same from both sides, and what lies inside what lies inside lies inside', () => {
    const turned: Record<SetRelation, SetRelation> = {
      EQUAL: 'EQUAL',
      WITHIN: 'CONTAINS',
      CONTAINS: 'WITHIN',
      OVERLAPS: 'OVERLAPS',
      DISJOINT: 'DISJOINT',
    };
    fc.assert(
      fc.property(values, values, values, (a, b, c) => {
        const fit = (x: unknown, y: unknown) => compareValues(x, y, context.isWithin);
        expect(fit(a, b)).toBe(turned[fit(b, a)]);
        if (fit(a, b) === 'WITHIN' && fit(b, c) === 'WITHIN') expect(fit(a, c)).toBe('WITHIN');
        // Of sources that name one place each, another one that names both contradicts neither.
        if (Array.isArray(a)) return;
        if (fit(a, b) === 'WITHIN' && fit(b, c) === 'DISJOINT') expect(fit(a, c)).toBe('DISJOINT');
      }),
      runs,
    );
  });
});
