import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isCalendarDay } from '../../../../src/domain/time/calendar.ts';
import { type TimeRules } from '../../../../src/dataset/mapping/format.ts';
import { readTime, spanOf } from '../../../../src/dataset/mapping/read-time.ts';

describe('a time is taken as it is written', () => {
  test.each<[string, TimeRules, string | null]>([
    ['2025-02-14', {}, '2025-02-14'],
    ['2025-02-14/2025-02-16', {}, '2025-02-14/2025-02-16'],
    ['2025-02', {}, '2025-02'],
    ['2022-02/..', {}, '2022-02/..'],
    ['202X', {}, '202X'],
    ['2025-02-14T09:30:00Z', {}, '2025-02-14'],
    ['2025-02-14 00:00:00', {}, '2025-02-14'],
    ['20250214', {}, '2025-02-14'],
    ['February 14-16, 2025', {}, '2025-02-14/2025-02-16'],
    ['14-16 Feb 2025', {}, '2025-02-14/2025-02-16'],
    ['14–16 February 2025', {}, '2025-02-14/2025-02-16'],
    ['28 Feb - 2 March 2025', {}, '2025-02-28/2025-03-02'],
    ['30 Dec 2024 - 2 Jan 2025', {}, '2024-12-30/2025-01-02'],
    ['Friday, 14 February 2025', {}, '2025-02-14'],
    ['February 2025', {}, '2025-02'],
    ['14. Februar 2025', {}, '2025-02-14'],
    ['14 de febrero de 2025', {}, '2025-02-14'],
    ['14-16 février 2025', {}, '2025-02-14/2025-02-16'],
    ['14 лютого 2025', {}, '2025-02-14'],
    ['2025年2月14日', {}, '2025-02-14'],
    ['Sept 5, 2025', {}, '2025-09-05'],
    ['2/5/2009', { order: 'DMY' }, '2009-05-02'],
    ['2/5/2009', { order: 'MDY' }, '2009-02-05'],
    ['02.05.2009', { order: 'DMY' }, '2009-05-02'],
    ['2009-05-02', { order: 'DMY' }, '2009-05-02'],
    ['2009/5/2', { order: 'YMD' }, '2009-05-02'],
    ['2/5/2009 - 4/5/2009', { order: 'DMY' }, '2009-05-02/2009-05-04'],
    ['14.-16.2.2025', { order: 'DMY' }, '2025-02-14/2025-02-16'],
    ['31/12/2009', { order: 'DMY', yearOnly: ['12-31'] }, '2009'],
    ['2009-12-30', { yearOnly: ['12-31'] }, '2009-12-30'],
    ['1900-01-01', { unknown: ['1900'] }, null],
    ['1/1/1900', { order: 'DMY', unknown: ['1900-01-01'] }, null],
    ['1901-01-01', { unknown: ['1900'] }, '1901-01-01'],
  ])('%s %j', (text, rules, edtf) => expect(readTime(text, rules)).toBe(edtf));
});

describe('what may be two times is none', () => {
  test.each<[string, TimeRules, RegExp]>([
    ['02/05/2009', {}, /2009-05-02 \(`order: DMY`\) or 2009-02-05 \(`order: MDY`\)/],
    ['13/02/2009', {}, /2009-02-13 \(`order: DMY`\): say the order/],
    [
      '13/02/2009',
      { order: 'MDY' },
      /no day of the calendar with `order: MDY`; it would be 2009-02-13 with `order: DMY`/,
    ],
    ['02/05/2009', { order: 'YMD' }, /has the year last/],
    ['30 February 2009', {}, /would be 2009-02-30, which is not a valid time/],
    ['2009-02-30', {}, /is not a valid time. .*28/],
    ['30/02/2009', { order: 'DMY' }, /no day of the calendar/],
    ['02/05/09', { order: 'DMY' }, /no year of four digits/],
    ['NATO 32', {}, /no year of four digits/],
    ['45702', {}, /no year of four digits/],
    ['202502', {}, /no year of four digits/],
    ['2005/06', {}, /may be 2005-06 or 2005\/2006/],
    ['2021-22', {}, /may be the years 2021 to 2022, or a season/],
    ['14.-16.2.2025', {}, /order: DMY/],
    ['2025-02-16/2025-02-14', {}, /ends before it begins/],
    ['n/a', {}, /no time|leave/i],
  ])('%s %j', (text, rules, message) => expect(() => readTime(text, rules)).toThrow(message));
});

const days = fc
  .tuple(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, day]) => ({ year, month, day, iso: `${year}-${two(month)}-${two(day)}` }))
  .filter(({ iso }) => isCalendarDay(iso));
const two = (number: number) => String(number).padStart(2, '0');

test('a day in numbers is the day that the order says, padded or not, and never another one', () => {
  fc.assert(
    fc.property(days, fc.constantFrom('/', '.', '-'), fc.boolean(), ({ year, month, day, iso }, sign, isPadded) => {
      const [d, m] = isPadded ? [two(day), two(month)] : [day, month];
      expect(readTime([d, m, year].join(sign), { order: 'DMY' })).toBe(iso);
      expect(readTime([m, d, year].join(sign), { order: 'MDY' })).toBe(iso);
      expect(() => readTime([d, m, year].join(sign), {})).toThrow(iso);
    }),
  );
});

test('any text is a valid time, none, or a problem: never an error of the program', () => {
  const parts = fc.constantFrom(
    '14',
    '2',
    '2025',
    'Feb',
    'March',
    '-',
    '/',
    '.',
    ' ',
    ',',
    ' to ',
    '..',
    '[',
    ']',
    'X',
    '99',
  );
  fc.assert(
    fc.property(
      fc.array(parts, { maxLength: 9 }).map((some) => some.join('')),
      (text) => {
        try {
          expect(readTime(text, { order: 'DMY' })).not.toBe('');
        } catch (error) {
          expect((error as Error).constructor.name).toBe('NoTime');
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('a span is from one day to another, or one day', () => {
  expect(spanOf('2025-02-14', '2025-02-16')).toBe('2025-02-14/2025-02-16');
  expect(spanOf('2025-02-14', '2025-02-14')).toBe('2025-02-14');
  expect(spanOf('2025-02-14', null)).toBe('2025-02-14');
  expect(spanOf(null, '2025-02-16')).toBe('../2025-02-16');
  expect(spanOf(null, null)).toBeNull();
  expect(() => spanOf('2025-02-16', '2025-02-14')).toThrow('ends before it begins');
  expect(() => spanOf('2025-02-14/2025-02-15', '2025-02-16')).toThrow('no single date');
});
