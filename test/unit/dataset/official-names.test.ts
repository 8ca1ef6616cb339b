import { describe, expect, test } from '@jest/globals';
import { readTable } from '../../../seed/generate/csv.ts';
import { made } from '../../../seed/generate/outputs.ts';
import { englishNames } from '../../../seed/generate/people.ts';

/** What the officials of the seed are called in other languages and scripts. */
const rows = readTable('official-names');
const named = (official: string, lang: string) =>
  new Set(rows.filter((row) => row.official === official && row.lang === lang).map(({ value }) => value));

test.each([
  ['official:volodymyr-zelenskyy', '泽连斯基', '澤倫斯基'],
  ['official:donald-trump', '特朗普', '川普'],
  ['official:vladimir-putin', '普京', '普丁'],
  ['official:jens-stoltenberg', '斯托尔滕贝格', '史托騰伯格'],
  ['official:jd-vance', '万斯', '范斯'],
  ['official:xi-jinping', '习近平', '習近平'],
])('%s is called %s on the mainland and %s in Taiwan', (official, mainland, taiwan) => {
  expect(named(official, 'zh-Hans-CN')).toContain(mainland);
  expect(named(official, 'zh-Hant-TW')).toContain(taiwan);
});

test.each([
  ['official:shinjiro-koizumi', 'ja', '小泉進次郎'],
  ['official:lee-jae-myung', 'ko', '이재명'],
  ['official:wellington-koo', 'zh-Hant-TW', '顧立雄'],
  ['official:sergey-lavrov', 'ru', 'Сергей Лавров'],
  ['official:oleksandr-syrskyi', 'uk', 'Олександр Сирський'],
  ['official:faisal-bin-farhan', 'ar', 'فيصل بن فرحان'],
])('%s has a name of their own in %s: %s', (official, lang, value) => expect(named(official, lang)).toContain(value));

describe('the table of names', () => {
  test('is of officials that there are', () => {
    expect(rows.map(({ official }) => official!).filter((official) => !englishNames.has(official))).toEqual([]);
  });

  test('has one name of an official in each Chinese script to be shown; the others are aliases', () => {
    const shown = rows.filter(({ lang, kind }) => lang!.startsWith('zh-') && kind !== 'ALIAS');
    const values = Map.groupBy(shown, ({ official, lang }) => `${official} ${lang}`);
    const several = [...values].filter(([, each]) => new Set(each.map(({ value }) => value)).size > 1);
    expect(several.map(([name]) => name)).toEqual([]);
  });

  test('has a name of a source once, and no two officials of one name', () => {
    const told = rows.map(({ official, value, lang, source }) => `${official} ${value} ${lang} ${source}`);
    expect(told.filter((one, index) => told.indexOf(one) !== index)).toEqual([]);
    const officials = Map.groupBy(rows, ({ value }) => value!);
    const shared = [...officials].filter(([, each]) => new Set(each.map(({ official }) => official)).size > 1);
    expect(shared.map(([value]) => value)).toEqual([]);
  });

  test.each([
    ['zh-Hans-CN', /^[\p{Script=Han}·-]+$/u],
    ['zh-Hans-SG', /^\p{Script=Han}+$/u],
    ['zh-Hant-TW', /^\p{Script=Han}+$/u],
    ['ja', /^\p{Script=Han}+$/u],
    ['ko', /^\p{Script=Hangul}+$/u],
    ['ru', /^[А-Яа-яё ]+$/u],
    ['uk', /^[А-Яа-яЄєІіЇїҐґ ]+$/u],
    ['ar', /^[\p{Script=Arabic} ]+$/u],
  ])('has the names in %s in its script', (lang, script) => {
    const values = rows.filter((row) => row.lang === lang).map(({ value }) => value!);
    expect(values.length).toBeGreaterThan(0);
    expect(values.filter((value) => !script.test(value))).toEqual([]);
  });

  test('knows no other language', () => {
    const langs = new Set(rows.map(({ lang }) => lang));
    expect([...langs].sort()).toEqual(['ar', 'ja', 'ko', 'ru', 'uk', 'zh-Hans-CN', 'zh-Hans-SG', 'zh-Hant-TW']);
  });

  test('has no traditional characters in names of the mainland', () => {
    const traditional = /[澤倫爾納蘭維蓋馬羅魯盧賴萊達韋費賀習國劉鄭趙陳張楊鍾鐘義貝騰範園鎬]/u;
    const values = rows.filter(({ lang }) => lang!.startsWith('zh-Hans')).map(({ value }) => value!);
    expect(values.filter((value) => traditional.test(value))).toEqual([]);
  });
});

test('every name of the table is in a data set', () => {
  const text = Object.values(made)
    .map((make) => make())
    .join('\n');
  expect(rows.map(({ value }) => value!).filter((value) => !text.includes(value))).toEqual([]);
});
