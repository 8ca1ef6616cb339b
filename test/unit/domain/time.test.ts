import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  certainly,
  compatible,
  flatTime,
  possibly,
  refines,
  sameTime,
  sortTime,
  timeOf,
  unflatTime,
  windowOf,
  type TimePrefix,
} from '../../../src/domain/time.ts';
import { TellableError } from '../../../src/domain/errors.ts';
import { days, edtfs } from './arbitrary.ts';

/** Bounds as one line: `start 2025-02-14..2025-02-14 end 2025-02-16..2025-02-16 DAY`; `-` is unknown. */
function said(edtf: string): string {
  const time = timeOf({ edtf });
  const between = (first: string | null, last: string | null) => `${first ?? '-'}..${last ?? '-'}`;
  const start = between(time.startEarliest, time.startLatest);
  const end = between(time.endEarliest, time.endLatest);
  return `${start === end ? start : `${start} to ${end}`} ${time.precision}`;
}

describe('what EDTF text says', () => {
  test.each([
    // days, months, years: as coarse as the source
    ['2025-02-12', '2025-02-12..2025-02-12 DAY'],
    ['2022-04', '2022-04-01..2022-04-30 MONTH'],
    ['2024-02', '2024-02-01..2024-02-29 MONTH'],
    ['2022', '2022-01-01..2022-12-31 YEAR'],
    ['0000', '0000-01-01..0000-12-31 YEAR'],
    ['9999-12-31', '9999-12-31..9999-12-31 DAY'],
    // durations begin in A and end in B
    ['2025-02-14/2025-02-16', '2025-02-14..2025-02-14 to 2025-02-16..2025-02-16 DAY'],
    ['2022-04/2025-02-11', '2022-04-01..2022-04-30 to 2025-02-11..2025-02-11 INTERVAL'],
    ['2022-02/..', '2022-02-01..2022-02-28 to -..- MONTH'],
    ['2022-02/', '2022-02-01..2022-02-28 to -..- MONTH'],
    ['../2025-02-11', '-..- to 2025-02-11..2025-02-11 DAY'],
    ['2025-02-12/2025-02-12', '2025-02-12..2025-02-12 DAY'],
    // what ends on the 10th began by the 10th; what began on the 20th ended no earlier
    ['2025-02/2025-02-10', '2025-02-01..2025-02-10 to 2025-02-10..2025-02-10 INTERVAL'],
    ['2025-02-20/2025-02', '2025-02-20..2025-02-20 to 2025-02-20..2025-02-28 INTERVAL'],
    // sets are some moment within
    ['[2025-02-05..2025-02-11]', '2025-02-05..2025-02-11 INTERVAL'],
    ['[2021-01-20..2025-01-20]', '2021-01-20..2025-01-20 INTERVAL'],
    ['[2022-02..2025-02-11]', '2022-02-01..2025-02-11 INTERVAL'],
    ['[2022-01,2022-03..2022-05]', '2022-01-01..2022-05-31 INTERVAL'],
    ['[2025-02-12]', '2025-02-12..2025-02-12 DAY'],
    ['[2022-02..]', '2022-02-01..- MONTH'],
    ['[2025-02-13..]', '2025-02-13..- UNKNOWN'],
    ['[..2025-02-11]', '-..2025-02-11 UNKNOWN'],
    ['[..2022]', '-..2022-12-31 YEAR'],
    // unspecified digits
    ['2022-04-XX', '2022-04-01..2022-04-30 MONTH'],
    ['2022-XX', '2022-01-01..2022-12-31 YEAR'],
    ['2022-XX-XX', '2022-01-01..2022-12-31 YEAR'],
    ['202X', '2020-01-01..2029-12-31 INTERVAL'],
    ['XXXX', '0000-01-01..9999-12-31 UNKNOWN'],
    ['2022-1X', '2022-10-01..2022-12-31 INTERVAL'],
    ['2022-04-1X', '2022-04-10..2022-04-19 INTERVAL'],
    ['2022-02-2X', '2022-02-20..2022-02-28 INTERVAL'],
    ['2022-XX-31', '2022-01-31..2022-12-31 INTERVAL'],
    ['202X-02-29', '2020-02-29..2028-02-29 INTERVAL'],
    ['202X/2024', '2020-01-01..2024-12-31 to 2024-01-01..2024-12-31 INTERVAL'],
    // qualifiers do not move the bounds
    ['2022?', '2022-01-01..2022-12-31 YEAR'],
    ['2022-04~', '2022-04-01..2022-04-30 MONTH'],
    ['2022-04-26%', '2022-04-26..2022-04-26 DAY'],
    ['2022-?04-26', '2022-04-26..2022-04-26 DAY'],
    // decades, centuries, seasons, quarters, halves
    ['202', '2020-01-01..2029-12-31 INTERVAL'],
    ['19', '1900-01-01..1999-12-31 INTERVAL'],
    ['2022-21', '2022-03-01..2022-05-31 INTERVAL'],
    ['2022-30', '2021-12-01..2023-02-28 INTERVAL'],
    ['2023-24', '2022-12-01..2024-02-29 INTERVAL'],
    ['2022-33', '2022-01-01..2022-03-31 INTERVAL'],
    ['2022-41', '2022-07-01..2022-12-31 INTERVAL'],
    ['0000-24', '0000-01-01..0001-02-28 INTERVAL'],
    ['9999-28', '9998-12-01..9999-12-31 INTERVAL'],
  ])('%s is %s', (edtf, bounds) => {
    expect(said(edtf)).toBe(bounds);
  });

  test('the text, the printed token and the way it was resolved are kept', () => {
    expect(timeOf({ edtf: ' 2025-02-12 ', raw: '12日', basis: 'Bare day.' })).toMatchObject({
      edtf: '2025-02-12',
      raw: '12日',
      basis: 'Bare day.',
    });
  });

  test('a source that gives no time leaves everything unknown', () => {
    const unknown = { startEarliest: null, startLatest: null, endEarliest: null, endLatest: null };
    expect(timeOf({})).toEqual({ edtf: null, precision: 'UNKNOWN', ...unknown, raw: null, basis: null });
    expect(timeOf({ edtf: null, basis: 'Not said.' })).toMatchObject({ ...unknown, basis: 'Not said.' });
  });
});

