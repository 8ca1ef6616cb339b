import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { timeCell } from '../../../../src/dataset/table/wikidata-time.ts';
import { dayAfter, isCalendarDay } from '../../../../src/domain/time/calendar.ts';
import { isEdtf, parseEdtf } from '../../../../src/domain/time/edtf.ts';

const GREGORIAN = 'http://www.wikidata.org/entity/Q1985727';
const JULIAN = 'http://www.wikidata.org/entity/Q1985786';

const cellOf = (time: string, precision: number, more: object = {}) =>
  timeCell({ time, precision, before: 0, after: 0, calendarmodel: GREGORIAN, ...more });

describe('a time of Wikidata', () => {
  test.each<[string, number, string]>([
    ['+2024-05-17T00:00:00Z', 11, '2024-05-17'],
    ['+2024-05-00T00:00:00Z', 10, '2024-05'],
    ['+2024-05-01T00:00:00Z', 10, '2024-05'], // the day is not significant
    ['+2024-00-00T00:00:00Z', 9, '2024'],
    ['+2024-01-01T00:00:00Z', 9, '2024'],
    ['+2010-00-00T00:00:00Z', 8, '201X'],
    ['+2017-00-00T00:00:00Z', 8, '201X'],
    ['+1950-00-00T00:00:00Z', 7, '[1901..2000]'],
    ['+2000-00-00T00:00:00Z', 7, '[1901..2000]'],
    ['+2001-00-00T00:00:00Z', 7, '[2001..2100]'],
    ['+2000-00-00T00:00:00Z', 6, '[1001..2000]'],
    ['+00000001994-01-01T00:00:00Z', 11, '1994-01-01'], // as older dumps have it
    ['+2024-05-17T00:00:00Z', 14, '2024-05-17'],
  ])('%s with precision %i is %s', (time, precision, edtf) => {
    expect(cellOf(time, precision)).toEqual({ text: edtf, date: edtf });
  });

  test.each<[string, number, string]>([
    ['+2024-00-00T00:00:00Z', 11, 'has the precision of a day, and is none of the calendar'],
    ['+2023-02-29T00:00:00Z', 11, 'has the precision of a day, and is none of the calendar'],
    ['+2024-13-00T00:00:00Z', 10, 'has the precision of a month, and is none of the calendar'],
    ['+2024-00-00T00:00:00Z', 5, 'is less precise than a thousand years'],
    ['-0044-03-15T00:00:00Z', 11, 'is not within the years 1 to 9999'],
    ['+12000-00-00T00:00:00Z', 9, 'is not within the years 1 to 9999'],
    ['2024', 9, 'is no time of Wikidata'],
  ])('%s with precision %i is a problem', (time, precision, problem) => {
    expect(cellOf(time, precision)).toEqual({ text: time, problem });
  });

  test('days of the Julian calendar become those of ours; months and years of it are some day within', () => {
    const julian = (time: string, precision: number) => cellOf(time, precision, { calendarmodel: JULIAN });
    expect(julian('+1917-10-25T00:00:00Z', 11)).toEqual({
      text: '1917-10-25, in the Julian calendar',
      date: '1917-11-07',
    });
    expect(julian('+1582-10-05T00:00:00Z', 11).date).toBe('1582-10-15');
    expect(julian('+1900-02-29T00:00:00Z', 11).date).toBe('1900-03-13'); // a leap day there only
    expect(julian('+1917-10-00T00:00:00Z', 10).date).toBe('[1917-10-14..1917-11-13]');
    expect(julian('+1500-00-00T00:00:00Z', 9).date).toBe('[1500-01-10..1501-01-10]');
    expect(julian('+1917-02-29T00:00:00Z', 11).problem).toContain('none of the calendar');
  });

  test('what may be earlier or later is some day within', () => {
    expect(cellOf('+2010-00-00T00:00:00Z', 9, { before: 2, after: 1 })).toEqual({
      text: '2010, or up to 2 earlier, or up to 1 later',
      date: '[2008-01-01..2011-12-31]',
    });
    expect(cellOf('+2010-01-00T00:00:00Z', 10, { before: 2 }).date).toBe('[2009-11-01..2010-01-31]');
    expect(cellOf('+2010-01-01T00:00:00Z', 11, { after: 3 }).date).toBe('[2010-01-01..2010-01-04]');
  });
});

const times = fc.record({
  year: fc.integer({ min: 1, max: 9999 }),
  month: fc.integer({ min: 0, max: 13 }),
  day: fc.integer({ min: 0, max: 32 }),
  precision: fc.integer({ min: 5, max: 12 }),
  before: fc.nat(3),
  after: fc.nat(3),
  calendarmodel: fc.constantFrom(GREGORIAN, JULIAN),
});
const two = (number: number) => String(number).padStart(2, '0');
const written = (year: number, month: number, day: number) =>
  `+${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T00:00:00Z`;

test('every time is a problem, or EDTF in which the day lies that it names', () => {
  fc.assert(
    fc.property(times, ({ year, month, day, ...more }) => {
      const cell = cellOf(written(year, month, day), more.precision, more);
      if (cell.problem !== undefined) return cell.date === undefined;
      if (!isEdtf(cell.date!)) return false;
      if (more.calendarmodel === JULIAN) return true;
      const { startEarliest, endLatest } = parseEdtf(cell.date!);
      const named = `${String(year).padStart(4, '0')}-${two(more.precision < 10 ? 7 : month)}-${two(more.precision < 11 ? 1 : day)}`;
      return isCalendarDay(named) && startEarliest! <= named && named <= endLatest!;
    }),
    { numRuns: 2_000 },
  );
});

test('the day after a day of the Julian calendar is the day after its day of ours', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 9990 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const days = Array.from({ length: 31 }, (_, index) =>
        cellOf(written(year, month, index + 1), 11, { calendarmodel: JULIAN }),
      ).flatMap(({ date }) => date ?? []);
      const next = month === 12 ? written(year + 1, 1, 1) : written(year, month + 1, 1);
      const all = [...days, cellOf(next, 11, { calendarmodel: JULIAN }).date!];
      return days.length >= 28 && days.every((date, index) => dayAfter(date) === all[index + 1]);
    }),
  );
});
