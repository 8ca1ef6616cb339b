import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MATCH_THRESHOLD, nameSimilarity } from '../../../src/domain/names/name-similarity.ts';

const called = (...values: string[]) =>
  values.map((value) => ({ value, lang: /\p{sc=Han}/u.test(value) ? 'zh' : 'en' }));
const score = (a: string[], b: string[], isPerson = true) => nameSimilarity(called(...a), called(...b), isPerson).score;

const zelenskyy = ['Volodymyr Zelenskyy', 'VolodymyrZelenskyy', '澤倫斯基', 'Володимир Зеленський'];

describe('names that may be of one person', () => {
  test.each([
    [['Zelensky'], zelenskyy],
    [['Volodymyr Zelensky'], zelenskyy],
    [['Зеленський'], zelenskyy],
    [['澤倫斯基'], zelenskyy],
    [['volodymyr  ZELENSKYY'], zelenskyy],
    [['John Heley'], ['John Healey']],
    [['Healey, John'], ['John Healey']],
    [['Healey'], ['John Healey']],
    [['Lloyd J. Austin'], ['Lloyd Austin']],
  ])('%j and %j', (a, b) => {
    expect(score(a, b)).toBeGreaterThanOrEqual(MATCH_THRESHOLD);
  });
});

describe('names that are of two', () => {
  test.each([
    [['John Kerry'], ['John Kelly']],
    [['John Healey'], ['Denis Healey']],
    [['John'], ['John Healey']],
    [
      ['Ann Smith', '史密斯'],
      ['Julianne Smith', '史密斯'],
    ],
    [['希利'], ['西比哈']],
    // read alike
    [['王一'], ['Wang Yi', '王毅']],
  ])('%j and %j', (a, b) => {
    expect(score(a, b)).toBeLessThan(MATCH_THRESHOLD);
  });

  test('of things: numbers, countries and parts of longer names tell them apart', () => {
    const apart: [string, string][] = [
      ['26th meeting of the Ukraine Defense Contact Group', '27th meeting of the Ukraine Defense Contact Group'],
      ['First meeting of the contact group', '2nd meeting of the contact group'],
      ['Minister of Defence of Iceland', 'Minister of Foreign Affairs of Iceland'],
      ['NATO', 'NATO Headquarters'],
      ['Ireland', 'Iceland'],
      ['Slovakia', 'Slovenia'],
      ['Iran', 'Iraq'],
      ['Kyiv', 'Kiel'],
    ];
    for (const [a, b] of apart) expect([a, b, score([a], [b], false) < MATCH_THRESHOLD]).toEqual([a, b, true]);
    expect(score(['26th meeting'], ['26 meeting'], false)).toBe(1);
    expect(score(['Ministry of Defence'], ['Ministry of Defense'], false)).toBeGreaterThanOrEqual(MATCH_THRESHOLD);
  });
});

const word = fc.constantFrom(
  'john',
  'jon',
  'healey',
  'heley',
  'healy',
  'kerry',
  'of',
  '26th',
  '27',
  '希利',
  '澤倫斯基',
  'group',
);
const name = fc.record({
  value: fc.oneof(
    fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
    fc.string(),
  ),
  lang: fc.constantFrom('en', 'zh', 'uk'),
});
const names = fc.array(name, { minLength: 1, maxLength: 3 });

test('likeness is the same from either side, between 0 and 1', () => {
  fc.assert(
    fc.property(names, names, fc.boolean(), (a, b, isPerson) => {
      const { score } = nameSimilarity(a, b, isPerson);
      expect(score).toBeCloseTo(nameSimilarity(b, a, isPerson).score, 9);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
    }),
  );
});

test('a name is like itself', () => {
  fc.assert(
    fc.property(names, fc.boolean(), (a, isPerson) => {
      fc.pre(a.some(({ value }) => /[\p{L}\p{N}]/u.test(value)));
      expect(nameSimilarity(a, a, isPerson).score).toBe(1);
    }),
  );
});
