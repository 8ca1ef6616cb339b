import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { externalIdName } from '../../../src/domain/identity/external-ids.ts';

const schemeOf = (scheme: string) => externalIdName({ scheme, value: 'GB' }).split(' ')[0];

describe('an external id', () => {
  test.each([
    ['ISO 3166-1 alpha-2', 'ISO3166_1_ALPHA2'],
    ['ISO3166_1_ALPHA2', 'ISO3166_1_ALPHA2'],
    ['iso3166-1-alpha2', 'ISO3166_1_ALPHA2'],
    ['UN M.49', 'UN_M49'],
    ['un_m49', 'UN_M49'],
    ['Wikidata', 'WIKIDATA'],
    ['User-assigned alpha-2', 'USER_ASSIGNED_ALPHA2'],
  ])('is found whether its scheme is typed %s or %s', (typed, kept) => {
    expect(schemeOf(typed)).toBe(kept);
  });

  test('has its value as it is, with leading zeros and in its own letters', () => {
    expect(externalIdName({ scheme: 'UN_M49', value: ' 036 ' })).toBe('UN_M49 036');
    expect(externalIdName({ scheme: 'X', value: 'a b' })).toBe('X a b');
  });

  test('has a scheme without spaces, whose name is its own name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (scheme) => {
        const kept = schemeOf(scheme)!;
        expect(schemeOf(kept)).toBe(kept);
        expect(kept).not.toMatch(/\s/);
      }),
    );
  });
});
