import { describe, expect, test } from '@jest/globals';
import { type ParagraphSuggestions, suggest } from '../../../src/dataset/suggest/suggest.ts';
import { type KnownName } from '../../../src/record/resolve/known-names.ts';

const TYPES = { country: 'Country', official: 'Official', org: 'Organization', post: 'Post', place: 'Place' } as const;
const known = (key: string, ...values: string[]): KnownName[] =>
  values.map((value) => ({
    key,
    type: TYPES[key.split(':')[0] as keyof typeof TYPES],
    kind: key === 'org:delegation' ? 'INFORMAL_GROUP' : null,
    value,
  }));

const NAMES = [
  ...known('country:US', 'United States', 'US', '美國'),
  ...known('country:GB', 'United Kingdom', 'UK', '英國', 'British', 'Велика Британія'),
  ...known('country:UA', 'Ukraine', 'Україна', '烏克蘭'),
  ...known('official:john-healey', 'John Healey', '希利', 'Джон Гілі'),
  ...known('official:rustem-umerov', 'Rustem Umerov', 'Рустем Умєров', '乌梅罗夫'),
  ...known('official:lloyd-austin', 'Lloyd J. Austin III', 'Lloyd Austin'),
  ...known('official:sian-austin', 'Sian Austin'),
  ...known('official:gen-nakatani', 'Gen Nakatani'),
  ...known('org:it', 'IT'),
  ...known('org:udcg', 'Ukraine Defense Contact Group', 'UDCG'),
  ...known('org:delegation', 'the delegation', '代表團'),
  ...known('post:gb-defence-secretary', 'UK Defence Secretary', 'Defence Secretary', '英國國防大臣'),
  ...known('place:munich', 'Munich'),
];

const of = (text: string, published: string | null = null): ParagraphSuggestions =>
  suggest(text, NAMES, published).paragraphs[0]!;
const mentions = (text: string) => of(text).mentions.map(({ words, keys, doubt }) => [words, keys.join(' '), doubt]);
const times = (text: string, published: string | null = null) => of(text, published).times.map(({ edtf }) => edtf);

describe('names', () => {
  test('are found in any script, with the letters and spaces of the text', () => {
    expect(mentions('希利與乌梅罗夫')).toEqual([
      ['希利', 'official:john-healey', null],
      ['乌梅罗夫', 'official:rustem-umerov', null],
    ]);
    expect(mentions('烏梅羅夫')).toEqual([['烏梅羅夫', 'official:rustem-umerov', null]]);
    expect(mentions('Умєров зустрівся: Рустем  УМЄРОВ.')).toEqual([['Умєров', 'official:rustem-umerov', null]]);
    expect(mentions('（RustemUmerov）')).toEqual([['RustemUmerov', 'official:rustem-umerov', null]]);
  });

  test('of which one is within another count as the longer one; a country is told with its doubt', () => {
    expect(mentions('The Ukraine Defense Contact Group')).toEqual([
      ['Ukraine Defense Contact Group', 'org:udcg', null],
      ['Ukraine', 'country:UA', 'only within Ukraine Defense Contact Group'],
    ]);
    expect(mentions('英國國防大臣')).toEqual([
      ['英國國防大臣', 'post:gb-defence-secretary', null],
      ['英國', 'country:GB', 'only within 英國國防大臣'],
    ]);
  });

  test('do not go over the end of a sentence, and are no other words', () => {
    expect(mentions('He met John. Healey did not come.').map(([words]) => words)).toEqual(['Healey']);
    expect(mentions('It told us of it.')).toEqual([]);
    expect(mentions('The U.S. and the US')).toEqual([['U.S.', 'country:US', null]]);
    expect(mentions("UDCG's chair")).toEqual([["UDCG's", 'org:udcg', null]]);
    expect(mentions('UDCG’s chair')).toEqual([['UDCG’s', 'org:udcg', null]]);
  });

  test('that are surnames alone are sure only of one who is named in full', () => {
    expect(mentions('Austin spoke.')).toEqual([
      ['Austin', 'official:lloyd-austin official:sian-austin', 'a surname alone'],
    ]);
    const { paragraphs } = suggest('Lloyd Austin came.\n\nAustin spoke.', NAMES, null);
    expect(paragraphs[1]!.mentions).toEqual([{ words: 'Austin', keys: ['official:lloyd-austin'], doubt: null }]);
    expect(mentions('Both Austins, Lloyd Austin and Sian Austin, left; Austin first.').at(-1)?.[2]).toBe(
      'a surname alone',
    );
  });

  test('that are titles are sure only with what they are of', () => {
    expect(mentions('The Defence Secretary led the delegation.')).toEqual([
      ['Defence Secretary', 'post:gb-defence-secretary', 'others have this title too'],
      ['the delegation', 'org:delegation', 'others have this title too'],
    ]);
    expect(mentions('UK Defence Secretary')[0]).toEqual(['UK Defence Secretary', 'post:gb-defence-secretary', null]);
  });

  test('that the graph does not have are told by their capitals', () => {
    expect(of('Ms Mira Kalm of Norland met Gen Nakatani in Munich.').unknown).toEqual(['Ms Mira Kalm of Norland']);
  });
});

describe('times', () => {
  test.each([
    ['on 12 February 2025', ['2025-02-12']],
    ['on Feb. 14–16, 2025', ['2025-02-14/2025-02-16']],
    ['14 to 16 February 2025', ['2025-02-14/2025-02-16']],
    ['12 лютого 2025 року', ['2025-02-12']],
    ['14–16 февраля 2025', ['2025-02-14/2025-02-16']],
    ['am 12. Februar 2025', ['2025-02-12']],
    ['le 12 février 2025', ['2025-02-12']],
    ['自2022年2月起', ['2022-02']],
    ['2025年2月14日至16日', ['2025-02-14/2025-02-16']],
    ['early February 2025', ['[2025-02-01..2025-02-10]']],
    ['late February 2024', ['[2024-02-21..2024-02-29]']],
    ['in May 2024, since 2022', ['2024-05', '2022']],
    ['2025-02-12', ['2025-02-12']],
    // what is none
    ['30 February 2025', [null]],
    ['13月', []],
    ['It may be 20 people, or 2024 of them; march on', []],
  ])('%s', (text, expected) => {
    expect(times(text)).toEqual(expected);
  });

  test('are completed from the day of publication, and say so', () => {
    expect(times('12日登場,14至16日', '2025-02-07')).toEqual(['2025-02-12', '2025-02-14/2025-02-16']);
    expect(times('31日', '2025-02-07')).toEqual(['2025-01-31']);
    expect(times('1月31日, December 30', '2025-02-07')).toEqual(['2025-01-31', '2024-12-30']);
    expect(of('12日', '2025-02-07').times).toEqual([
      { words: '12日', edtf: '2025-02-12', doubt: 'month and year nearest to the day of publication' },
    ]);
    expect(of('12日').times).toEqual([
      {
        words: '12日',
        edtf: null,
        doubt: 'the month and the year are not said; give the day of publication with --published',
      },
    ]);
  });
});
