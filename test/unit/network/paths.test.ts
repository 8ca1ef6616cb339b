import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createNetworkPool } from '../../../src/network/pool.ts';
import { pathCost } from '../../../src/network/sources.ts';
import { type PathLength } from '../../../src/domain/vocabulary.generated.ts';
import { type Network } from '../../../src/network/types.ts';
import { networkFrom, smallNetworks, type WeightedTie } from './networks.ts';

const pool = createNetworkPool({ threads: 2 });
afterAll(() => pool.close());

const betweenness = async (network: Network, lengths: PathLength = 'STEPS', sample: number | null = null) => [
  ...(await pool.measure(network, { measure: 'betweenness', lengths, sample })),
];
const closeness = async (network: Network, lengths: PathLength = 'STEPS', sample: number | null = null) => [
  ...(await pool.measure(network, { measure: 'closeness', lengths, sample })),
];

const chain = networkFrom(4, [[0, 1, 1], [1, 2, 1], [2, 3, 1]]); // prettier-ignore
const square = networkFrom(4, [[0, 1, 1], [1, 2, 1], [2, 3, 1], [0, 3, 1]]); // prettier-ignore
const star = networkFrom(5, [[0, 1, 1], [0, 2, 1], [0, 3, 1], [0, 4, 1]]); // prettier-ignore
/** 0 and 2 met once; each met 1 four times. */
const throughOne = networkFrom(3, [[0, 1, 4], [1, 2, 4], [0, 2, 1]]); // prettier-ignore
/** A chain of three, a pair, and one alone. */
const apart = networkFrom(6, [[0, 1, 1], [1, 2, 1], [3, 4, 1]]); // prettier-ignore

describe('betweenness', () => {
  test('counts each pair once, and only pairs of others', async () => {
    // Through 1 lead 0-2 and 0-3.
    expect(await betweenness(chain)).toEqual([0, 2, 2, 0]);
    // Through the centre lead all pairs of four.
    expect(await betweenness(star)).toEqual([6, 0, 0, 0, 0]);
  });

  test('shares a pair among its shortest paths', async () => {
    // Two ways lead from each corner to the one opposite.
    expect(await betweenness(square)).toEqual([0.5, 0.5, 0.5, 0.5]);
  });

  test('by distance takes a strong tie as a short one', async () => {
    // From 0 to 2: 1/4 + 1/4 through 1, and 1 directly. Were weights lengths, 1 would be shorter than 4 + 4.
    expect(await betweenness(throughOne, 'DISTANCE')).toEqual([0, 1, 0]);
    expect(await betweenness(throughOne, 'STEPS')).toEqual([0, 0, 0]);
  });

  test('by distance knows ways of the same length, whatever order their ties are added in', async () => {
    expect(1 / 10 + 1 / 15).not.toBe(1 / 6);
    // From 0 to 2 directly, and as far through 1: half a pair. Weights that are a thousandth more make the detour the only way.
    expect(await betweenness(networkFrom(3, [[0, 1, 10], [1, 2, 15], [0, 2, 6]]), 'DISTANCE')).toEqual([0, 0.5, 0]); // prettier-ignore
    expect(await betweenness(networkFrom(3, [[0, 1, 10.01], [1, 2, 15], [0, 2, 6]]), 'DISTANCE')).toEqual([0, 1, 0]); // prettier-ignore
    expect(await betweenness(networkFrom(3, [[0, 1, 9.99], [1, 2, 15], [0, 2, 6]]), 'DISTANCE')).toEqual([0, 0, 0]); // prettier-ignore
    // A ring 0-1-2-5-4-3-0 of ties as long as 1, 1/2, 1/6, 1, 1/2, 1/6. Pairs two ties apart lie on both sides of one node; the three
    // pairs opposite each other have two ways of 1 2/3, on each of which a node has half a pair, twice.
    const ties: WeightedTie[] = [[0, 1, 1], [1, 2, 2], [2, 5, 6], [0, 3, 6], [3, 4, 2], [4, 5, 1]]; // prettier-ignore
    expect(await betweenness(networkFrom(6, ties), 'DISTANCE')).toEqual([2, 2, 2, 2, 2, 2]);
  });

  test('of components apart is that of each', async () => {
    expect(await betweenness(apart)).toEqual([0, 1, 0, 0, 0, 0]);
    expect(await betweenness(networkFrom(3, []))).toEqual([0, 0, 0]);
    expect(await betweenness(networkFrom(0, []))).toEqual([]);
  });
});

