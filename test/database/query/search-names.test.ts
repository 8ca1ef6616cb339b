import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { mutationClient } from '../../support/mutation-client.ts';
import { freshDatabase, recordBlocks } from '../../support/recording.ts';

jest.setTimeout(120_000);

/** Names by key; a name in brackets is in the language before it. */
const OFFICIALS: Record<string, [lang: string, value: string][]> = {
  'official:zelenskyy': [['en', 'Volodymyr Zelenskyy']],
  'official:zelenska': [['en', 'Olena Zelenska']],
  'official:healey': [['en', 'John Healey']],
  'official:d-healey': [['en', 'D. Healey']],
  'official:assad': [['en', 'Bashar al-Assad']],
  'official:berghe': [['nl', 'Jan-Pieter van der Berghe']],
  'official:yousefi': [['ar', 'كريم يوسفي']],
  'official:ali': [['ar', 'محمـــد العلي']],
  'official:vance': [
    ['en', 'JD Vance'],
    ['zh-Hant', '范斯'],
  ],
  'official:wang-yi': [['zh-Hans', '王毅']],
  'official:biden': [
    ['en', 'Joe R. Biden'],
    ['zh-Hans', '拜登'],
  ],
  'official:lavrov': [['zh-Hans', '拉夫罗夫']],
  'official:gerasimov': [['zh-Hans', '格拉西莫夫']],
  'official:robles': [['es', 'Margarita Robles']],
  'official:erdogan': [['en', 'Recep Tayyip Erdoğan']],
  'official:radakin': [['en', 'Tony Radakin']],
  'official:zeng': [['zh-Hans', '曾毅']],
  'official:shoigu': [['ru', 'Сергей Шойгу']],
  'official:cho': [['ko', '조태열']],
  'official:kishida': [['ja', 'キシダ・フミオ']],
  'official:mitsotakis': [['el', 'Κυριάκος Μητσοτάκης']],
};

const COUNTRIES: Record<string, [name: string, codes: Record<string, string>]> = {
  'country:GB': ['United Kingdom', { ISO3166_1_ALPHA2: 'GB', IOC: 'GBR', COW: '200' }],
  'country:UA': ['Ukraine', { ISO3166_1_ALPHA2: 'UA', UN_M49: '804' }],
  'country:US': ['United States', { ISO3166_1_ALPHA2: 'US', ISO3166_1_ALPHA3: 'USA' }],
  'country:VI': ['US Virgin Islands', { ISO3166_1_ALPHA2: 'VI' }],
  'country:AF': ['Afghanistan', { UN_M49: '004' }],
};

/** What has many names is found by each, also where many others have a word of it. */
const MANY_NAMES = Array.from(
  { length: 60 },
  (_, index) => `Land of name ${'abcdefghij'[index % 10]!.repeat(1 + index / 10)}x`,
);
const CROWD = Array.from({ length: 80 }, (_, index) => ({
  key: `place:crowd-${index}`,
  kind: 'CITY' as const,
  names: [{ value: `Val de Gbr Ramstein ${index}`, lang: 'fr' }],
}));

let database: Database;

beforeAll(async () => {
  database = await freshDatabase();
  const externalIds = (codes: Record<string, string>) =>
    Object.entries(codes).map(([scheme, value]) => ({ scheme, value }));
  const { problems } = await recordBlocks(database, [
    {
      source: { title: 'A list of delegates', kind: 'DATASET', attributionKind: 'OFFICIAL_RECORD' },
      officials: Object.entries(OFFICIALS).map(([key, names]) => ({
        key,
        names: names.map(([lang, value]) => ({ lang, value })),
      })),
      countries: Object.entries(COUNTRIES).map(([key, [value, codes]]) => ({
        key,
        names: [{ value, lang: 'en' }],
        externalIds: externalIds(codes),
      })),
      places: CROWD,
      organizations: [
        {
          key: 'org:many',
          kind: 'OTHER',
          names: [...MANY_NAMES, 'Ramstein'].map((value) => ({ value, lang: 'en', kind: 'ALIAS' as const })),
          externalIds: [{ scheme: 'OWN', value: 'DE' }],
        },
      ],
      posts: [
        {
          key: 'post:president',
          names: [{ value: 'President of Ukraine', lang: 'en' }],
          country: 'country:UA',
          level: 'HEAD_OF_STATE',
        },
      ],
    },
  ]);
  expect(problems).toEqual([]);
});

