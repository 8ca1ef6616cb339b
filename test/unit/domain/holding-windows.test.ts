import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Holding,
  type HoldingWindows,
  certaintyOn,
  heldOn,
  holdingWindows,
} from '../../../src/domain/time/holding-windows.ts';
import { type PostTerm, holdingsOfPost } from '../../../src/domain/time/holdings-of-post.ts';
import { parseTime } from '../../../src/domain/time/time.ts';
import { TenureStatus } from '../../../src/domain/vocabulary.generated.ts';
import { days, edtfs } from './arbitrary.ts';

interface Coded {
  status?: TenureStatus;
  start?: string;
  end?: string;
  seen?: string[];
  over?: string[];
}

const toHolding = ({ status, start, end, seen = [], over = [] }: Coded): Holding => ({
  status,
  start: parseTime({ edtf: start }),
  end: parseTime({ edtf: end }),
  seen: seen.map((edtf) => parseTime({ edtf })),
  saidOver: over.map((edtf) => parseTime({ edtf })),
});

const windows = (coded: Coded): HoldingWindows => holdingWindows(toHolding(coded));

const shown = (held: HoldingWindows, day: string) =>
  certaintyOn(held, day) + (heldOn(held, day, 'POSSIBLY') ? ' possible' : '');

/** `OBSERVED possible` if it may have been held for all that is known. */
const on = (day: string, coded: Coded): string => shown(windows(coded), day);

describe('a holder whom an article shows in office, start and end not given', () => {
  const hegseth: Coded = { status: 'CURRENT', seen: ['[2025-02-05..2025-02-11]'] };

  test('is observed on the days the article may be from, presumed after them and unknown before', () => {
    expect(on('2025-02-08', hegseth)).toBe('OBSERVED possible');
    expect(on('2025-02-12', hegseth)).toBe('PRESUMED possible');
    expect(on('2025-02-04', hegseth)).toBe('UNKNOWN');
  });

  test('is observed between two days on which he was seen', () => {
    const again = { ...hegseth, seen: ['2025-02-05', '2025-09'] };
    expect(on('2025-06-01', again)).toBe('OBSERVED possible');
    expect(on('2025-09-30', again)).toBe('OBSERVED possible');
    expect(on('2025-10-01', again)).toBe('PRESUMED possible');
  });

  test('becomes certain up to the last day surely seen when another source gives the start', () => {
    const begun = { ...hegseth, start: '2025-01-25' };
    expect(on('2025-01-24', begun)).toBe('UNKNOWN');
    expect(on('2025-01-25', begun)).toBe('CERTAIN possible');
    expect(on('2025-02-05', begun)).toBe('CERTAIN possible');
    expect(on('2025-02-06', begun)).toBe('OBSERVED possible');
    expect(on('2025-02-12', begun)).toBe('PRESUMED possible');
  });

  test('and certain throughout when the end is known too', () => {
    const over = { ...hegseth, status: 'ENDED', start: '2025-01', end: '2026-03-01' } as const;
    expect(on('2025-01-15', over)).toBe('PRESUMED possible');
    expect(on('2025-06-30', over)).toBe('CERTAIN possible');
    expect(on('2026-03-02', over)).toBe('UNKNOWN');
  });

  test('whom only an undated page shows, held it by the day on which that was recorded', () => {
    const undated: Coded = { status: 'CURRENT', seen: ['[..2026-02-01]'] };
    expect(on('2026-01-31', undated)).toBe('UNKNOWN');
    expect(on('2026-02-01', undated)).toBe('PRESUMED possible');
  });
});

