import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { timeInWords } from '../../../src/domain/time/time-in-words.ts';
import {
  areCompatibleTimes,
  endsBefore,
  isSameTime,
  parseTime,
  refines,
  windowOf,
} from '../../../src/domain/time/time.ts';

const at = (edtf: string) => parseTime({ edtf });
const isBefore = (a: string, b: string) => endsBefore(windowOf(at(a)), windowOf(at(b)));

describe('a day with a time of day', () => {
  test.each([
    '2025-02-10T14:30',
    '2025-02-10T14:30:05',
    '2025-02-10T14:30Z',
    '2025-02-10T23:30-05:00',
    '2025-02-10T00:30+08',
  ])('%s is kept as written, and lies on the day that it names', (edtf) => {
    const day = {
      startEarliest: '2025-02-10',
      startLatest: '2025-02-10',
      endEarliest: '2025-02-10',
      endLatest: '2025-02-10',
    };
    expect(at(edtf)).toEqual({ edtf, precision: 'DAY', ...day, raw: null, basis: null });
    expect(windowOf(at(edtf))).toMatchObject({ from: '2025-02-10', until: '2025-02-10', exact: true });
  });

  test.each([
    ['2025-02-10T14:30Z', '2025-02-10T14:31Z', true],
    ['2025-02-10T14:30', '2025-02-10T15:00', true],
    ['2025-02-10T14:30Z', '2025-02-10T14:30:00Z', false],
    ['2025-02-10T09:00+08:00', '2025-02-10T02:00Z', true],
    ['2025-02-10T02:00Z', '2025-02-10T09:00+08:00', false],
    // Which zone it is of is not known.
    ['2025-02-10T02:00Z', '2025-02-10T09:00', false],
    ['2025-02-10', '2025-02-10T09:00', false],
    ['2025-02-10T23:59', '2025-02-11', true],
    ['2025-02', '2025-03-01T00:00Z', true],
    // The 10th in Washington is the 11th in Kyiv.
    ['2025-02-10T23:30-05:00', '2025-02-11T05:00+02:00', false],
    ['2025-02-11T05:00+02:00', '2025-02-10T23:30-05:00', false],
  ])('%s is before %s: %s', (a, b, expected) => {
    expect(isBefore(a, b)).toBe(expected);
  });

  test('says more than the day, and contradicts another time of day', () => {
    expect(refines(at('2025-02-10T14:30Z'), at('2025-02-10'))).toBe(true);
    expect(refines(at('2025-02-10'), at('2025-02-10T14:30Z'))).toBe(false);
    expect(isSameTime(at('2025-02-10T14:30Z'), at('2025-02-10T16:30+02:00'))).toBe(true);
    expect(areCompatibleTimes(at('2025-02-10T14:30Z'), at('2025-02-10T15:30Z'))).toBe(false);
    expect(areCompatibleTimes(at('2025-02-10T14:30Z'), at('2025-02-10T15:30'))).toBe(true);
  });

  test.each([
    ['2025-02-10T14:30Z', 'on 10 February 2025 at 14:30 UTC'],
    ['2025-02-10T14:30', 'on 10 February 2025 at 14:30'],
    ['2025-02-10T14:30-05:00', 'on 10 February 2025 at 14:30 (UTC-05:00)'],
  ])('%s is told as: %s', (edtf, words) => {
    expect(timeInWords(edtf)).toBe(words);
  });

  test('has no times before it that are after it, in whatever zones', () => {
    const times = fc
      .tuple(
        fc.constantFrom('2025-02-09', '2025-02-10', '2025-02-11'),
        fc.constantFrom('', 'T00:15', 'T12:00', 'T23:45'),
        fc.constantFrom('', 'Z', '-11:00', '+14:00'),
      )
      .map(([day, clock, zone]) => (clock === '' ? day : `${day}${clock}${zone}`));
    fc.assert(
      fc.property(fc.array(times, { minLength: 2, maxLength: 6 }), (path) => {
        const isCircle = path.every((time, index) => isBefore(time, path[(index + 1) % path.length]!));
        expect(isCircle).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });
});
