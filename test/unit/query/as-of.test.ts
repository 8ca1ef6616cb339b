import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hasEveryWord } from '../../../src/domain/names/search-query.ts';
import { nameTokens } from '../../../src/domain/names/search-tokens.ts';
import { findMissingFields } from '../../../src/query/as-of/fields/types.ts';
import { MAX_AS_OF_NODES, NotLoaded, AsOfGraph } from '../../../src/query/as-of/graph/graph.ts';
import { type Tx } from '../../../src/graph/database.ts';
import { schema } from '../../support/query.ts';

test('every field below a root field with knownAt has a meaning there', () => {
  expect(findMissingFields(schema)).toEqual([]);
});

describe('what was known', () => {
  const row = (id: string, key: string) => [
    id,
    { id, key, typeName: 'Topic', version: 1, at: '', state: '{}', claimNode: null },
  ];
  const recording = () => {
    const sent: unknown[] = [];
    const rows = (_cypher: string, { needs }: { needs: string[] }) => {
      sent.push(needs);
      return Promise.resolve(needs.map((need) => row(need, `topic:${need}`)));
    };
    return { past: new AsOfGraph({ rows } as unknown as Tx, '~', '2025-01-01'), sent };
  };

  test('is loaded in one statement for all who miss something at a time', async () => {
    const { past, sent } = recording();
    const found = await Promise.all(['a', 'b', 'c'].map((id) => past.withLoading(() => past.nodeById(id))));
    expect(found.map((thing) => thing?.key)).toEqual(['topic:a', 'topic:b', 'topic:c']);
    expect(sent).toEqual([['a', 'b', 'c']]);
  });

  test('is loaded at once for a whole list', async () => {
    const { past, sent } = recording();
    expect(() => past.map(['a', 'b'], (id) => past.nodeById(id))).toThrow(NotLoaded);
    await past.withLoading(() => past.sorted(['b', 'a'], (id) => past.nodeById(id)!.key));
    expect(sent).toEqual([['a', 'b']]);
  });

  test('has an end: an operation that looks at too much is told so', async () => {
    const { past } = recording();
    const ids = Array.from({ length: MAX_AS_OF_NODES + 1 }, (_, index) => String(index));
    await expect(past.withLoading(() => past.map(ids, (id) => past.nodeById(id)))).rejects.toMatchObject({
      code: 'TOO_COSTLY',
    });
  });
});

describe('words are found without an index', () => {
  test.each([
    ['talks', 'Brussels talks', true],
    ['brus', 'Brussels talks', true],
    ['brusels', 'Brussels talks', true],
    ['brussels minsk', 'Brussels talks', false],
    ['nato-hq', 'NATO HQ', true],
    ['范斯', '小范斯', true],
    ['26', '27th meeting', false],
    ['iran', 'Iraq', false],
    ['sudam', 'Sudan', true],
    ['...', 'anything', false],
  ])('%s in %s: %s', (words, name, found) => {
    expect(hasEveryWord(words, nameTokens([name]))).toBe(found);
  });

  test('any name by each of its words', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 5 }), (words) => {
        expect(hasEveryWord(words.toReversed().join(' '), nameTokens([words.join(' ')]))).toBe(true);
      }),
    );
  });
});