describe('a holder whose time is over', () => {
  test('is never shown in office by a source that says so', () => {
    const biden: Coded = { status: 'ENDED', over: ['[2025-02-05..2025-02-11]'] };
    expect(on('2025-02-08', biden)).toBe('UNKNOWN');
    expect(on('2023-01-01', biden)).toBe('UNKNOWN');
  });

  test('but by one from before', () => {
    const seen: Coded = { status: 'ENDED', seen: ['2023-01-01', '2024-01-01'], over: ['2025-02-11'] };
    expect(on('2023-06-01', seen)).toBe('OBSERVED possible');
    expect(on('2024-06-01', seen)).toBe('PRESUMED possible');
    expect(on('2025-02-11', seen)).toBe('UNKNOWN');
  });

  test('with an unknown end was out at the latest when it was first said', () => {
    const begun: Coded = { status: 'ENDED', start: '2021-01-20', over: ['2025-12-01', '[2025-02-05..2025-02-11]'] };
    expect(on('2021-01-20', begun)).toBe('CERTAIN possible');
    expect(on('2023-01-01', begun)).toBe('PRESUMED possible');
    expect(on('2025-02-11', begun)).toBe('UNKNOWN possible');
    expect(on('2025-02-12', begun)).toBe('UNKNOWN');
  });

  test('is presumed on no day if neither its end nor a dated page says until when', () => {
    expect(on('2023-01-01', { status: 'ENDED', start: '2021-01-20' })).toBe('UNKNOWN possible');
  });

  test('with an unknown start may have held it on any day before', () => {
    expect(on('1999-01-01', { status: 'ENDED', end: '2025-01-20' })).toBe('UNKNOWN possible');
    expect(on('2025-01-21', { status: 'ENDED', end: '2025-01-20' })).toBe('UNKNOWN');
  });
});

test('a start alone shows its own day; a coarse one only its last', () => {
  expect(on('2025-01-25', { status: 'CURRENT', start: '2025-01-25' })).toBe('CERTAIN possible');
  expect(on('2025-01-26', { status: 'CURRENT', start: '2025-01-25' })).toBe('PRESUMED possible');
  expect(on('2022-04-30', { status: 'CURRENT', start: '2022-04' })).toBe('CERTAIN possible');
  expect(on('2022-04-29', { status: 'CURRENT', start: '2022-04' })).toBe('PRESUMED possible');
});

test('a start or an end that is marked as uncertain bounds nothing that is certain', () => {
  expect(on('2024-06-01', { status: 'ENDED', start: '2022~', end: '2025-01-20' })).toBe('PRESUMED possible');
  expect(on('2024-06-01', { status: 'ENDED', start: '2022-01-20', end: '2025?' })).toBe('PRESUMED possible');
  expect(on('2024-06-01', { status: 'CURRENT', start: '2022-01-20', seen: ['2024-07-01?'] })).toBe('PRESUMED possible');
});

test('the end of a holder who is still in office is only planned', () => {
  const elected: Coded = { status: 'CURRENT', start: '2025-01-20', end: '2029-01-20', seen: ['2026-02-01'] };
  expect(on('2026-02-01', elected)).toBe('CERTAIN possible');
  expect(on('2028-01-01', elected)).toBe('PRESUMED possible');
  expect(on('2029-01-21', elected)).toBe('UNKNOWN');
});

test('what was never taken up, or is a nomination, was held on no day', () => {
  for (const status of ['NOMINATED', 'NOT_TAKEN_UP'] as const) {
    expect(on('2025-02-08', { status, start: '2025-01-01', seen: ['2025-02-08'] })).toBe('UNKNOWN');
  }
});

test('a membership has no status and lasts, for all that is known, until its end is', () => {
  const member: Coded = { start: '2022-04-26', seen: ['2025-02-08'] };
  expect(on('2024-01-01', member)).toBe('CERTAIN possible');
  expect(on('2026-01-01', member)).toBe('PRESUMED possible');
});

test('what ends before it begins was held on no day', () => {
  expect(windows({ status: 'ENDED', start: '2025', end: '2024' })).toMatchObject({
    possibleFrom: '9999-99-99',
    possibleUntil: '0000-00-00',
  });
});

