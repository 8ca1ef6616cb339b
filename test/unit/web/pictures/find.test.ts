import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findNodes } from '../../../../web/explore/pictures/network/find.ts';

const node = (key: string, label: string) => ({ key, label });
const NODES = [
  node('official:z', 'Volodymyr Zelenskyy'),
  node('official:a', 'Lloyd Austin'),
  node('official:c', 'Augustina Cern\u00e1'),
  node('official:h', 'John Healey'),
];

const found = (text: string, ...searched: string[]) =>
  findNodes(
    NODES,
    text,
    searched.map((key) => ({ key, title: '\u5e0c\u5229' })),
  ).map(({ key }) => key);

test('a part of a name finds, words that begin with it first; case and marks make no difference', () => {
  expect(found('Aust')).toEqual(['official:a']);
  expect(found('ust')).toEqual(['official:a', 'official:c']);
  expect(found('austin lloyd')).toEqual(['official:a']);
  expect(found('cerna')).toEqual(['official:c']);
  expect(found('  ')).toEqual([]);
  expect(found('nobody')).toEqual([]);
});

test('who has another name in another script is found by the search, if in the picture', () => {
  expect(found('\u5e0c\u5229', 'official:h', 'official:not-here')).toEqual(['official:h']);
  expect(found('healey', 'official:h')).toEqual(['official:h']);
});

test('everybody is found by the whole name, once', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6} [a-z]{1,6}$/), { minLength: 1 }), (names) => {
      const nodes = names.map((name, index) => node(`official:${index}`, name));
      for (const { key, label } of nodes) {
        const keys = findNodes(nodes, label, []).map((each) => each.key);
        expect(keys.filter((each) => each === key)).toHaveLength(1);
      }
    }),
  );
});
