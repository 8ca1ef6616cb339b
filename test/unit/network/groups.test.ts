import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createNetworkPool } from '../../../src/network/pool.ts';
import { type Network } from '../../../src/network/types.ts';
import { networkFrom, smallNetworks, type WeightedTie } from './networks.ts';

const pool = createNetworkPool({ threads: 1 });
afterAll(() => pool.close());

const communities = async (network: Network) => [...(await pool.measure(network, { measure: 'community' }))];
const components = async (network: Network) => [...(await pool.measure(network, { measure: 'component' }))];
const eigenvector = async (network: Network) => [...(await pool.measure(network, { measure: 'eigenvector' }))];

/** 0-1-2, 3 alone, 4-5, 6-7. */
const apart = networkFrom(8, [[0, 1, 1], [1, 2, 1], [4, 5, 1], [6, 7, 1]]); // prettier-ignore

test('components are numbered by size, equal ones by their first node', async () => {
  expect(await components(apart)).toEqual([1, 1, 1, 4, 2, 2, 3, 3]);
  expect(await components(networkFrom(3, [[1, 2, 1]]))).toEqual([2, 1, 1]);
  expect(await components(networkFrom(0, []))).toEqual([]);
});

const triangle = (first: number, weight = 1): WeightedTie[] => [
  [first, first + 1, weight],
  [first + 1, first + 2, weight],
  [first, first + 2, weight],
];

describe('communities', () => {
  test('are groups with more among them than between them', async () => {
    expect(await communities(networkFrom(6, [...triangle(0), ...triangle(3), [2, 3, 1]]))).toEqual([1, 1, 1, 2, 2, 2]);
    expect(await communities(networkFrom(7, [...triangle(0), ...triangle(3), [2, 3, 1], [5, 6, 1]]))).toEqual([2, 2, 2, 1, 1, 1, 1]); // prettier-ignore
  });

  test('go by weights, as strengths', async () => {
    // A square: the strong ties are within, the weak ones between.
    expect(await communities(networkFrom(4, [[0, 1, 9], [1, 2, 1], [2, 3, 9], [0, 3, 1]]))).toEqual([1, 1, 2, 2]); // prettier-ignore
    expect(await communities(networkFrom(4, [[0, 1, 1], [1, 2, 9], [2, 3, 1], [0, 3, 9]]))).toEqual([1, 2, 2, 1]); // prettier-ignore
  });

  test('never reach from one component to another; nodes without ties are alone', async () => {
    expect(await communities(apart)).toEqual([1, 1, 1, 4, 2, 2, 3, 3]);
  });

  test('become communities of communities', async () => {
    // Eight triangles, each pair of them joined by two strong ties, the pairs in a ring by weak ones.
    const triangles = Array.from({ length: 8 }, (_, i) => triangle(3 * i, 2)).flat();
    const pairs = Array.from({ length: 4 }, (_, i): WeightedTie[] => [
      [6 * i, 6 * i + 3, 3],
      [6 * i + 1, 6 * i + 4, 3],
      [6 * i + 5, (6 * i + 6) % 24, 0.1],
    ]).flat();
    const expected = Array.from({ length: 24 }, (_, node) => 1 + Math.floor(node / 6));
    expect(await communities(networkFrom(24, [...triangles, ...pairs]))).toEqual(expected);
  });

  test('of any network have no less modularity than its components, or each node alone', async () => {
    await fc.assert(
      fc.asyncProperty(smallNetworks, async ({ nodeCount, ties }) => {
        fc.pre(ties.length > 0);
        const network = networkFrom(nodeCount, ties);
        const found = modularity(ties, await communities(network));
        expect(found).toBeGreaterThanOrEqual(modularity(ties, await components(network)) - 1e-9);
        expect(found).toBeGreaterThanOrEqual(modularity(ties, [...Array(nodeCount).keys()]) - 1e-9);
        expect(await communities(network)).toEqual(await communities(networkFrom(nodeCount, ties.toReversed())));
      }),
    );
  });
});