describe('the holders of one post', () => {
  const term = (official: string, coded: Coded, more: Partial<PostTerm> = {}): PostTerm => ({
    ...toHolding({ status: 'CURRENT', ...coded }),
    ...{ official, acting: false, established: true },
    ...more,
  });
  const at = (day: string, terms: PostTerm[], ...appearances: [official: string, edtf: string][]) =>
    holdingsOfPost(
      terms,
      appearances.map(([official, edtf]) => ({ official, time: parseTime({ edtf }) })),
    ).map((held) => shown(held, day));
  const predecessor = term('a', { start: '2022-01-01', seen: ['2023-01-01'] });

  test('a presumption ends on the day by which another one had begun', () => {
    const successor = term('b', { start: '2024-03' });
    expect(at('2024-03-30', [predecessor, successor])).toEqual(['PRESUMED possible', 'PRESUMED possible']);
    expect(at('2024-03-31', [predecessor, successor])).toEqual(['UNKNOWN', 'CERTAIN possible']);
  });

  test('also if that one was only seen', () => {
    expect(at('2024-06-01', [predecessor, term('b', { seen: ['2024-05-01'] })])).toEqual([
      'UNKNOWN',
      'PRESUMED possible',
    ]);
  });

  test.each([
    ['is acting', term('b', { start: '2024-03' }, { acting: true })],
    ['is disputed', term('b', { start: '2024-03' }, { established: false })],
    ['was only nominated', term('b', { start: '2024-03', status: 'NOMINATED' })],
    ['came before', term('b', { start: '2021' })],
    ['has no day', term('b', { status: 'ENDED', end: '2025' })],
    ['may not have begun', term('b', { start: '2024~' })],
  ])('but not if that one %s', (_, other) => {
    expect(at('2024-06-01', [predecessor, other])[0]).toBe('PRESUMED possible');
  });

  test('who was in office when another had begun is not cut short', () => {
    const seenLater = term('a', { start: '2022-01-01', seen: ['2024-06-01'] });
    expect(at('2024-05-01', [seenLater, term('b', { start: '2024-03-01' })])[0]).toBe('CERTAIN possible');
  });

  test('an appearance in that capacity shows a term, if it can only be that one', () => {
    const terms = [term('a', { start: '2017-01-20' }), term('a', { start: '2025-01-20' })];
    expect(at('2018-05-01', terms)).toEqual(['PRESUMED possible', 'UNKNOWN']);
    expect(at('2018-05-01', terms, ['a', '2018-06-01'])).toEqual(['CERTAIN possible', 'UNKNOWN']);
    expect(at('2025-05-01', terms, ['a', '2025-06-01'])).toEqual(['UNKNOWN', 'CERTAIN possible']);
    expect(at('2018-05-01', terms, ['b', '2018-06-01'])).toEqual(['PRESUMED possible', 'UNKNOWN']);
  });
});

const coded = fc.record({
  status: fc.option(fc.constantFrom(...Object.values(TenureStatus)), { nil: undefined }),
  start: fc.option(edtfs, { nil: undefined }),
  end: fc.option(edtfs, { nil: undefined }),
  seen: fc.array(edtfs, { maxLength: 3 }),
  over: fc.array(edtfs, { maxLength: 2 }),
});

test('whatever is certain, observed or presumed is possible, and only that with a known start is certain', () => {
  fc.assert(
    fc.property(coded, days, (tenure, day) => {
      const certainty = certaintyOn(windows(tenure), day);
      expect(heldOn(windows(tenure), day, 'CERTAINLY')).toBe(certainty === 'CERTAIN');
      if (certainty !== 'UNKNOWN') expect(heldOn(windows(tenure), day, 'POSSIBLY')).toBe(true);
      if (!tenure.start) expect(certainty).not.toBe('CERTAIN');
      if (tenure.seen.length === 0) expect(certainty).not.toBe('OBSERVED');
    }),
    { numRuns: 2_000 },
  );
});

test('of several terms the order does not matter, and none is more certain for another one', () => {
  const terms = fc.array(
    fc
      .tuple(fc.constantFrom('a', 'b'), coded, fc.boolean(), fc.boolean())
      .map(([official, tenure, acting, established]): PostTerm => ({
        ...toHolding(tenure),
        official,
        acting,
        established,
      })),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(
      terms,
      fc.array(fc.tuple(fc.constantFrom('a', 'b'), edtfs), { maxLength: 2 }),
      days,
      (all, seen, day) => {
        const appearances = seen.map(([official, edtf]) => ({ official, time: parseTime({ edtf }) }));
        const holdings = holdingsOfPost(all, appearances);
        expect(holdingsOfPost(all.toReversed(), appearances.toReversed())).toEqual(holdings.toReversed());
        const alone = holdingsOfPost(all, []).map((held) => shown(held, day));
        all.forEach((term, index) => {
          const order = ['CERTAIN', 'OBSERVED', 'PRESUMED', 'UNKNOWN'];
          const rank = (text: string) => order.indexOf(text.split(' ')[0]!);
          expect(rank(alone[index]!)).toBeGreaterThanOrEqual(rank(shown(holdingWindows(term), day)));
        });
      },
    ),
    { numRuns: 1_000 },
  );
});
