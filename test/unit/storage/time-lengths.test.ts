import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type DayRange, parseTime, possibly, windowOf } from '../../../src/domain/time/time.ts';
import { placeInTime, rangesBefore } from '../../../src/storage/time-lengths.ts';
import { afterStart } from '../../../src/storage/order-keys.ts';
import { days, edtfs } from '../domain/arbitrary.ts';

const lengthOf = (edtf: string | undefined) => placeInTime(parseTime({ edtf }), 'k').timeLength;

describe('the class of a time by its length', () => {
  test.each([
    ['2025-02-12', null],
    [undefined, null],
    ['2025-02-12/2025-02-13', 'DAYS'],
    ['2025-02-12/2025-02-14', 'DAYS'],
    ['2025-02-12/2025-02-15', 'WEEK'],
    ['2025-02-10/2025-02-16', 'WEEK'],
    ['2025-02-10/2025-02-17', 'MONTH'],
    ['2025-01', 'MONTH'],
    ['2025-01-01/2025-02-01', 'QUARTER'],
    ['2025-07/2025-09', 'QUARTER'],
    ['2025-07-01/2025-10-01', 'YEAR'],
    ['2024', 'YEAR'],
    ['[2024-01-01,2025-01-01]', 'DECADE'],
    ['202X', 'DECADE'],
    ['2011/2022', 'LONGER'],
    ['2022-02/..', 'LONGER'],
    ['[..2025-02-11]', 'LONGER'],
  ])('%s is %s', (edtf, length) => {
    expect(lengthOf(edtf)).toBe(length);
  });
});

/** In how many ranges of a window the sort key of a time lies: of those that begin in it, and of the others. */
function rangesWith(edtf: string | undefined, window: DayRange): [begun: number, before: number] {
  const { sortTime, timeLength } = placeInTime(parseTime({ edtf }), 'k');
  const lies = (first: string, end: string) => first <= sortTime && sortTime < end;
  const begun = lies(window.from ?? '', window.to ? afterStart(window.to) : '~');
  const before = rangesBefore(window).filter(([length, first, end]) => timeLength === length && lies(first, end));
  return [Number(begun), before.length];
}

const windows = fc
  .tuple(fc.option(days, { nil: null }), fc.option(days, { nil: null }))
  .map(([a, b]): DayRange => (a !== null && b !== null && a > b ? { from: b, to: a } : { from: a, to: b }))
  .filter(({ from, to }) => from !== null || to !== null);

test('what may lie in a window is in one of its ranges, and whatever begins in a window may lie in it', () => {
  fc.assert(
    fc.property(fc.option(edtfs, { nil: undefined }), windows, (edtf, window) => {
      const lies = possibly(windowOf(parseTime({ edtf })), window);
      const [begun, before] = rangesWith(edtf, window);
      if (lies) expect(begun + before).toBe(1);
      else expect(begun).toBe(0);
    }),
    { numRuns: 5_000 },
  );
});

test.each([
  ['2025-03-15', '2025-03-15', 0],
  ['2025-03', '2025-03-15', 1],
  ['2025-02', '2025-03-15', 0],
  ['2025', '2026-03-15', 0],
  ['2025-03-12/2025-03-14', '2025-03-15', 0],
  ['2025-03-13/2025-03-15', '2025-03-15', 1],
])('%s is in the ranges before %s: %s times', (edtf, from, ranges) => {
  expect(rangesWith(edtf, { from, to: '2026-12-31' })[1]).toBe(ranges);
});

test('days before the first year sort before every time', () => {
  expect(rangesWith('0000-01', { from: '0000-01-02' })).toEqual([0, 1]);
});
