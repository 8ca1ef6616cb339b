import { describe, expect, test } from '@jest/globals';
import { describedExternalIds, describedNames, describedValue } from '../../../src/record/derive/described-values.ts';
import { type StoredDescription } from '../../../src/record/derive/derivation-input.ts';
import { type Told, claim } from '../domain/claims.ts';
import { parseTime, windowOf } from '../../../src/domain/time/time.ts';

/** What a document says of a node, recorded at an instant; documents are unrated unless told otherwise. */
const said = (
  document: string,
  recordedAt: string,
  values: StoredDescription['values'],
  more: Partial<StoredDescription> = {},
): StoredDescription => ({
  document: { id: document, key: `doc:${document}` },
  series: document,
  origin: document,
  reliabilityRank: 3,
  published: windowOf(parseTime({})),
  recordedAt,
  changedAt: recordedAt,
  values,
  retracted: [],
  ...more,
});

const named = (value: string, kind = 'COMMON', lang = 'en') => ({ names: [{ value, kind, lang }] });
const level = (...descriptions: StoredDescription[]) => describedValue('level', {}, descriptions, new Map());
const names = (...descriptions: StoredDescription[]) => describedNames(descriptions).map(({ value }) => value);

describe('a value that documents give of an entity', () => {
  test('that differ is decided by the rules, and shown with the documents', () => {
    const minister = said('a', '1', { level: 'MINISTER' }, { reliabilityRank: 1 });
    const ambassador = said('b', '2', { level: 'AMBASSADOR' });
    const documents = [
      { id: 'a', value: 'MINISTER' },
      { id: 'b', value: 'AMBASSADOR' },
    ];
    const rule = 'MORE_RELIABLE_DOCUMENT';
    const noClaims = { claims: [], follows: null };
    expect(level(minister, ambassador)).toEqual({ value: 'MINISTER', documents, rule, ...noClaims });
    expect(level(minister)).toEqual({ value: 'MINISTER', documents: [], rule: null, ...noClaims });
    const unrated = { ...minister, reliabilityRank: 3 };
    expect(level(unrated, ambassador)).toEqual({ value: 'MINISTER', documents, rule: null, ...noClaims });
    const second = said('c', '3', { level: 'AMBASSADOR' });
    expect(level(unrated, ambassador, second)).toMatchObject({ value: 'AMBASSADOR', rule: 'MORE_SOURCES' });
  });

  test('is the last word of each document, which replaces its own', () => {
    const [later, earlier] = [said('a', '2', { level: 'MINISTER' }), said('a', '1', { level: 'AMBASSADOR' })];
    expect(level(later, earlier)).toMatchObject({ value: 'MINISTER', documents: [], rule: null });
    expect(level(said('a', '2', {}), earlier)).toMatchObject({ value: 'AMBASSADOR' });
  });
});

test('a claim stands beside the documents that say otherwise: the rules decide, else it is kept', () => {
  const minister = said('a', '1', { level: 'MINISTER' });
  const against = (told: Told) => describedValue('level', {}, [minister], new Map(), [claim('c1', 'AMBASSADOR', told)]);
  const [documents, claims] = [[{ id: 'a', value: 'MINISTER' }], ['c1']];
  expect(against({})).toEqual({ value: 'AMBASSADOR', documents, claims, follows: null, rule: null });
  const rule = 'MORE_RELIABLE_DOCUMENT';
  expect(against({ reliabilityRank: 0 })).toEqual({ value: 'AMBASSADOR', documents, claims, follows: 'c1', rule });
  expect(against({ reliabilityRank: 4 })).toEqual({ value: 'MINISTER', documents, claims, follows: null, rule });
  const agreeing = describedValue('level', {}, [minister], new Map(), [claim('c1', 'MINISTER')]);
  expect(agreeing).toMatchObject({ value: 'MINISTER', documents: [], claims: [] });
});

describe('names', () => {
  test('come in the order in which documents first gave them, whichever is better or later', () => {
    const [better, first] = [said('b', '2', named('B'), { reliabilityRank: 0 }), said('a', '1', named('A'))];
    expect(names(better, first)).toEqual(['A', 'B']);
    expect(names(better, { ...first, changedAt: '3' })).toEqual(['A', 'B']);
  });

  test('of a document replace its own of the same kind and language, and add to others', () => {
    const first = said('a', '1', named('First'));
    expect(names(said('a', '2', named('Second')), first)).toEqual(['Second']);
    expect(names(said('a', '2', named('F', 'ALIAS')), first)).toEqual(['F', 'First']);
    expect(names(said('a', '2', named('Erste', 'COMMON', 'de')), first)).toEqual(['Erste', 'First']);
    expect(names(said('a', '1', named('Both')), first)).toEqual(['Both', 'First']);
    expect(names(said('b', '2', named('Second')), first)).toEqual(['First', 'Second']);
  });
});

test('of one scheme a document has its last code', () => {
  const code = (scheme: string, value: string) => ({ externalIds: [{ scheme, value }] });
  const descriptions = [
    said('a', '3', code('WIKIDATA', 'Q2')),
    said('a', '2', code('ISO', 'GB')),
    said('a', '1', code('WIKIDATA', 'Q1')),
    said('b', '1', code('WIKIDATA', 'Q3')),
  ];
  expect(describedExternalIds(descriptions)).toEqual(['WIKIDATA Q2', 'ISO GB', 'WIKIDATA Q3']);
});

describe('names with a time of use', () => {
  const used = (value: string, edtf?: string) => ({
    value,
    kind: 'COMMON',
    lang: 'en',
    ...(edtf && { time: { edtf } }),
  });
  const shown = (...descriptions: StoredDescription[]) =>
    describedNames(descriptions).map(({ value, time }) => `${value} ${time?.edtf ?? 'at any time'}`);

  test('of one document stand beside one another, told together or one after the other', () => {
    const both = ['Turkey ../2022-06', 'Türkiye 2022-06/..'];
    expect(shown(said('a', '1', { names: [used('Turkey', '../2022-06'), used('Türkiye', '2022-06/..')] }))).toEqual(
      both,
    );
    const first = said('a', '1', { names: [used('Turkey', '../2022-06')] });
    const second = said('a', '2', { names: [used('Türkiye', '2022-06/..')] });
    expect(shown(first, second).sort()).toEqual(both);
    expect(shown(first, said('a', '2', { names: [used('Türkei', '../2022-06')] }))).toEqual(['Türkei ../2022-06']);
  });

  test('are the same name as one of which no time is told, and the finer time is kept', () => {
    const told = (document: string, edtf?: string) => said(document, document, { names: [used('Swaziland', edtf)] });
    expect(shown(told('a'), told('b', '../2018'), told('c', '../2018-04'))).toEqual(['Swaziland ../2018-04']);
    expect(shown(told('a', '../2018'), told('b', '../2019'))).toEqual(['Swaziland ../2018', 'Swaziland ../2019']);
    expect(shown(told('a'), told('b'))).toEqual(['Swaziland at any time']);
  });
});
