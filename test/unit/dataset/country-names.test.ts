import { describe, expect, test } from '@jest/globals';
import { type Row, csvOf, readTable, rowsOf } from '../../../seed/generate/csv.ts';
import { bestName, normalizeText, type Name } from '../../../src/domain/names/names.ts';
import { NameKind } from '../../../src/domain/vocabulary.generated.ts';

/** What the seed calls countries, bodies and places: names by which people look for them, and none that leads to another. */

const shown = readTable('countries').map(({ alpha2, name_en }) => ({ country: alpha2!, value: name_en!, lang: 'en', kind: 'COMMON' })); // prettier-ignore
const countryNames: Row[] = [...shown, ...readTable('country-names')];
const codes = readTable('country-codes');
const compact = (text: string) => normalizeText(text).replaceAll(' ', '');
const called = Map.groupBy(countryNames, ({ value }) => compact(value!));
const countriesCalled = (name: string) => [
  ...new Set((called.get(compact(name)) ?? []).map(({ country }) => country!)),
];

/** Names that two states share, as none of them is only the one's. */
const SHARED = [
  ...['Congo', 'Kongo', 'Конго', 'الكونغو', '刚果', 'Congolese', 'Congolais', 'Congoleño', 'Kongolesisch'],
  ...['Dominican', 'Dominicain', 'Dominicano'],
].map(compact);

describe('names of countries', () => {
  test.each(['en', 'fr', 'es', 'ru', 'ar', 'zh-Hans', 'zh-Hant', 'de', 'uk'])('each has a usual one in %s', (lang) => {
    const named = new Set(countryNames.filter((name) => name.lang === lang && name.kind === 'COMMON').map(({ country }) => country)); // prettier-ignore
    expect(shown.filter(({ country }) => !named.has(country))).toEqual([]);
  });

  test('no two countries share a name, but for those that really are shared', () => {
    const shared = [...called].filter(([, names]) => new Set(names.map(({ country }) => country)).size > 1);
    expect(shared.map(([name]) => name).sort()).toEqual(SHARED.sort());
  });

  test('no name is the ISO code of another country', () => {
    const owners = readTable('countries').flatMap(({ alpha2, alpha3 }) => [[alpha2!, alpha2!], [alpha3!, alpha2!]] as const); // prettier-ignore
    const misleading = owners.filter(([code, owner]) => countriesCalled(code).some((country) => country !== owner));
    expect(misleading).toEqual([]);
  });

  test('each name stands once in a language', () => {
    const rows = countryNames.map(
      ({ country, value, lang }) => `${country} ${lang} ${value!.normalize('NFKC').toLowerCase()}`,
    );
    expect(rows.filter((row, index) => rows.indexOf(row) !== index)).toEqual([]);
  });

  test('have no stray spaces, open brackets or stress marks', () => {
    const isOdd = (value: string) => /\s{2}|^\s|\s$|\u0301/.test(value) || /[(（]/.test(value) !== /[)）]/.test(value);
    expect(countryNames.filter(({ value }) => isOdd(value!))).toEqual([]);
  });

  test.each([
    ['USA', 'US'],
    ['America', 'US'],
    ['UK', 'GB'],
    ['GB', 'GB'],
    ['Britain', 'GB'],
    ['Großbritannien', 'GB'],
    ['Великобритания', 'GB'],
    ['Turkey', 'TR'],
    ['Holland', 'NL'],
    ['Ivory Coast', 'CI'],
    ['UAE', 'AE'],
    ['ОАЭ', 'AE'],
    ['DPRK', 'KP'],
    ['КНДР', 'KP'],
    ['Republic of Korea', 'KR'],
    ['Korea', 'KR'],
    ['南韩', 'KR'],
    ['Czech Republic', 'CZ'],
    ['Holy See', 'VA'],
    ['Россия', 'RU'],
    ['РФ', 'RU'],
    ['中国', 'CN'],
    ['中華民國', 'TW'],
    ['ФРН', 'DE'],
    ['Deutschland', 'DE'],
    ['Україна', 'UA'],
    ['乌克兰', 'UA'],
    ['乌克兰人', 'UA'],
    ['Ukrainian', 'UA'],
    ['EE. UU.', 'US'],
    ['Косово', 'XK'],
    ['科索沃', 'XK'],
    ['Burma', 'MM'],
    ['Zaire', 'CD'],
    ['Swaziland', 'SZ'],
    ['Macedonia', 'MK'],
    ['Polska', 'PL'],
    ['Ελλάδα', 'GR'],
    ['საქართველო', 'GE'],
    ['Niger', 'NE'],
    ['Nigeria', 'NG'],
    ['Georgia', 'GE'],
  ])('%s is %s', (name, country) => expect(countriesCalled(name)).toEqual([country]));

  test.each([
    ...['SU', 'CS', 'AN', 'DD', 'USSR', 'Soviet Union', 'Czechoslovakia', 'Serbia and Montenegro', 'Yugoslavia'],
    ...['NATO', 'EU', 'UN', 'RU', 'Northern Ireland', 'Netherlands Antilles'],
  ])('%s is no name of a country of today', (name) => expect(countriesCalled(name)).toEqual([]));

  test('the usual name is shown, not the official one, an alias or a demonym', () => {
    const names = (country: string) =>
      countryNames.filter((name) => name.country === country).map((name) => name as unknown as Name);
    expect(bestName(names('GB'), ['de'])).toBe('Vereinigtes Königreich');
    expect(bestName(names('CN'), ['zh-Hans'])).toBe('中国');
    expect(bestName(names('MM'), ['ru'])).toBe('Мьянма');
    expect(bestName(names('UA'))).toBe('Ukraine');
  });
});

