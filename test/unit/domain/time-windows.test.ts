import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  certainly,
  areCompatibleTimes,
  possibly,
  refines,
  isSameTime,
  parseTime,
  windowOf,
} from '../../../src/domain/time/time.ts';
import { dayAfter, dayBefore } from '../../../src/domain/time/calendar.ts';
import { datesWithDays, days, edtfs } from './arbitrary.ts';
import { flattenTime, unflattenTime, type TimePrefix } from '../../../src/storage/times.ts';
import { sortTime } from '../../../src/storage/order-keys.ts';

describe('POSSIBLY and CERTAINLY', () => {
  /** The events of the seed article by their times, in the order in which they sort. */
  const events = {
    'russia-full-scale-invasion': '2022-02/..',
    'udcg-1': '2022-04',
    'uk-us-talks': '[2021-01-20..2025-01-20]',
    'us-ceasefire-push': undefined,
    'call-hegseth-healey': '2025-01-31',
    'press-conference': '2025-02-05',
    'visit-lammy-kyiv': '2025-02-05',
    'udcg-26': '2025-02-12',
    'msc-2025': '2025-02-14/2025-02-16',
    'us-peace-plan-release': '[2025-02-14..2025-02-16]',
  };
  const found = (match: typeof possibly, from: string | null, to: string | null) =>
    Object.entries(events)
      .map(([key, edtf]) => ({ key, time: parseTime({ edtf }) }))
      .filter(({ time }) => match(windowOf(time), { from, to }))
      .sort((a, b) => (sortTime(a.time, a.key) < sortTime(b.time, b.key) ? -1 : 1))
      .map(({ key }) => key);

  test('what surely lies in the first two months of 2025, in order', () => {
    expect(found(certainly, '2025-01-01', '2025-02-28')).toEqual([
      'call-hegseth-healey',
      'press-conference',
      'visit-lammy-kyiv',
      'udcg-26',
      'msc-2025',
      'us-peace-plan-release',
    ]);
  });

  test('what may lie on a day of April 2022; nothing does so surely', () => {
    const day = '2022-04-26';
    expect(found(possibly, day, day).sort()).toEqual(['russia-full-scale-invasion', 'udcg-1', 'uk-us-talks']);
    expect(found(certainly, day, day)).toEqual([]);
  });

  test('an end left out of the filter is open', () => {
    expect(found(possibly, null, '2022-01-31')).toEqual(['uk-us-talks']);
    expect(found(possibly, '2025-02-13', null)).toEqual([
      'russia-full-scale-invasion',
      'msc-2025',
      'us-peace-plan-release',
    ]);
    expect(found(certainly, '2022-02-01', null)).toContain('russia-full-scale-invasion');
  });

  test('a time of which nothing is known matches no days at all', () => {
    const window = windowOf(parseTime({}));
    for (const asked of [{}, { from: '0000-01-01' }, { to: '9999-12-31' }, { from: '0000-01-01', to: '9999-12-31' }]) {
      expect([possibly(window, asked), certainly(window, asked)]).toEqual([false, false]);
    }
  });

  test('one unknown end counts as open', () => {
    const before = windowOf(parseTime({ edtf: '[..2025-02-11]' }));
    expect(possibly(before, { from: '1900-01-01', to: '1900-12-31' })).toBe(true);
    expect(possibly(before, { from: '2025-02-12' })).toBe(false);
    expect(certainly(before, { from: '1900-01-01', to: '2025-12-31' })).toBe(false);
  });

  test.each(['2022-04-26?', '2022-04~', '2022-04-26%', '202X?', '[2022-04~..2022-05]', '2022-21?', '2022-24~/2023'])(
    '%s is never certain',
    (edtf) => {
      const window = windowOf(parseTime({ edtf }));
      expect(possibly(window, { from: '2022-01-01', to: '2023-12-31' })).toBe(true);
      expect(certainly(window, { from: '0000-01-01', to: '9999-12-31' })).toBe(false);
    },
  );

  test.each([
    ['[2022,2024]', '2023-01-01', '2023-12-31'],
    ['[..2022,2024]', '2023-02-01', '2023-03-31'],
    ['2024-XX-31', '2024-02-01', '2024-02-29'],
    ['2022-21', '2022-06-01', '2022-08-31'],
    ['2022-28', '2022-03-01', '2022-11-30'],
    ['20XX-07-12', '2024-01-01', '2024-07-11'],
  ])('%s cannot be from %s to %s, but a day before and after', (edtf, from, to) => {
    const window = windowOf(parseTime({ edtf }));
    expect(possibly(window, { from, to })).toBe(false);
    expect(possibly(window, { from: '2000-01-01', to })).toBe(true);
    expect(possibly(window, { from, to: '2099-12-31' })).toBe(true);
    expect(possibly(window, { from })).toBe(true);
  });

  test.each([
    ['2025-XX', '2025-01-01', '2025-12-31'],
    ['2025-04-XX', '2025-04-01', '2025-04-30'],
    ['2025-21', '2025-03-01', '2025-11-30'],
    ['2025-25', '2025-03-01', '2025-05-31'],
    ['[2022,2024]', '2022-01-01', '2024-12-31'],
  ])('%s is certainly from %s to %s', (edtf, from, to) => {
    const window = windowOf(parseTime({ edtf }));
    expect(certainly(window, { from, to })).toBe(true);
    expect(certainly(window, { from: dayAfter(from), to })).toBe(false);
    expect(certainly(window, { from, to: dayBefore(to) })).toBe(false);
  });

  test.each(['XXXX', 'XXXX-07-12', '20XX-XX-12'])('%s lies in no window', (edtf) => {
    const window = windowOf(parseTime({ edtf }));
    for (const asked of [{}, { from: '0000-01-01' }, { to: '9999-12-31' }, { from: '0000-01-01', to: '9999-12-31' }]) {
      expect([possibly(window, asked), certainly(window, asked)]).toEqual([false, false]);
    }
  });

  test('sets, seasons and unspecified digits are found as when each of their days is tried', () => {
    fc.assert(
      fc.property(datesWithDays, days, days, ({ edtf, days: members }, a, b) => {
        const window = windowOf(parseTime({ edtf }));
        const [from = '', to = ''] = [a, b].sort();
        const inside = (day: string) => from <= day && day <= to;
        expect(possibly(window, { from, to })).toBe(members.some(inside));
        expect(certainly(window, { from, to })).toBe(members.every(inside));
      }),
      { numRuns: 1_000 },
    );
  });

  test('what is certain is possible, and stays certain in a wider window', () => {
    fc.assert(
      fc.property(edtfs, days, days, days, (edtf, a, b, c) => {
        const window = windowOf(parseTime({ edtf }));
        const [from = '', middle = '', to = ''] = [a, b, c].sort();
        const narrow = certainly(window, { from, to: middle });
        if (narrow) expect(possibly(window, { from, to: middle })).toBe(true);
        if (narrow) expect(certainly(window, { from, to })).toBe(true);
        if (possibly(window, { from, to: middle })) expect(possibly(window, { from, to })).toBe(true);
      }),
    );
  });
});