describe('closeness', () => {
  test('is one over the mean distance where all are reached', async () => {
    // From the centre 1, from a leaf (1 + 2 + 2 + 2) / 4.
    expect(await closeness(star)).toEqual([1, 4 / 7, 4 / 7, 4 / 7, 4 / 7]);
  });

  test('is less where few are reached', async () => {
    // 1 reaches two of five at distance 1 each: 2/2 * 2/5. 0: 2/3 * 2/5. 3: 1/1 * 1/5.
    const expected = [(2 / 3) * (2 / 5), 2 / 5, (2 / 3) * (2 / 5), 1 / 5, 1 / 5, 0];
    expect(await closeness(apart)).toEqual(expected);
    expect(await closeness(networkFrom(1, []))).toEqual([0]);
  });

  test('by distance takes a strong tie as a short one', async () => {
    // From 0: 1/4 to 1, and 1/2 to 2 through it.
    expect(await closeness(throughOne, 'DISTANCE')).toEqual([2 / 0.75, 2 / 0.5, 2 / 0.75]);
  });
});

/** All distances in whole sixtieths, the number of shortest paths, and what follows by the definitions. */
function slowMeasures(nodeCount: number, ties: readonly WeightedTie[], lengths: PathLength) {
  const all = Array.from({ length: nodeCount }, (_, i) => i);
  const lengthOf = (weight: number) => (lengths === 'STEPS' ? 60 : 60 / weight);
  const direct = all.map(() => all.map(() => Infinity));
  for (const [a, b, weight] of ties) direct[a]![b] = direct[b]![a] = lengthOf(weight);
  const distance = all.map((a) => all.map((b) => (a === b ? 0 : direct[a]![b]!)));
  for (const via of all) {
    for (const a of all) {
      for (const b of all) distance[a]![b] = Math.min(distance[a]![b]!, distance[a]![via]! + distance[via]![b]!);
    }
  }
  const paths = all.map((from) => {
    const counts = all.map((node) => Number(node === from));
    for (const to of all.toSorted((a, b) => distance[from]![a]! - distance[from]![b]!)) {
      if (to === from || distance[from]![to] === Infinity) continue;
      counts[to] = all
        .filter((before) => distance[from]![before]! + direct[before]![to]! === distance[from]![to]!)
        .reduce((sum, before) => sum + counts[before]!, 0);
    }
    return counts;
  });
  const pairs = all.flatMap((a) => all.filter((b) => b > a).map((b) => [a, b] as const));
  return {
    betweenness: all.map((node) =>
      pairs
        .filter(([a, b]) => a !== node && b !== node && distance[a]![b]! < Infinity)
        .filter(([a, b]) => distance[a]![node]! + distance[node]![b]! === distance[a]![b])
        .reduce((sum, [a, b]) => sum + (paths[a]![node]! * paths[node]![b]!) / paths[a]![b]!, 0),
    ),
    closeness: all.map((node) => {
      const reached = all.filter((other) => other !== node && distance[node]![other]! < Infinity);
      const total = reached.reduce((sum, other) => sum + distance[node]![other]!, 0) / 60;
      return reached.length === 0 ? 0 : (reached.length / total) * (reached.length / (nodeCount - 1));
    }),
  };
}

test.each<PathLength>(['STEPS', 'DISTANCE'])(
  'any network has the values that the definitions say, by %s',
  async (lengths) => {
    await fc.assert(
      fc.asyncProperty(smallNetworks, async ({ nodeCount, ties }) => {
        const network = networkFrom(nodeCount, ties);
        const expected = slowMeasures(nodeCount, ties, lengths);
        (await betweenness(network, lengths)).forEach((value, i) =>
          expect(value).toBeCloseTo(expected.betweenness[i]!, 9),
        );
        (await closeness(network, lengths)).forEach((value, i) => expect(value).toBeCloseTo(expected.closeness[i]!, 9));
      }),
      { numRuns: 400 },
    );
  },
);

/** A ring of nodes with ties of all lengths across it: more nodes than are in one row. */
function ring(nodeCount: number): Network {
  const ties = Array.from({ length: nodeCount }, (_, i): WeightedTie[] => [
    [i, (i + 1) % nodeCount, 1 + (i % 7)],
    ...(i % 3 === 0 ? [[i, (i * 7 + 50) % nodeCount, 1 + (i % 5)] as const] : []),
  ]);
  const unlike = ties.flat().filter(([a, b]) => a !== b);
  const byPair = new Map(unlike.map((tie) => [[tie[0], tie[1]].sort((a, b) => a - b).join(), tie]));
  return networkFrom(nodeCount, [...byPair.values()]);
}

