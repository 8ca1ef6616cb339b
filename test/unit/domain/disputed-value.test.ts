import { describe, expect, test } from '@jest/globals';
import { oneOfTimes } from '../../../src/domain/claims/disputed-value.ts';
import { parseTime, possibly, windowOf } from '../../../src/domain/time/time.ts';

describe('one of several times', () => {
  test.each([
    ['two days', ['2026-11-12', '2026-11-09'], '[2026-11-09,2026-11-12]'],
    ['a day in the month', ['2026-11', '2026-11-09'], '2026-11-09'],
    ['a day, and some day before it', ['2026-11-09', '[..2026-11-08]'], '[..2026-11-08,2026-11-09]'],
    ['a day, and some day after it', ['[2026-11-12..]', '2026-11-09'], '[2026-11-09,2026-11-12..]'],
    ['a day and a duration', ['2026-11-09', '2026-11-10/2026-11-12'], null],
    ['a day and a beginning', ['2026-11-09', '2026-11-01/..'], null],
  ])('%s', (_, edtf, expected) => {
    const shown = oneOfTimes(edtf.map((each) => parseTime({ edtf: each })));
    expect(shown.edtf).toBe(expected);
    const isFound = (day: string) => possibly(windowOf(shown), { from: day, to: day });
    expect(isFound('2026-11-09')).toBe(true);
    expect(isFound('2027-01-01')).toBe(edtf.some((each) => each.endsWith('..') || each.endsWith('..]')));
  });
  test('before one day or after another: of which nothing is known for certain', () => {
    const times = ['[2026-11-12..]', '[..2026-11-09]'].map((edtf) => parseTime({ edtf }));
    expect(oneOfTimes(times)).toMatchObject({
      edtf: '[..2026-11-09,2026-11-12..]',
      startEarliest: null,
      endLatest: null,
    });
  });
});