describe('codes of countries', () => {
  const codesOf = (wanted: string) => codes.filter(({ country }) => country === wanted).map(({ scheme, value }) => `${scheme} ${value}`); // prettier-ignore

  test('Kosovo has those of its sources, none of which is of ISO', () => {
    expect(codesOf('XK')).toEqual([
      ...['USER_ASSIGNED_NUMERIC 983', 'USER_ASSIGNED_ALPHA3 XKK', 'IOC KOS', 'COW 347', 'COW_ABBREVIATION KOS'],
      ...['GLEDITSCH_WARD 347', 'GLEDITSCH_WARD_ABBREVIATION KOS'],
    ]);
  });

  test('those of former names are of the state that changed its name, never of one of several', () => {
    const former = codes
      .filter(({ scheme }) => scheme === 'ISO3166_3')
      .map(({ country, value }) => `${value} ${country}`);
    expect(former.sort()).toEqual([
      'AIDJ DJ',
      'BUMM MM',
      'BYAA BY',
      'DYBJ BJ',
      'HVBF BF',
      'NHVU VU',
      'RHZW ZW',
      'TPTL TL',
      'ZRCD CD',
    ]);
  });

  test('no scheme has one code twice', () => {
    const rows = codes.map(({ scheme, value }) => `${scheme} ${value}`);
    expect(rows.filter((row, index) => rows.indexOf(row) !== index)).toEqual([]);
  });

  test('numbers of ISO have their leading zeros, those of the others none', () => {
    const form = { ISO3166_1_NUMERIC: /^\d{3}$/, COW: /^[1-9]\d*$/, GLEDITSCH_WARD: /^[1-9]\d*$/ };
    const odd = codes.filter(({ scheme, value }) => !(form[scheme as keyof typeof form] ?? /^[A-Z\d]+$/).test(value!));
    expect(odd).toEqual([]);
    expect(codesOf('AF')).toContain('ISO3166_1_NUMERIC 004');
    expect(codesOf('DE')).toEqual(expect.arrayContaining(['COW 255', 'GLEDITSCH_WARD 260']));
  });
});

test('every kind and language of a name is known, and every source', () => {
  const names = [...readTable('country-names'), ...readTable('country-names-added'), ...readTable('further-names')];
  const sources = new Set(readTable('sources').map(({ key }) => key));
  expect(names.filter(({ kind }) => !(kind! in NameKind))).toEqual([]);
  expect(names.filter(({ lang }) => Intl.getCanonicalLocales(lang)[0] !== lang)).toEqual([]);
  expect([...readTable('country-names'), ...codes].filter(({ source }) => !sources.has(source))).toEqual([]);
});

test('every added name of a country is in the table that is made with it; after a change: make it again', () => {
  const missing = readTable('country-names-added').filter(
    ({ country, value }) => !countriesCalled(value!).includes(country!),
  );
  expect(missing).toEqual([]);
});

test('bodies and places do not share a name among themselves', () => {
  const names = readTable('further-names');
  const shared = [...Map.groupBy(names, ({ value }) => compact(value!))].filter(
    ([, rows]) => new Set(rows.map(({ key }) => key)).size > 1,
  );
  expect(shared).toEqual([]);
});

test('a table that is written reads the same', () => {
  const rows = [{ a: 'plain', b: 'with, comma' }, { a: 'with "quotes"', b: 'two\nlines' }, { a: '', b: '中国' }]; // prettier-ignore
  expect(rowsOf(csvOf(['a', 'b'], rows), 'a table')).toEqual(rows);
});
