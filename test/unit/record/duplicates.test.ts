import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  DUPLICATE_THRESHOLD,
  type MeetingProfile,
  type EntityProfile,
  similarityOf,
} from '../../../src/record/duplicates/similarity.ts';

const entity = (more: Partial<EntityProfile>): EntityProfile => ({
  id: 'a',
  key: 'key:a',
  type: 'Official',
  names: [],
  externalIds: [],
  owners: [],
  different: [],
  meeting: null,
  ...more,
});
const named = (value: string, more: Partial<EntityProfile> = {}) => entity({ names: [{ value, lang: 'en' }], ...more });
const meeting = (name: string, more: Partial<MeetingProfile>, id = name): EntityProfile =>
  named(name, {
    id,
    type: 'Meeting',
    meeting: {
      kind: 'PHONE_CALL',
      body: null,
      ordinal: null,
      window: null,
      places: [],
      around: more.places ?? [],
      partOf: null,
      actors: [],
      leaders: [],
      ...more,
    },
  });
const on = (from: string, until = from) => ({ from, until });

describe('two entities', () => {
  test('with a code in common are the same, with two codes of one scheme they are not, whatever they are called', () => {
    const one = named('John Smith', { externalIds: ['WIKIDATA Q1'] });
    expect(similarityOf(one, named('J. S.', { externalIds: ['WIKIDATA Q1', 'VIAF 1'] }))).toEqual({
      score: 1,
      reasons: ['the same WIKIDATA Q1'],
    });
    expect(similarityOf(one, named('John Smith', { externalIds: ['WIKIDATA Q2'] })).score).toBeLessThan(
      DUPLICATE_THRESHOLD,
    );
    expect(similarityOf(one, named('John Smith', { externalIds: ['VIAF 1'] }))).toEqual({
      score: 1,
      reasons: ['the same name, John Smith'],
    });
  });

  test('of two types, or judged to be two by an analyst, are two', () => {
    const [person, place] = [named('Washington'), named('Washington', { id: 'b', type: 'Place' })];
    expect(similarityOf(person, place).score).toBe(0);
    expect(similarityOf(person, named('Washington', { id: 'b', different: ['a'] })).score).toBe(0);
  });

  test('that belong to two countries are two', () => {
    const of = (owner: string) => named('Ministry of Defence', { type: 'Organization', owners: [owner] });
    expect(similarityOf(of('gb'), of('se')).score).toBeLessThan(DUPLICATE_THRESHOLD);
    expect(similarityOf(of('gb'), of('gb')).score).toBe(1);
  });
});

