import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ClientError } from '../../../src/domain/errors.ts';
import { parseTime } from '../../../src/domain/time/time.ts';
import { edtfs } from './arbitrary.ts';

/** Bounds as one line: `start 2025-02-14..2025-02-14 end 2025-02-16..2025-02-16 DAY`; `-` is unknown. */
function said(edtf: string): string {
  const time = parseTime({ edtf });
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
    ['[2022-02..]', '2022-02-01..- UNKNOWN'],
    ['[2025-02-13..]', '2025-02-13..- UNKNOWN'],
    ['[..2025-02-11]', '-..2025-02-11 UNKNOWN'],
    ['[..2022]', '-..2022-12-31 UNKNOWN'],
    ['[2022,2024]', '2022-01-01..2024-12-31 INTERVAL'],
    ['[..2022,2024]', '-..2024-12-31 UNKNOWN'],
    ['[2022, 2024..]', '2022-01-01..- UNKNOWN'],
    // unspecified digits
    ['2022-04-XX', '2022-04-01..2022-04-30 MONTH'],
    ['2022-XX', '2022-01-01..2022-12-31 YEAR'],
    ['2022-XX-XX', '2022-01-01..2022-12-31 YEAR'],
    ['202X', '2020-01-01..2029-12-31 INTERVAL'],
    ['XXXX', '-..- UNKNOWN'],
    ['XXXX-XX', '-..- UNKNOWN'],
    ['[XXXX,2022]', '-..- UNKNOWN'],
    // a day without a year, and what has more than a hundred stretches, has no bounds
    ['XXXX-07-12', '-..- UNKNOWN'],
    ['20XX-07-12', '2000-07-12..2099-07-12 INTERVAL'],
    ['20XX-XX-12', '-..- UNKNOWN'],
    ['[20XX-07-12,1999]', '-..- UNKNOWN'],
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
    ['202X~', '2020-01-01..2029-12-31 INTERVAL'],
    ['2022-25?', '2022-03-01..2022-05-31 INTERVAL'],
    // seasons, of both hemispheres if they name none; quarters, halves
    ['19XX', '1900-01-01..1999-12-31 INTERVAL'],
    ['2022-21', '2022-03-01..2022-11-30 INTERVAL'],
    ['2022-22', '2021-12-01..2023-02-28 INTERVAL'],
    ['2022-25', '2022-03-01..2022-05-31 INTERVAL'],
    ['2022-29', '2022-09-01..2022-11-30 INTERVAL'],
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
    expect(parseTime({ edtf: ' 2025-02-12 ', raw: '12日', basis: 'Bare day.' })).toMatchObject({
      edtf: '2025-02-12',
      raw: '12日',
      basis: 'Bare day.',
    });
  });

  test('a source that gives no time leaves everything unknown', () => {
    const unknown = { startEarliest: null, startLatest: null, endEarliest: null, endLatest: null };
    expect(parseTime({})).toEqual({ edtf: null, precision: 'UNKNOWN', ...unknown, raw: null, basis: null });
    expect(parseTime({ edtf: null, basis: 'Not said.' })).toMatchObject({ ...unknown, basis: 'Not said.' });
  });
});

