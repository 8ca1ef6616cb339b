import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { keyPrefix } from '../../../src/domain/node-types.ts';
import {
  addressOf,
  pagePathOfKey,
  exportAddress,
  listAddress,
  pageTypes,
  refOf,
  toSearch,
  type PageName,
} from '../../../web/explore/address.ts';
import { argumentsOf, conditionsOf, without } from '../../../web/explore/lists/conditions.ts';

test.each([
  ['Meeting', 'meeting:udcg-26', '/explore/meeting/udcg-26'],
  ['Official', 'official:john-healey', '/explore/official/john-healey'],
  ['Organization', 'org:udcg', '/explore/organization/udcg'],
  ['Document', 'doc:article', '/explore/document/article'],
  ['Claim', 'c041', '/explore/claim/c041'],
  ['Claim', 'claim:a/b', '/explore/claim/claim:a%2Fb'],
])('a %s with the key %s has the address %s', (__typename, key, address) => {
  expect(addressOf({ __typename, key })).toBe(address);
});

test('a key as it stands elsewhere leads to its page', () => {
  expect(pagePathOfKey('meeting:udcg-26')).toBe('/explore/meeting/udcg-26');
  expect(pagePathOfKey('org:udcg')).toBe('/explore/organization/udcg');
  expect(pagePathOfKey('nothing:x')).toBeNull();
});

test('what has no page has no address', () => {
  expect(addressOf({ __typename: 'AnonymousSource', key: 'anon:1' })).toBeNull();
});

test('an address leads back to its key, whatever the key is', () => {
  const pages = Object.entries(pageTypes) as [PageName, (typeof pageTypes)[PageName]][];
  fc.assert(
    fc.property(fc.constantFrom(...pages), fc.string({ minLength: 1, unit: 'grapheme' }), ([page, type], rest) => {
      const key = type === 'Claim' ? rest : `${keyPrefix[type]}:${rest}`;
      const address = addressOf({ __typename: type, key })!;
      const [, , inAddress, ...segments] = address.split('/');
      expect(segments).toHaveLength(1);
      expect([inAddress, refOf(page, decodeURIComponent(segments[0]!))]).toEqual([page, key]);
    }),
  );
});

test('conditions are the parameters of a file, and the arguments of the API', () => {
  const conditions = conditionsOf(
    new URLSearchParams('kinds=VISIT&kinds=SUMMIT&body=org:udcg&time.from=2024-01-01&after=x&text='),
  );
  expect(argumentsOf(conditions)).toEqual({
    kinds: ['VISIT', 'SUMMIT'],
    body: 'org:udcg',
    time: { from: '2024-01-01' },
  });
  expect(argumentsOf(without(conditions, ['kinds', 'body']))).toEqual({ time: { from: '2024-01-01' } });
  expect(listAddress('meetings', { body: 'org:udcg' })).toBe('/explore/meetings?body=org:udcg');
  expect(exportAddress('meetings', 'csv', { kinds: ['VISIT', 'SUMMIT'] })).toBe(
    '/export/meetings.csv?kinds=VISIT&kinds=SUMMIT',
  );
});

test('conditions come back from an address as they went into it', () => {
  const name = fc.constantFrom('kinds', 'body', 'time.from', 'participation.levels', 'text', 'place');
  const values = fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.dictionary(name, values), (conditions) => {
      expect(conditionsOf(new URLSearchParams(toSearch(conditions).toString()))).toEqual({ ...conditions });
    }),
  );
});

test('several values of a condition are all asked for, and one of a list is a list of one', () => {
  const asked = (search: string) => argumentsOf(conditionsOf(new URLSearchParams(search)));
  expect(asked('beginsIn=2024&beginsIn=2025&kinds=VISIT&body=org:udcg')).toEqual({
    beginsIn: ['2024', '2025'],
    kinds: ['VISIT'],
    body: 'org:udcg',
  });
  expect(asked('participation.onBehalfOf=country:JP&participation.onBehalfOf=country:GB')).toEqual({
    participation: { onBehalfOf: ['country:JP', 'country:GB'] },
  });
  expect(asked('overdue=true&participation.onlyAnonymous=true&participation.includeInferred=false')).toEqual({
    overdue: true,
    participation: { onlyAnonymous: true, includeInferred: false },
  });
});
