import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toFtmDate } from '../../../src/api/exports/ftm.ts';

test.each([
  ['2025-02-14', '2025-02-14', '2025-02-14'],
  ['2022-04-01', '2022-04-30', '2022-04'],
  ['2022-01-01', '2022-12-31', '2022'],
  ['2025-02-05', '2025-02-11', '2025-02'],
  ['2022-12-31', '2023-01-01', null],
  ['2022-02-01', null, null],
  [null, null, null],
])('what begins between %s and %s began in %s', (first, last, date) => {
  expect(toFtmDate(first, last)).toBe(date);
});

const day = fc
  .date({ min: new Date('1800-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('both bounds lie within the date that is said', () => {
  fc.assert(
    fc.property(day, day, (one, other) => {
      const date = toFtmDate(one, other);
      if (date === null) expect(one.slice(0, 4)).not.toBe(other.slice(0, 4));
      else expect([one.startsWith(date), other.startsWith(date)]).toEqual([true, true]);
    }),
  );
});