describe('invalid text is rejected with the reason and an example', () => {
  test.each([
    ['', 'It is empty'],
    ['   ', 'It is empty'],
    ['2025-02-30', 'February 2025 has 28 days'],
    ['2025-02-29', 'February 2025 has 28 days'],
    ['1900-02-29', 'February 1900 has 28 days'],
    ['2025-04-31?', 'April 2025 has 30 days'],
    ['2025-02-00', 'There is no day 00'],
    ['2025-13', 'There is no month 13'],
    ['2025-00-10', 'There is no month 00'],
    ['2025-2-12', 'Month and day have two digits'],
    ['2025-02-16/2025-02-14', 'It ends before it begins'],
    ['[2025-02-11..2025-02-05]', 'The earlier date of a range comes first'],
    ['12.02.2025', 'A date begins with the year'],
    ['1/2/3/4', 'One "/" separates begin and end'],
    ['../..', 'Both ends are open'],
    ['/', 'Both ends are open'],
    ['[..]', 'Both sides are open'],
    ['[2022,]', 'A date is missing'],
    ['[2024,..2022]', 'A date is missing'],
    ['25', 'Years have four digits'],
    ['202', 'a decade is `202X`'],
    ['n/a', 'Leave the time out'],
    ['[2025-01..2025-02..2025-03]', 'A range has one ".." between two dates'],
    ['{2022..2024}', 'means all of its dates'],
    ['2025-02-12T25:00:00Z', 'A time of day stands after one day alone'],
    ['2025-02-30T09:00Z', 'February 2025 has 28 days'],
    ['-0044', 'Years have four digits'],
    ['Y12022', 'Years have four digits'],
    ['20X1-02-30', '"20X1-02-30" is not a valid time. Expected'],
    ['yesterday', '"yesterday" is not a valid time. Expected'],
    ['2025-02-12/soon', '"soon" is not a date'],
    ['2025-02-12]', '"2025-02-12]" is not a valid time. Expected'],
  ])('%j: %s', (edtf, reason) => {
    expect(() => parseTime({ edtf })).toThrow(ClientError);
    expect(() => parseTime({ edtf })).toThrow(reason);
    expect(() => parseTime({ edtf })).toThrow('Expected a day `2025-02-12`');
  });

  test.each([
    // spreadsheets
    ['2/5/2009', '`2009-02-05` or `2009-05-02`'],
    ['13/5/2009', '`2009-05-13`'],
    ['14-Feb-25', '`2025-02-14`'],
    ['Feb-25', '`2025-02`'],
    ['2009-02-05 00:00:00', '`2009-02-05`'],
    ['45700', '`2025-02-12`'],
    ['2009/2/5', '`2009-02-05`'],
    ['2025.0', '`2025`'],
    // other standards
    ['20200101', '`2020-01-01`'],
    ['2020-01-01T10:00:00.5+02:00', '`2020-01-01`'],
    ['+2019-11-00T00:00:00Z', '`2019-11`'],
    ['+2019-00-00T00:00:00Z', '`2019`'],
    ['2019-11-00', '`2019-11`'],
    ['199u', '`199X`'],
    ['2022-02-14/open', '`2022-02-14/..`'],
    ['{2022,2024}', '`[2022,2024]`'],
    // ranges that leave out what both ends share
    ['2025-02-14/16', '`2025-02-14/2025-02-16`'],
    ['2025-02-14/03-02', '`2025-02-14/2025-03-02`'],
    ['2024/25', '`2024/2025`'],
    ['2025-02-14 – 2025-02-16', '`2025-02-14/2025-02-16`'],
    ['February 14-16, 2025', '`2025-02-14/2025-02-16`'],
    ['28 Feb - 2 March 2025', '`2025-02-28/2025-03-02`'],
    ['14.-16.02.2025', '`2025-02-14/2025-02-16`'],
    // prose
    ['Wednesday, February 12, 2025', '`2025-02-12`'],
    ['12 February 2025', '`2025-02-12`'],
    ['2025年2月12日', '`2025-02-12`'],
    ['c. 2020', '`2020~`'],
    ['1990s', '`199X`'],
    ['19th century', '`18XX`'],
    ['Q3 2025', '`2025-35`'],
    ['since 2022', '`2022/..`'],
    ['before 2022-03', '`[..2022-03]`'],
    ['between 2022 and 2024', '`[2022..2024]`'],
    ['25', '`2025`'],
    ['202', '`202X`'],
  ])('%s: did you mean %s?', (edtf, meant) => {
    expect(() => parseTime({ edtf })).toThrow(`Did you mean ${meant}?`);
  });

  test('a text too long for a time is not even read', () => {
    expect(() => parseTime({ edtf: '['.repeat(100_000) })).toThrow('longer than 200 characters');
  });

  test('whatever is typed is read or refused, and never breaks', () => {
    const typed = fc.oneof(fc.string(), fc.stringMatching(/^[0-9X?~%./[\],{}-]{0,20}$/));
    fc.assert(
      fc.property(typed, (edtf) => {
        try {
          expect(parseTime({ edtf }).edtf).toBe(edtf.trim());
        } catch (error) {
          expect(error).toBeInstanceOf(ClientError);
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
      const { startEarliest, startLatest, endEarliest, endLatest } = parseTime({ edtf });
      const inOrder = (...bounds: (string | null)[]) => {
        const known = bounds.filter((bound) => bound !== null);
        expect(known).toEqual(known.toSorted());
      };
      inOrder(startEarliest, startLatest, endLatest);
      inOrder(startEarliest, endEarliest, endLatest);
    }),
  );
});