/** Newman 2004: the share of weight within communities, less what would be within by chance. */
function modularity(ties: readonly WeightedTie[], groups: readonly number[]): number {
  const total = ties.reduce((sum, [, , weight]) => sum + weight, 0);
  const strengths = new Map<number, number>();
  for (const [a, b, weight] of ties) {
    for (const node of [a, b]) strengths.set(groups[node]!, (strengths.get(groups[node]!) ?? 0) + weight);
  }
  const within = ties.filter(([a, b]) => groups[a] === groups[b]).reduce((sum, [, , weight]) => sum + weight, 0);
  const byChance = [...strengths.values()].reduce((sum, strength) => sum + (strength / (2 * total)) ** 2, 0);
  return within / total - byChance;
}

describe('eigenvector centrality', () => {
  const near = (values: readonly number[], expected: readonly number[]) => {
    expect(values).toHaveLength(expected.length);
    values.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 9));
  };

  test('settles in networks of two kinds', async () => {
    // A star of four: λ = 2, the centre has √4 times the value of a leaf. A chain of three: √2 times.
    near(await eigenvector(networkFrom(5, [[0, 1, 1], [0, 2, 1], [0, 3, 1], [0, 4, 1]])), [1, 0.5, 0.5, 0.5, 0.5]); // prettier-ignore
    near(await eigenvector(networkFrom(3, [[0, 1, 1], [1, 2, 1]])), [Math.SQRT1_2, 1, Math.SQRT1_2]); // prettier-ignore
  });

  test('takes weights as strengths', async () => {
    // A chain with weights 3 and 4: λ = 5, the ends have 3/5 and 4/5 of the middle.
    near(await eigenvector(networkFrom(3, [[0, 1, 3], [1, 2, 4]])), [0.6, 1, 0.8]); // prettier-ignore
  });

  test('of components is that of the one with the largest eigenvalue', async () => {
    // λ is 2 for the triangle, and 1 for the pair, though that has as many members' strengths as it could.
    near(await eigenvector(networkFrom(6, [...triangle(0), [3, 4, 1]])), [1, 1, 1, 0, 0, 0]);
    // One strong tie outdoes it: 3.
    near(await eigenvector(networkFrom(6, [...triangle(0), [3, 4, 3]])), [0, 0, 0, 1, 1, 0]);
  });

  test('of equal components is as large in each', async () => {
    near(await eigenvector(networkFrom(5, [[0, 1, 2], [3, 4, 2]])), [1, 1, 0, 1, 1]); // prettier-ignore
    // λ = 2 for a triangle and for a star of four, where the star's part of (1, 1, 1, 1, 1) is (1.5, 0.75, ...).
    const star: WeightedTie[] = [[3, 4, 1], [3, 5, 1], [3, 6, 1], [3, 7, 1]]; // prettier-ignore
    const third = 1 / 1.5;
    near(await eigenvector(networkFrom(8, [...triangle(0), ...star])), [third, third, third, 1, 0.5, 0.5, 0.5, 0.5]);
  });

  test('is 0 where there are no ties', async () => {
    expect(await eigenvector(networkFrom(2, []))).toEqual([0, 0]);
    expect(await eigenvector(networkFrom(0, []))).toEqual([]);
  });

  test('that does not settle is refused', async () => {
    const ties = Array.from({ length: 3_000 }, (_, i): WeightedTie => [i, i + 1, 1]);
    await expect(eigenvector(networkFrom(3_001, ties))).rejects.toMatchObject({
      code: 'TOO_COSTLY',
      message: expect.stringContaining('does not settle in 20,000 steps') as unknown,
    });
  });

  test('of any network is a vector that its matrix only makes longer', async () => {
    await fc.assert(
      fc.asyncProperty(smallNetworks, async ({ nodeCount, ties }) => {
        const values = await eigenvector(networkFrom(nodeCount, ties));
        if (ties.length === 0) return;
        expect(Math.max(...values)).toBe(1);
        const product = values.map(() => 0);
        for (const [a, b, weight] of ties) {
          product[a]! += weight * values[b]!;
          product[b]! += weight * values[a]!;
        }
        const eigenvalue = product[values.indexOf(1)]!;
        product.forEach((value, i) => expect(value / eigenvalue).toBeCloseTo(values[i]!, 6));
      }),
    );
  });
});