describe('two meetings', () => {
  test('of one body and number are the same', () => {
    const seat = { body: 'udcg', ordinal: 26 };
    expect(similarityOf(meeting('Talks', seat), meeting('Ramstein format', seat))).toEqual({
      score: 1,
      reasons: ['the same body and number 26'],
    });
    expect(similarityOf(meeting('Talks', seat), meeting('Talks', { ...seat, ordinal: 27 })).score).toBeLessThan(
      DUPLICATE_THRESHOLD,
    );
  });

  test('of one kind, at one time, with two of the same people may be the same', () => {
    const call = meeting('Call', { window: on('2025-01-31'), actors: ['healey', 'hegseth'] });
    const spoke = (more: Partial<MeetingProfile>) =>
      similarityOf(
        call,
        meeting('They spoke', { window: on('2025-01-01', '2025-01-31'), actors: ['hegseth', 'healey'], ...more }),
      );
    expect(spoke({})).toEqual({
      score: 0.8,
      reasons: ['the same kind of meeting at the same time, with 2 of the same participants'],
    });
    expect(spoke({ kind: 'VISIT' }).score).toBeLessThan(DUPLICATE_THRESHOLD);
    expect(spoke({ actors: ['healey', 'lammy'] }).score).toBeLessThan(DUPLICATE_THRESHOLD);
    expect(spoke({ window: on('2025-02-01') }).score).toBeLessThan(DUPLICATE_THRESHOLD);
    expect(spoke({ window: on('2025-01-01', '2025-12-31') }).score).toBeLessThan(DUPLICATE_THRESHOLD);
  });

  test('of one body and kind on one day may be the same, as most pages give no number', () => {
    const session = { kind: 'MULTILATERAL_MEETING', body: 'udcg', window: on('2026-02-12') };
    const numbered = meeting('33rd meeting of the contact group', { ...session, ordinal: 33, places: ['nato-hq'] });
    const other = (more: Partial<MeetingProfile>) =>
      similarityOf(numbered, meeting('Allies talk', { ...session, ...more }));
    expect(other({})).toEqual({
      score: 0.8,
      reasons: ['a meeting of the same body, of the same kind, on the same day'],
    });
    expect(other({ window: on('2026-02-11', '2026-02-12'), places: ['nato-hq'] }).score).toBe(0.8);
    for (const difference of [
      { ordinal: 34 },
      { places: ['ramstein'] },
      { kind: 'PHONE_CALL' },
      { body: 'nato' },
      { body: null },
      { window: on('2026-02-13') },
      { window: on('2026-02-01', '2026-02-28') },
      { window: null },
    ])
      expect(other(difference).score).toBeLessThan(DUPLICATE_THRESHOLD);
    const panel = (name: string) => meeting(name, { ...session, partOf: 'conference' });
    expect(similarityOf(panel('On ports'), panel('On space')).score).toBeLessThan(DUPLICATE_THRESHOLD);
  });

  test('of two bodies are two: the same ministers meet in both on one day', () => {
    const here = { window: on('2026-02-12'), places: ['nato-hq'], actors: ['healey', 'rutte'] };
    const group = meeting('33rd meeting of the contact group', { ...here, body: 'udcg', ordinal: 33 });
    expect(similarityOf(group, meeting('NATO defence ministers', { ...here, body: 'nato' })).score).toBeLessThan(
      DUPLICATE_THRESHOLD,
    );
    expect(similarityOf(group, meeting('NATO defence ministers', here)).score).toBe(0.9);
  });

  test('of two who talk on one day may be the same, whatever each page calls the talks', () => {
    const bilateral = { kind: 'BILATERAL_MEETING', window: on('2025-02-14'), actors: ['healey', 'umerov'] };
    const talks = meeting('Healey and Umerov', { ...bilateral, places: ['nato-hq'], around: ['nato-hq', 'brussels'] });
    const call = (more: Partial<MeetingProfile>) =>
      similarityOf(talks, meeting('Call on drones', { ...bilateral, kind: 'PHONE_CALL', ...more }));
    expect(call({})).toEqual({ score: 0.8, reasons: ['on the same day, with 2 of the same participants'] });
    expect(call({ places: ['brussels'] })).toEqual({
      score: 0.8,
      reasons: ['on the same day, in places of which one lies in the other, with 2 of the same participants'],
    });
    for (const difference of [
      { places: ['kyiv'] },
      { actors: ['healey', 'lammy'] },
      { window: on('2025-02-15') },
      { window: on('2025-02-01', '2025-02-28') },
      { kind: 'PRESS_CONFERENCE', places: ['nato-hq'] },
      { kind: 'MULTILATERAL_MEETING', places: ['nato-hq'], actors: ['healey', 'umerov', 'hegseth'] },
    ])
      expect(call(difference).score).toBeLessThan(DUPLICATE_THRESHOLD);
    // The very same people in one place are more of a sign than the kind.
    expect(call({ kind: 'VISIT', places: ['nato-hq'] }).score).toBe(0.8);
    expect(call({ kind: 'VISIT' }).score).toBeLessThan(DUPLICATE_THRESHOLD);
  });

  test('of many on one day in one place may be the same with one chair, or with most of the same people', () => {
    const day = { kind: 'MULTILATERAL_MEETING', window: on('2025-02-12'), places: ['nato-hq'] };
    const known = meeting('33rd meeting of the contact group', {
      ...day,
      around: ['nato-hq', 'brussels', 'belgium'],
      actors: ['healey', 'hegseth', 'umerov', 'rutte'],
      leaders: ['healey'],
    });
    const other = (more: Partial<MeetingProfile>) =>
      similarityOf(known, meeting('Ramstein format', { ...day, kind: 'CONFERENCE', ...more }));
    const led = { actors: ['healey'], leaders: ['healey'], places: ['belgium'] };
    expect(other(led)).toEqual({
      score: 0.8,
      reasons: ['on the same day, in places of which one lies in the other, with the same chair or host'],
    });
    expect(other({ ...led, kind: 'MULTILATERAL_MEETING', places: ['nato-hq'] })).toEqual({
      score: 0.8,
      reasons: ['on the same day, in the same place, with the same chair or host'],
    });
    for (const difference of [
      { leaders: [] },
      { places: ['kyiv'] },
      { places: [] },
      { window: on('2025-02-13') },
      { kind: 'BILATERAL_MEETING' },
    ])
      expect(other({ ...led, ...difference }).score).toBeLessThan(DUPLICATE_THRESHOLD);

    expect(other({ actors: ['hegseth', 'umerov', 'pistorius'] })).toEqual({
      score: 0.8,
      reasons: ['on the same day, in the same place, with 2 of the same participants'],
    });
    expect(other({ actors: ['hegseth', 'umerov', 'pistorius', 'macron'] }).score).toBeLessThan(DUPLICATE_THRESHOLD);
    // What its members do beside a meeting of a body is another one.
    expect(other({ actors: ['hegseth', 'umerov'], body: 'nato' }).score).toBeLessThan(DUPLICATE_THRESHOLD);
  });

  test('that are parts of one meeting are two, also with the same people', () => {
    const panel = {
      window: on('2025-02-14'),
      places: ['munich'],
      partOf: 'msc',
      actors: ['healey', 'umerov'],
      leaders: ['healey'],
    };
    const [one, other] = ['CONFERENCE', 'SUMMIT'].map((kind) => meeting(`A ${kind}`, { ...panel, kind }));
    expect(similarityOf(one!, other!).score).toBeLessThan(DUPLICATE_THRESHOLD);
  });

  test('called alike are the same only where they may have been on the same day, and not where one is a part of the other', () => {
    const on1 = meeting('Ministerial', { window: on('2025-02-12') });
    expect(similarityOf(on1, meeting('Ministerial', { window: on('2025-06-04') }, 'b')).score).toBeLessThan(
      DUPLICATE_THRESHOLD,
    );
    expect(
      similarityOf(on1, meeting('Ministerial', { window: on('2025-02-12'), partOf: on1.id }, 'b')).score,
    ).toBeLessThan(DUPLICATE_THRESHOLD);
    expect(similarityOf(on1, meeting('Ministerial', {}, 'b')).score).toBe(1);
  });
});