describe('what is no time is refused with the reason and an example', () => {
  test.each([
    ['', 'It is empty'],
    ['   ', 'It is empty'],
    ['2025-02-30', 'February 2025 has 28 days'],
    ['2025-02-29', 'February 2025 has 28 days'],
    ['1900-02-29', 'February 1900 has 28 days'],
    ['2025-04-31?', 'April 2025 has 30 days'],
    ['2025-02-00', 'February 2025 has 28 days'],
    ['2025-13', 'There is no month 13'],
    ['2025-00-10', 'There is no month 00'],
    ['2025-2-12', 'Month and day have two digits'],
    ['2025-02-16/2025-02-14', 'It ends before it begins'],
    ['[2025-02-11..2025-02-05]', 'The earlier date of a range comes first'],
    ['2025/02/12', 'One "/" parts the begin from the end'],
    ['12.02.2025', 'A date begins with the year'],
    ['12/02/2025', 'One "/"'],
    ['../..', 'It says nothing'],
    ['/', 'It says nothing'],
    ['[..]', '"" is no date'],
    ['[2025-01..2025-02..2025-03]', 'Between two dates stands one ".."'],
    ['{2022..2024}', 'A set of all its dates'],
    ['2025-02-12T09:00:00Z', 'Times of day are not recorded'],
    ['-0044', 'Years have four digits'],
    ['Y12022', 'Years have four digits'],
    ['20X1-02-30', '"20X1-02-30" is no date'],
    ['yesterday', '"yesterday" is no date'],
    ['2025-02-12/soon', '"soon" is no date'],
    ['2025-02-12]', '"2025-02-12]" is no date'],
  ])('%j: %s', (edtf, reason) => {
    expect(() => timeOf({ edtf })).toThrow(TellableError);
    expect(() => timeOf({ edtf })).toThrow(reason);
    expect(() => timeOf({ edtf })).toThrow('Expected a day `2025-02-12`');
  });

  test('a text too long for a time is not even read', () => {
    expect(() => timeOf({ edtf: '['.repeat(100_000) })).toThrow('longer than 200 characters');
  });

  test('whatever is typed is read or refused, and never breaks', () => {
    const typed = fc.oneof(fc.string(), fc.stringMatching(/^[0-9X?~%./[\],{}-]{0,20}$/));
    fc.assert(
      fc.property(typed, (edtf) => {
        try {
          expect(timeOf({ edtf }).edtf).toBe(edtf.trim());
        } catch (error) {
          expect(error).toBeInstanceOf(TellableError);
          expect(error).toMatchObject({ code: 'INVALID' });
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

test('bounds never cross: a time begins before it ends, and earliest is before latest', () => {
  fc.assert(
    fc.property(edtfs, (edtf) => {
      const { startEarliest, startLatest, endEarliest, endLatest } = timeOf({ edtf });
      const inOrder = (...bounds: (string | null)[]) => {
        const known = bounds.filter((bound) => bound !== null);
        expect(known).toEqual(known.toSorted());
      };
      inOrder(startEarliest, startLatest, endLatest);
      inOrder(startEarliest, endEarliest, endLatest);
    }),
  );
});

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
      .map(([key, edtf]) => ({ key, time: timeOf({ edtf }) }))
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
    const window = windowOf(timeOf({}));
    for (const asked of [{}, { from: '0000-01-01' }, { to: '9999-12-31' }, { from: '0000-01-01', to: '9999-12-31' }]) {
      expect([possibly(window, asked), certainly(window, asked)]).toEqual([false, false]);
    }
  });

  test('one unknown end counts as open', () => {
    const before = windowOf(timeOf({ edtf: '[..2025-02-11]' }));
    expect(possibly(before, { from: '1900-01-01', to: '1900-12-31' })).toBe(true);
    expect(possibly(before, { from: '2025-02-12' })).toBe(false);
    expect(certainly(before, { from: '1900-01-01', to: '2025-12-31' })).toBe(false);
  });

  test.each(['2022-04-26?', '2022-04~', '2022-04-26%', '2022-04-XX', '[2022-04~..2022-05]', '2022-21', '2022-24/2023'])(
    '%s is never certain',
    (edtf) => {
      const window = windowOf(timeOf({ edtf }));
      expect(possibly(window, { from: '2022-01-01', to: '2023-12-31' })).toBe(true);
      expect(certainly(window, { from: '0000-01-01', to: '9999-12-31' })).toBe(false);
    },
  );

  test('what is certain is possible, and stays certain in a wider window', () => {
    fc.assert(
      fc.property(edtfs, days, days, days, (edtf, a, b, c) => {
        const window = windowOf(timeOf({ edtf }));
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
  const time = (edtf: string) => timeOf({ edtf });

  test.each([
    ['2022-04-26', '2022-04'],
    ['2022-04', '2022'],
    ['2025-02-14/2025-02-16', '2025-02'],
    ['2025-02-14', '[2025-02-14..2025-02-16]'],
    ['2022-02-24/..', '2022-02/..'],
    ['2022-02/2025-03', '2022-02/..'],
  ])('%s refines %s', (fine, coarse) => {
    expect(refines(time(fine), time(coarse))).toBe(true);
    expect(refines(time(coarse), time(fine))).toBe(false);
  });

  test.each([
    ['2022-04-26', '2022-05'],
    ['2025-02-12', '2025-02-13'],
    ['2025-02-15', '2025-02-14/2025-02-16'],
    ['2025-02-14/2025-02-16', '2025-02-14/2025-02-17'],
  ])('%s and %s cannot both be so', (a, b) => {
    expect(compatible(time(a), time(b))).toBe(false);
  });

  test('the same days in another notation are the same time', () => {
    expect(sameTime(time('2025-02-12'), time('2025-02-12/2025-02-12'))).toBe(true);
    expect(sameTime(time('2022-04'), time('[2022-04-01..2022-04-30]'))).toBe(true);
  });

  test('to refine is a strict order within what is compatible', () => {
    fc.assert(
      fc.property(edtfs, edtfs, edtfs, (x, y, z) => {
        const [a, b, c] = [time(x), time(y), time(z)];
        expect(compatible(a, b)).toBe(compatible(b, a));
        expect(refines(a, a)).toBe(false);
        if (refines(a, b)) expect([compatible(a, b), refines(b, a)]).toEqual([true, false]);
        if (refines(a, b) && refines(b, c)) expect(refines(a, c)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('how a time is stored', () => {
  test('flat, under the prefix of its field, with the window where searches filter by it', () => {
    expect(flatTime('time', timeOf({ edtf: '2022-02/..', raw: '自2022年2月', basis: 'Stated.' }))).toEqual({
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
    });
    expect(flatTime('published', timeOf({}))).toMatchObject({
      publishedPrecision: 'UNKNOWN',
      publishedFrom: '9999-99-99',
      publishedUntil: '0000-00-00',
      publishedExact: false,
    });
    expect(Object.keys(flatTime('start', timeOf({})))).not.toContain('startFrom');
  });

  test('what is read back is what was stored, even where the database dropped the nulls', () => {
    const prefixes = fc.constantFrom<TimePrefix>('time', 'start', 'end', 'published', 'founded', 'dissolved');
    const inputs = fc.record({ edtf: fc.option(edtfs), raw: fc.option(fc.string()), basis: fc.option(fc.string()) });
    fc.assert(
      fc.property(prefixes, inputs, (prefix, input) => {
        const stored = Object.entries(flatTime(prefix, timeOf(input))).filter(([, value]) => value !== null);
        expect(unflatTime(prefix, Object.fromEntries(stored))).toEqual(timeOf(input));
      }),
    );
  });

  test('sorted by first and last day, unknown last, no two alike', () => {
    const order = ['2022-02', '2022-02/..', '[2022-02..]', '2025-02-12', '[..2025-02-11]', '../2025-02-12'];
    const sorted = [...order, undefined].map((edtf, index) => sortTime(timeOf({ edtf }), `k${index}`));
    expect(sorted.toSorted()).toEqual(sorted);
    expect(sortTime(timeOf({ edtf: '2025-02-12' }), 'a')).not.toBe(sortTime(timeOf({ edtf: '2025-02-12' }), 'b'));
  });
});
