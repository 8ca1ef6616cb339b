import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  externalIdFault,
  externalIdName,
  externalIdOfAddress,
  externalIdOfRef,
  readExternalId,
} from '../../../src/domain/identity/external-ids.ts';

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

  test('of a scheme that has no form here has its value as it is', () => {
    expect(externalIdName({ scheme: 'X', value: ' a b' })).toBe('X a b');
    expect(externalIdName({ scheme: 'constructor', value: 'q1' })).toBe('CONSTRUCTOR q1');
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

/** An id in its one form, and other forms that sources write it in. */
const forms: [name: string, others: string[]][] = [
  [
    'WIKIDATA Q6279',
    [
      'q6279',
      ' Q6279 ',
      'http://www.wikidata.org/entity/Q6279',
      'https://www.wikidata.org/wiki/Q6279',
      'https://m.wikidata.org/wiki/Q6279#P31',
      'https://www.wikidata.org/wiki/Special:EntityData/Q6279.json',
    ],
  ],
  ['ISO3166_1_ALPHA2 GB', ['gb']],
  ['ISO3166_1_ALPHA3 GBR', ['gbr']],
  ['ISO3166_1_NUMERIC 008', ['8', '08']],
  ['ISO3166_3 SUHH', ['suhh']],
  ['UN_M49 004', ['4', '04']],
  ['COW 20', ['020']],
  ['GLEDITSCH_WARD 2', ['002']],
  ['GEONAMES 2635167', ['https://www.geonames.org/2635167/united-kingdom.html', 'https://sws.geonames.org/2635167/']],
  ['VIAF 102333412', ['https://viaf.org/viaf/102333412/', 'https://viaf.org/en/viaf/102333412']],
  ['ISNI 000000012103268X', ['0000 0001 2103 268x', 'https://isni.org/isni/000000012103268X']],
  ['ORCID 0000-0002-1825-0097', ['0000000218250097', 'https://orcid.org/0000-0002-1825-0097']],
  ['GND 118540238', ['https://d-nb.info/gnd/118540238']],
  ['ROR 05dxps055', ['05DXPS055', 'https://ror.org/05dxps055']],
  ['LEI 5493001KJTIIGC8Y1R12', ['5493001kjtiigc8y1r12', 'https://search.gleif.org/#/record/5493001KJTIIGC8Y1R12']],
];

describe('an external id of a known scheme', () => {
  test.each(forms)('is %s in all forms', (name, others) => {
    const { scheme, value } = readExternalId(name);
    for (const form of [value, ...others]) {
      expect(externalIdName({ scheme, value: form })).toBe(name);
      expect(externalIdOfRef(`${scheme.toLowerCase()}:${form}`)).toBe(name);
      expect(externalIdFault({ scheme, value: form })).toBeNull();
    }
  });

  test('has one form: that of the form is itself', () => {
    const ids = fc.constantFrom(...forms).chain(([name, others]) => {
      const { scheme, value } = readExternalId(name);
      const text = fc.oneof(fc.constantFrom(value, ...others), fc.string(), fc.stringMatching(/^[Qq]?0*\d{1,5}$/));
      return fc.record({ scheme: fc.constant(scheme), value: text });
    });
    fc.assert(
      fc.property(ids, (id) => {
        const once = externalIdName(id);
        expect(externalIdName(readExternalId(once))).toBe(once);
      }),
    );
  });

  test.each([
    ['WIKIDATA', 'Joe', 'is no WIKIDATA id; expected Q and a number, such as Q145, or its address'],
    ['wikidata', 'Q0', 'is no WIKIDATA id; expected Q and a number, such as Q145, or its address'],
    ['ISO 3166-1 alpha-2', 'GBR', 'is no ISO3166_1_ALPHA2 id; expected two letters, such as GB'],
    ['UN_M49', '1234', 'is no UN_M49 id; expected up to three digits, such as 036'],
  ])('%s cannot be %s', (scheme, value, fault) => {
    expect(externalIdFault({ scheme, value })).toBe(fault);
    expect(externalIdOfRef(`${scheme}:${value}`)).toBeNull();
  });

  test('has a page where its scheme has pages', () => {
    expect(readExternalId('WIKIDATA Q145').url).toBe('https://www.wikidata.org/wiki/Q145');
    expect(readExternalId('UN_M49 826').url).toBeNull();
    expect(readExternalId('X a b')).toEqual({ scheme: 'X', value: 'a b', url: null });
  });

  test.each(['country:GB', 'Q145', ':Q145', 'official:joe-biden', ''])('is not what %p refers to', (ref) => {
    expect(externalIdOfRef(ref)).toBeNull();
  });
});

test.each([
  ['https://www.wikidata.org/wiki/Q6279', 'WIKIDATA Q6279'],
  [' http://www.wikidata.org/entity/q6279 ', 'WIKIDATA Q6279'],
  ['https://viaf.org/viaf/102333412/', 'VIAF 102333412'],
  ['https://orcid.org/0000-0002-1825-0097', 'ORCID 0000-0002-1825-0097'],
  ['https://www.wikidata.org/wiki/Property:P31', null],
  ['https://example.org/wiki/Q6279', null],
  ['Q6279', null],
  ['', null],
])('%j is the address of %j', (address, name) => expect(externalIdOfAddress(address)).toBe(name));