describe('how two times stand to each other', () => {
  const time = (edtf: string) => parseTime({ edtf });

  test.each([
    ['2022-04-26', '2022-04'],
    ['2022-04', '2022'],
    ['2025-02-14/2025-02-16', '2025-02'],
    ['2025-02-14', '[2025-02-14..2025-02-16]'],
    ['2022-02-24/..', '2022-02/..'],
    ['2022-02/2025-03', '2022-02/..'],
    ['2022', '[2022,2024]'],
    ['2024-03-31', '2024-XX-31'],
    ['2025-07-12', 'XXXX-07-12'],
    ['XXXX-07-12', 'XXXX-07'],
    ['20XX-07-12', 'XXXX-07-12'],
    ['[2022,2024]', '[2022..2024]'],
    ['2025-26', '2025-22'],
  ])('%s refines %s', (fine, coarse) => {
    expect(refines(time(fine), time(coarse))).toBe(true);
    expect(refines(time(coarse), time(fine))).toBe(false);
  });

  test.each([
    ['2022-04-26', '2022-05'],
    ['2025-02-12', '2025-02-13'],
    ['2025-02-15', '2025-02-14/2025-02-16'],
    ['2025-02-14/2025-02-16', '2025-02-14/2025-02-17'],
    ['[2022,2024]', '2023'],
    ['2024-XX-31', '2024-02'],
    ['XXXX-07-12', '2025-07-13'],
    ['XXXX-07-12', 'XXXX-07-13'],
    ['XXXX-07-12', '2025-02-14/2025-02-16'],
    ['20XX-XX-12', '[2024-01-13..2024-02-11]'],
  ])('%s and %s cannot both be so', (a, b) => {
    expect(areCompatibleTimes(time(a), time(b))).toBe(false);
  });

  test('the same days in another notation are the same time', () => {
    expect(isSameTime(time('2025-02-12'), time('2025-02-12/2025-02-12'))).toBe(true);
    expect(isSameTime(time('2022-04'), time('[2022-04-01..2022-04-30]'))).toBe(true);
  });

  test('sets, seasons and unspecified digits are compared by the days that they may be', () => {
    fc.assert(
      fc.property(datesWithDays, datesWithDays, (a, b) => {
        const [one, other] = [time(a.edtf), time(b.edtf)];
        const [inOne, inOther] = [new Set(a.days), new Set(b.days)];
        expect(areCompatibleTimes(one, other)).toBe(a.days.some((day) => inOther.has(day)));
        expect(isSameTime(one, other)).toBe(inOne.symmetricDifference(inOther).size === 0);
        expect(refines(one, other)).toBe(inOne.isSubsetOf(inOther) && inOne.size < inOther.size);
      }),
      { numRuns: 500 },
    );
  });

  test('to refine is a strict order within what is compatible', () => {
    fc.assert(
      fc.property(edtfs, edtfs, edtfs, (x, y, z) => {
        const [a, b, c] = [time(x), time(y), time(z)];
        expect(areCompatibleTimes(a, b)).toBe(areCompatibleTimes(b, a));
        expect(refines(a, a)).toBe(false);
        if (refines(a, b)) expect([areCompatibleTimes(a, b), refines(b, a)]).toEqual([true, false]);
        if (refines(a, b) && refines(b, c)) expect(refines(a, c)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('how a time is stored', () => {
  test('flat, under the prefix of its field, with the window where searches filter by it', () => {
    expect(flattenTime('time', parseTime({ edtf: '2022-02/..', raw: '自2022年2月', basis: 'Stated.' }))).toEqual({
      timeEdtf: '2022-02/..',
      timePrecision: 'MONTH',
      timeStartEarliest: '2022-02-01',
      timeStartLatest: '2022-02-28',
      timeEndEarliest: null,
      timeEndLatest: null,
      timeRaw: '自2022年2月',
      timeBasis: 'Stated.',
      timeFrom: '2022-02-01',
      timeUntil: '9999-99-99',
      timeExact: true,
      timeGaps: null,
    });
    expect(flattenTime('time', parseTime({ edtf: '[2022,2024]' }))).toMatchObject({
      timeFrom: '2022-01-01',
      timeUntil: '2024-12-31',
      timeGaps: ['2023-01-01|2023-12-31'],
    });
    expect(flattenTime('published', parseTime({}))).toMatchObject({
      publishedPrecision: 'UNKNOWN',
      publishedFrom: '9999-99-99',
      publishedUntil: '0000-00-00',
      publishedExact: false,
    });
    expect(Object.keys(flattenTime('start', parseTime({})))).not.toContain('startFrom');
  });

  test('what is read back is what was stored, even where the database dropped the nulls', () => {
    const prefixes = fc.constantFrom<TimePrefix>('time', 'start', 'end', 'published', 'founded', 'dissolved');
    const inputs = fc.record({ edtf: fc.option(edtfs), raw: fc.option(fc.string()), basis: fc.option(fc.string()) });
    fc.assert(
      fc.property(prefixes, inputs, (prefix, input) => {
        const stored = Object.entries(flattenTime(prefix, parseTime(input))).filter(([, value]) => value !== null);
        expect(unflattenTime(prefix, Object.fromEntries(stored))).toEqual(parseTime(input));
      }),
    );
  });

  test('sorted by first and last day, unknown last, no two alike', () => {
    const order = ['2022-02', '2022-02/..', '[2022-02..]', '2025-02-12', '[..2025-02-11]', '../2025-02-12'];
    const sorted = [...order, undefined].map((edtf, index) => sortTime(parseTime({ edtf }), `k${index}`));
    expect(sorted.toSorted()).toEqual(sorted);
    expect(sortTime(parseTime({ edtf: '2025-02-12' }), 'a')).not.toBe(sortTime(parseTime({ edtf: '2025-02-12' }), 'b'));
  });
});