const search = async (text: string) => {
  const query = 'query ($text: String!) { search(text: $text) { edges { score node { key } } } }';
  const { edges } = await mutationClient(database).get<{ edges: { score: number; node: { key: string } }[] }>(query, {
    text,
  });
  return edges.map(({ node, score }) => ({ key: node.key, score }));
};

const officials = async (text: string) => {
  const query = 'query ($text: String!) { officials(filter: { text: $text }) { nodes { key } } }';
  const { nodes } = await mutationClient(database).get<{ nodes: { key: string }[] }>(query, { text });
  return nodes.map(({ key }) => key);
};

const countries = async (text: string) => {
  const query = 'query ($text: String!) { countries(text: $text) { nodes { key } } }';
  const { nodes } = await mutationClient(database).get<{ nodes: { key: string }[] }>(query, { text });
  return nodes.map(({ key }) => key);
};

const SPELLINGS: [text: string, key: string][] = [
  ['V. Zelenskyy', 'official:zelenskyy'],
  ['Zelenskyy V', 'official:zelenskyy'],
  ['President Zelenskyy', 'official:zelenskyy'],
  ['Зеленський', 'official:zelenskyy'],
  ['J. Healey', 'official:healey'],
  ['Denis Healey', 'official:d-healey'],
  ['Alassad', 'official:assad'],
  ['Bashar Al Assad', 'official:assad'],
  ['Vanderberghe', 'official:berghe'],
  ['کریم یوسفی', 'official:yousefi'],
  ['محمد العلي', 'official:ali'],
  ['范斯', 'official:vance'],
  ['王毅', 'official:wang-yi'],
  ['Wang Yi', 'official:wang-yi'],
  ['Zeng Yi', 'official:zeng'],
  ['Sergey Shoygu', 'official:shoigu'],
  ['Cho Tae-yeol', 'official:cho'],
  ['Kishida', 'official:kishida'],
  ['Mitsotakis', 'official:mitsotakis'],
  ['拜登总统', 'official:biden'],
  ['Joseph Biden', 'official:biden'],
  ['Джо Байден', 'official:biden'],
  ['拉夫罗夫', 'official:lavrov'],
  ['أردوغان', 'official:erdogan'],
  ['Minister Robles', 'official:robles'],
  ['Defence Minister Robles', 'official:robles'],
];

describe('people are found', () => {
  test.each(SPELLINGS)('by %s', async (text, key) => {
    expect((await search(text))[0]?.key).toBe(key);
  });

  // A filter ranks nothing: it gives the Zelenskas too, and no spelling that is only heard.
  test.each(
    SPELLINGS.filter(
      ([text]) => !['Зеленський', 'Sergey Shoygu', 'Cho Tae-yeol', 'Joseph Biden', 'Джо Байден'].includes(text),
    ),
  )('among others by a filter: %s', async (text, key) => {
    expect(await officials(text)).toEqual([key]);
  });

  test('whole, if letters are only written otherwise', async () => {
    for (const text of ['کریم یوسفی', 'محمد العلي']) expect((await search(text))[0]?.score).toBe(1);
  });
});

describe('countries are found', () => {
  test('by their codes, with or without zeros, before all that begins so', async () => {
    for (const [text, key] of [
      ['US', 'country:US'],
      ['usa', 'country:US'],
      ['004', 'country:AF'],
      ['4', 'country:AF'],
    ])
      expect((await search(text!))[0]).toEqual({ key, score: 1 });
    // Others may have them by a scheme that is more usual.
    for (const text of ['gbr', '200']) expect((await search(text))[0]).toEqual({ key: 'country:GB', score: 0.99 });
  });

  test('by any of many names or codes, before what has only a word of it', async () => {
    for (const text of ['DE', 'Ramstein', 'Рамштайн', MANY_NAMES[7]!])
      expect([text, (await search(text))[0]?.key]).toEqual([text, 'org:many']);
    expect((await search('gbr'))[0]?.key).toBe('country:GB');
  });

  test('by a filter: two or three capitals are no beginning of a word', async () => {
    expect(await countries('UK')).toEqual([]);
    expect(await countries('Uk')).toEqual(['country:UA']);
    expect(await countries('GB')).toEqual(['country:GB']);
    expect(await countries('USA')).toEqual(['country:US']);
  });
});