describe('a sample', () => {
  test.each<PathLength>(['STEPS', 'DISTANCE'])('of all nodes gives the exact values, by %s', async (lengths) => {
    const network = ring(150);
    for (const measure of ['betweenness', 'closeness'] as const) {
      const exact = await pool.measure(network, { measure, lengths, sample: null });
      expect(await pool.measure(network, { measure, lengths, sample: 150 })).toEqual(exact);
      expect(await pool.measure(network, { measure, lengths, sample: 1_000 })).toEqual(exact);
    }
  });

  test('is the same each time, and near', async () => {
    const network = ring(300);
    for (const measure of [betweenness, closeness]) {
      const [exact, some, again] = [
        await measure(network),
        await measure(network, 'STEPS', 100),
        await measure(network, 'STEPS', 100),
      ];
      expect(again).toEqual(some);
      expect(some).not.toEqual(exact);
      const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
      expect(sum(some) / sum(exact)).toBeCloseTo(1, 1);
    }
  });

  test('leaves no small component without values', async () => {
    // A ring of 60 and a chain of three after it, from four sources.
    const large: WeightedTie[] = Array.from({ length: 60 }, (_, i) => [i, (i + 1) % 60, 1]);
    const network = networkFrom(63, [...large, [60, 61, 1], [61, 62, 1]]);
    expect((await betweenness(network, 'STEPS', 4)).slice(60)).toEqual([0, 1, 0]);
    expect((await closeness(network, 'STEPS', 4)).slice(60)).toEqual((await closeness(network)).slice(60));
  });

  test('costs as much less as it has fewer sources', () => {
    const network = ring(300);
    expect(pathCost(network, null)).toBe(300 * 2 * network.tieCount);
    expect(pathCost(network, 10)).toBe((10 + 30) * 2 * network.tieCount);
    expect(pathCost(network, 1_000)).toBe(pathCost(network, null));
  });
});

test('any number of threads comes to the same bits', async () => {
  const network = ring(1_200);
  const one = createNetworkPool({ threads: 1 });
  const three = createNetworkPool({ threads: 3 });
  try {
    for (const lengths of ['STEPS', 'DISTANCE'] as const) {
      const wanted = { measure: 'betweenness', lengths, sample: null } as const;
      expect(await three.measure(network, wanted)).toEqual(await one.measure(network, wanted));
    }
  } finally {
    await Promise.all([one.close(), three.close()]);
  }
});

describe('the shortest path', () => {
  const path = (network: Network, from: number, to: number, lengths: PathLength, maxTies = 6) =>
    pool.shortestPath(network, { from, to, lengths, maxTies });

  test('has the fewest ties, or the strongest', async () => {
    expect(await path(throughOne, 0, 2, 'STEPS')).toEqual([0, 2]);
    expect(await path(throughOne, 0, 2, 'DISTANCE')).toEqual([0, 1, 2]);
  });

  test('has no more ties than it may', async () => {
    expect(await path(throughOne, 0, 2, 'DISTANCE', 1)).toEqual([0, 2]);
    expect(await path(chain, 0, 3, 'STEPS', 3)).toEqual([0, 1, 2, 3]);
    expect(await path(chain, 0, 3, 'STEPS', 2)).toBeNull();
    expect(await path(chain, 0, 3, 'DISTANCE', 2)).toBeNull();
  });

  test('of a node to itself is the node; between components there is none', async () => {
    for (const lengths of ['STEPS', 'DISTANCE'] as const) {
      expect(await path(apart, 3, 3, lengths)).toEqual([3]);
      expect(await path(apart, 0, 3, lengths)).toBeNull();
      expect(await path(apart, 5, 0, lengths)).toBeNull();
    }
  });

  test('is the one by the lowest numbers among equal ones', async () => {
    expect(await path(square, 0, 2, 'STEPS')).toEqual([0, 1, 2]);
    expect(await path(square, 1, 3, 'DISTANCE')).toEqual([1, 0, 3]);
  });

  test('of any network is as long as distances say', async () => {
    await fc.assert(
      fc.asyncProperty(
        smallNetworks,
        fc.constantFrom<PathLength>('STEPS', 'DISTANCE'),
        async ({ nodeCount, ties }, lengths) => {
          const [from, to] = [0, nodeCount - 1];
          const found = await path(networkFrom(nodeCount, ties), from, to, lengths, nodeCount);
          const weightOf = (a: number, b: number) =>
            ties.find(([x, y]) => (x === a && y === b) || (x === b && y === a))![2];
          const length = found
            ?.slice(1)
            .reduce((sum, node, i) => sum + (lengths === 'STEPS' ? 1 : 1 / weightOf(found[i]!, node)), 0);
          expect(length ?? Infinity).toBeCloseTo(slowDistance(nodeCount, ties, lengths, from, to), 9);
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** Bellman's way, in sixtieths. */
function slowDistance(nodeCount: number, ties: readonly WeightedTie[], lengths: PathLength, from: number, to: number) {
  const distance = Array.from({ length: nodeCount }, (_, node) => (node === from ? 0 : Infinity));
  for (let round = 0; round < nodeCount; round++) {
    for (const [a, b, weight] of ties) {
      const length = lengths === 'STEPS' ? 60 : 60 / weight;
      distance[a] = Math.min(distance[a]!, distance[b]! + length);
      distance[b] = Math.min(distance[b]!, distance[a] + length);
    }
  }
  return distance[to]! / 60;
}
