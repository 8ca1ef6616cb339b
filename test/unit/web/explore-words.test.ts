import { describe, expect, test } from '@jest/globals';
import { parseTime } from '../../../src/domain/time/time.ts';
import { enumInWords } from '../../../web/explore/enum-words.ts';
import { languageOf } from '../../../web/explore/languages.ts';
import { choiceInWords, conditionInWords } from '../../../web/explore/parts/condition-words.ts';
import { valueInWords, slotInWords } from '../../../web/explore/parts/slots.ts';
import { axisYears, termSpan, type TermTimes } from '../../../web/explore/parts/term-span.ts';
import { whenInWords } from '../../../web/explore/parts/time.ts';
import { counted, inWords } from '../../../web/explore/words.ts';

const time = (edtf?: string) => ({ ...parseTime(edtf === undefined ? {} : { edtf }), raw: null });

test.each([
  ['2025-02-12', '12 February 2025'],
  ['2025-02', 'February 2025'],
  ['2025', '2025'],
  ['2025-02-14/2025-02-16', '14 to 16 February 2025'],
  ['[2025-02-05..2025-02-11]', 'a day from 5 to 11 February 2025'],
  ['2022-02/..', 'from February 2022 on'],
  ['2025-02~', 'about February 2025'],
])('%s reads: %s', (edtf, words) => {
  expect(whenInWords(time(edtf))).toBe(words);
});

test('a time of which only bounds are known is told by them', () => {
  const bounds = (startEarliest: string | null, endLatest: string | null) =>
    whenInWords({ edtf: null, startEarliest, endLatest });
  expect(bounds('2025-02-01', '2025-02-11')).toBe('between 1 February 2025 and 11 February 2025');
  expect(bounds('2025-02-01', null)).toBe('1 February 2025 or later');
  expect(bounds(null, '2025-02-01')).toBe('1 February 2025 or earlier');
  expect(bounds(null, null)).toBe('date unknown');
});

test('values of slots and enums are told in words', () => {
  expect(slotInWords('part:udcg26-healey-chair|onBehalfOf')).toBe('on behalf of');
  expect(slotInWords('country:GB|CHAIRS')).toBe('chairs');
  expect(['PLANNED', '2025-02-12', 'AFFIRMATIVE'].map(valueInWords)).toEqual([
    'planned',
    '12 February 2025',
    'said to be so',
  ]);
  expect(['SUMMIT', 'NATO', 'GB'].map(enumInWords)).toEqual(['summit', 'NATO', 'GB']);
  expect(['SUMMIT', 'NATO', 'GB'].map(valueInWords)).toEqual(['summit', 'NATO', 'GB']);
  expect(inWords('HEAD_OF_STATE_AND_GOVERNMENT')).toBe('head of state and government');
  expect([counted(1, 'meeting'), counted(2_346, 'country', 'countries')]).toEqual(['1 meeting', '2,346 countries']);
});

test('names in other scripts are marked with the variety of the language that the reader chose', () => {
  expect(languageOf('希利', ['zh-Hant', 'en'])).toBe('zh-Hant');
  expect(languageOf('希利', ['en'])).toBe('zh');
  expect(languageOf('Рамштайн', ['uk', 'en'])).toBe('uk');
  expect(languageOf('John Healey', ['zh-Hant', 'en'])).toBeUndefined();
});

describe('terms on an axis of time', () => {
  const term = (start?: string, end?: string, seen: string[] = [], status = 'ENDED'): TermTimes => ({
    start: { ...time(start), raw: null },
    end: { ...time(end), raw: null },
    observedAt: seen.map((edtf) => time(edtf)),
    status,
  });
  const axis = { first: 2020, end: 2030 };
  const at = (year: number) => expect.closeTo((year - 2020) / 10, 2) as unknown;

  test('known ends are where they are', () => {
    expect(termSpan(term('2022-01-01', '2024-01-01'), axis, '2026-01-01')).toEqual({
      ...{ from: at(2022), until: at(2024), seen: [] },
      ...{ isStartKnown: true, isEndKnown: true },
    });
  });
  test('a current term goes on until today, one that only was seen from the first to the last time', () => {
    expect(termSpan(term('2022', undefined, [], 'CURRENT'), axis, '2026-01-01')).toMatchObject({
      until: at(2026),
      isEndKnown: false,
    });
    expect(termSpan(term(undefined, undefined, ['2025-01-01', '2023-01-01'], 'UNKNOWN'), axis, '2026-01-01')).toEqual({
      ...{ from: at(2023), until: at(2025), seen: [at(2023), at(2025)] },
      ...{ isStartKnown: false, isEndKnown: false },
    });
  });
  test('of what nothing is known nothing is drawn', () => {
    expect(termSpan(term(), axis, '2026-01-01')).toBeNull();
    expect(axisYears([term()], '2026-01-01')).toBeNull();
  });
  test('the axis has the years of all terms', () => {
    expect(axisYears([term('2022-05', '2024'), term('2019')], '2026-01-01')).toEqual({ first: 2019, end: 2025 });
  });
});

test.each([
  ['kinds', 'SUMMIT', 'Kind: summit'],
  ['participation.actors', 'country:GB', 'Somebody there: country:GB'],
  ['participation.levels', 'HEAD_OF_STATE', 'Somebody there, rank: head of state'],
  ['participation.onBehalfOf', 'country:JP', 'Somebody there, on behalf of: country:JP'],
  ['time.from', '2024-01', 'From: 2024-01'],
  ['not.body', 'org:udcg', 'Not, body: org:udcg'],
  ['overdue', 'true', 'Overdue: yes'],
  ['heardOfNever', 'x', 'Heard of never: x'],
])('the condition %s=%s reads: %s', (name, value, words) => {
  expect(`${conditionInWords(name)}: ${choiceInWords(value)}`).toBe(words);
});
