import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseEdtf } from '../../../src/domain/time/edtf.ts';
import { type MonthPart, monthParts } from '../../../src/domain/time/parts-of-month.ts';
import {
  type BuiltTime,
  type TimeForm,
  dayOf,
  edtfOf,
  timeForms,
  unknownTime,
} from '../../../web/explore/record/built-time.ts';

const built = (part: Partial<BuiltTime>) => edtfOf({ ...unknownTime, ...part });

test.each<[string, Partial<BuiltTime>, string | null]>([
  ['the source does not say', {}, null],
  ['a day', { form: 'day', first: '2025-02-12' }, '2025-02-12'],
  ['about a day', { form: 'day', first: '2025-02-12', about: true }, '2025-02-12~'],
  ['a month', { form: 'month', year: '2025', month: '02' }, '2025-02'],
  ['about a month', { form: 'month', year: '2025', month: '02', about: true }, '2025-02~'],
  ['early in a month', { form: 'month', year: '2025', month: '02', part: 'early' }, '[2025-02-01..2025-02-10]'],
  ['in the middle of a month', { form: 'month', year: '2025', month: '02', part: 'mid' }, '[2025-02-11..2025-02-20]'],
  ['late in a short month', { form: 'month', year: '2025', month: '02', part: 'late' }, '[2025-02-21..2025-02-28]'],
  ['late in a leap month', { form: 'month', year: '2024', month: '02', part: 'late' }, '[2024-02-21..2024-02-29]'],
  ['a year', { form: 'year', year: '2025' }, '2025'],
  ['some day between', { form: 'between', first: '2025-02-05', last: '2025-02-11' }, '[2025-02-05..2025-02-11]'],
  ['some day at the latest', { form: 'until', last: '2025-02-11' }, '[..2025-02-11]'],
  ['from one day to another', { form: 'span', first: '2025-02-14', last: '2025-02-16' }, '2025-02-14/2025-02-16'],
  ['from a day to the same', { form: 'span', first: '2025-02-14', last: '2025-02-14' }, '2025-02-14'],
  ['otherwise', { form: 'edtf', edtf: ' 2022-02/.. ' }, '2022-02/..'],
])('%s', (_, part, edtf) => {
  expect(built(part)).toEqual({ edtf });
});

test.each<[string, Partial<BuiltTime>, string]>([
  ['no day yet', { form: 'day' }, 'choose the day'],
  ['no year yet', { form: 'month', month: '02' }, 'choose the month and the year'],
  ['half a year', { form: 'year', year: '25' }, 'give the year, with four digits'],
  ['one of two days', { form: 'between', first: '2025-02-05' }, 'choose both days'],
  ['the later day first', { form: 'span', first: '2025-02-16', last: '2025-02-14' }, 'put the earlier day first'],
])('%s is not yet a time', (_, part, missing) => {
  expect(built(part)).toEqual({ missing });
});

const day = fc
  .date({ min: new Date('0100-01-01'), max: new Date('9900-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const orEmpty = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof(arbitrary, fc.constant('' as const));
const anyTime: fc.Arbitrary<BuiltTime> = fc.record({
  form: fc.constantFrom(...(Object.keys(timeForms) as TimeForm[]).filter((form) => form !== 'edtf')),
  first: orEmpty(day),
  last: orEmpty(day),
  year: orEmpty(day.map((each) => each.slice(0, 4))),
  month: orEmpty(day.map((each) => each.slice(5, 7))),
  part: orEmpty(fc.constantFrom(...(Object.keys(monthParts) as MonthPart[]))),
  about: fc.boolean(),
  edtf: fc.constant(''),
});

describe('whatever is chosen', () => {
  test('is valid EDTF, or says what is missing', () => {
    fc.assert(
      fc.property(anyTime, (time) => {
        const result = edtfOf(time);
        if ('missing' in result) expect(result.missing).not.toBe('');
        else if (result.edtf !== null) expect(() => parseEdtf(result.edtf!)).not.toThrow();
        else expect(time.form).toBe('unknown');
      }),
    );
  });

  test('of a part of a month lies in that month, and the three parts are all of it', () => {
    fc.assert(
      fc.property(day, (each) => {
        const [year, month] = [each.slice(0, 4), each.slice(5, 7)];
        const bounds = (part: MonthPart | '') => {
          const result = built({ form: 'month', year, month, part });
          return parseEdtf('edtf' in result ? result.edtf! : '');
        };
        const [early, mid, late, all] = (['early', 'mid', 'late', ''] as const).map(bounds);
        expect(early!.startEarliest).toBe(all!.startEarliest);
        expect(late!.endLatest).toBe(all!.endLatest);
        expect(early!.endLatest! < mid!.startEarliest! && mid!.endLatest! < late!.startEarliest!).toBe(true);
      }),
    );
  });
});

test('only a day tells which posts were held then', () => {
  expect(dayOf({ ...unknownTime, form: 'day', first: '2025-02-12' })).toBe('2025-02-12');
  expect(dayOf({ ...unknownTime, form: 'span', first: '2025-02-12', last: '2025-02-14' })).toBeNull();
});