const id = fc.constantFrom('a', 'b', 'c');
const day = fc.constantFrom('2025-01-01', '2025-01-31', '2025-02-12');
const profile: fc.Arbitrary<EntityProfile> = fc.record({
  id,
  key: id,
  type: fc.constantFrom('Meeting', 'Official', 'Place'),
  names: fc.array(
    fc.record({
      value: fc.constantFrom('John Healey', 'Heley', '26th meeting', '希利'),
      lang: fc.constantFrom('en', 'zh'),
    }),
    {
      minLength: 1,
    },
  ),
  externalIds: fc.subarray(['WIKIDATA Q1', 'VIAF 1']),
  owners: fc.subarray(['gb', 'us']),
  different: fc.subarray(['b', 'c']),
  meeting: fc.option(
    fc.record({
      kind: fc.constantFrom('CONFERENCE', 'SUMMIT', 'PHONE_CALL', 'VIDEO_CALL', 'VISIT', null),
      body: fc.constantFrom('udcg', null),
      ordinal: fc.constantFrom(26, 27, null),
      window: fc.option(fc.tuple(day, day).map((both) => ({ from: both.sort()[0], until: both.sort()[1] }))),
      places: fc.subarray(['x', 'y']),
      around: fc.subarray(['x', 'y', 'z']),
      partOf: fc.constantFrom('b', null),
      actors: fc.subarray(['p', 'q', 'r']),
      leaders: fc.subarray(['p', 'q']),
    }),
  ),
});

test('a score is the same from either side', () => {
  fc.assert(
    fc.property(profile, profile, (a, b) => {
      expect(similarityOf(a, b).score).toBe(similarityOf(b, a).score);
      expect(similarityOf(a, b).reasons.length).toBe(similarityOf(b, a).reasons.length);
    }),
  );
});

test('whoever else was at both makes two meetings no less alike, and what an analyst has told apart stays apart', () => {
  fc.assert(
    fc.property(profile, profile, (a, b) => {
      const withGuest = (one: EntityProfile) =>
        one.meeting ? { ...one, meeting: { ...one.meeting, actors: [...one.meeting.actors, 'guest'] } } : one;
      expect(similarityOf(withGuest(a), withGuest(b)).score).toBeGreaterThanOrEqual(similarityOf(a, b).score);
      expect(similarityOf({ ...a, different: [b.id] }, b).score).toBe(0);
    }),
  );
});

test('what is alike in everything scores 1', () => {
  fc.assert(
    fc.property(profile, (a) => {
      const twin: EntityProfile = { ...a, id: 'twin', different: [] };
      fc.pre(!a.different.includes('twin') && a.meeting?.partOf !== a.id);
      expect(similarityOf(a, twin).score).toBe(1);
    }),
  );
});
