import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { degrees, strengths } from '../../../src/network/groups.ts';
import { createNetworkPool } from '../../../src/network/pool.ts';
import { projectionCost, tiesOf } from '../../../src/network/ties.ts';
import { type TieWeight } from '../../../src/domain/vocabulary.generated.ts';
import { type ProjectionOptions } from '../../../src/network/types.ts';
import { presences, presencesFrom, tiesIn, type WeightedTie } from './networks.ts';

const pool = createNetworkPool({ threads: 1 });
afterAll(() => pool.close());

const ALL: ProjectionOptions = {
  ...{ mode: 'ONE_MODE', weight: 'COUNT', maxMeetingSize: null },
  ...{ minWeight: null, around: null },
};
const [A, B, C, D, E] = [0, 1, 2, 3, 4];
/** A meets B and C, then B alone, then D; E was alone. */
const five = presencesFrom([[A, B, C], [A, B], [A, D], [E]], 5);
const project = (options: Partial<ProjectionOptions>) => pool.project(five, { ...ALL, ...options });

describe('weights', () => {
  test.each<[TieWeight, WeightedTie[]]>([
    ['COUNT', [[A, B, 2], [A, C, 1], [A, D, 1], [B, C, 1]]], // prettier-ignore
    // Of three, each shares 1/2 with each other; of two, 1.
    ['NEWMAN', [[A, B, 1.5], [A, C, 0.5], [A, D, 1], [B, C, 0.5]]], // prettier-ignore
    // A was at three meetings, B at two, C and D at one.
    ['JACCARD', [[A, B, 2 / 3], [A, C, 1 / 3], [A, D, 1 / 3], [B, C, 1 / 2]]], // prettier-ignore
  ])('%s', async (weight, ties) => {
    expect(tiesIn(await project({ weight }))).toEqual(ties);
  });

  test('large meetings are left out before anything is counted', async () => {
    expect(tiesIn(await project({ maxMeetingSize: 2 }))).toEqual([[A, B, 1], [A, D, 1]]); // prettier-ignore
    // A was at two meetings that count, B at one of them.
    expect(tiesIn(await project({ maxMeetingSize: 2, weight: 'JACCARD' }))).toEqual([[A, B, 1 / 2], [A, D, 1 / 2]]); // prettier-ignore
    expect(tiesIn(await project({ maxMeetingSize: 1 }))).toEqual([]);
  });

  test('degree counts ties, strength adds their weights', async () => {
    const network = await project({ weight: 'NEWMAN' });
    expect([...degrees(network)]).toEqual([3, 2, 2, 1, 0]);
    // By Newman a node's strength is its number of meetings with others.
    expect([...strengths(network)]).toEqual([3, 2, 1, 1, 0]);
  });
});

test('light ties are left out, their nodes stay', async () => {
  const network = await project({ minWeight: 2 });
  expect(tiesIn(network)).toEqual([[A, B, 2]]);
  expect([...network.nodes]).toEqual([A, B, C, D, E]);
});

test.each([
  { radius: 0, nodes: [D], ties: [] },
  { radius: 1, nodes: [A, D], ties: [[A, D, 1]] },
  { radius: 2, nodes: [A, B, C, D], ties: [[A, B, 2], [A, C, 1], [A, D, 1], [B, C, 1]] }, // prettier-ignore
  { radius: 9, nodes: [A, B, C, D], ties: [[A, B, 2], [A, C, 1], [A, D, 1], [B, C, 1]] }, // prettier-ignore
])('within $radius ties of one', async ({ radius, nodes, ties }) => {
  const network = await project({ around: { node: D, radius } });
  expect([...network.nodes]).toEqual(nodes);
  expect(tiesIn(network)).toEqual(ties);
});

test('no way leads over ties that are too light', async () => {
  const network = await project({ minWeight: 2, around: { node: C, radius: 3 } });
  expect([...network.nodes]).toEqual([C]);
});

test('of two kinds: who was where', async () => {
  const network = await project({ mode: 'TWO_MODE' });
  expect([...network.nodes]).toEqual([A, B, C, D, E, 5, 6, 7, 8]);
  expect(tiesIn(network)).toEqual([
    ...[[A, 5, 1], [A, 6, 1], [A, 7, 1]], // prettier-ignore
    ...[[B, 5, 1], [B, 6, 1], [C, 5, 1], [D, 7, 1], [E, 8, 1]], // prettier-ignore
  ]);
  const small = await project({ mode: 'TWO_MODE', maxMeetingSize: 2, around: { node: B, radius: 2 } });
  expect([...small.nodes]).toEqual([A, B, 6]);
  expect(tiesIn(small)).toEqual([[A, 6, 1], [B, 6, 1]]); // prettier-ignore
});

test('nobody, and nobody anywhere', async () => {
  for (const mode of ['ONE_MODE', 'TWO_MODE'] as const) {
    const empty = await pool.project(presencesFrom([], 0), { ...ALL, mode });
    expect([empty.nodes.length, empty.tieCount, ...empty.offsets]).toEqual([0, 0, 0]);
    const alone = await pool.project(presencesFrom([], 2), { ...ALL, mode });
    expect([alone.nodes.length, alone.tieCount]).toEqual([2, 0]);
  }
});

test('more ties than there is memory for are refused, and what it would cost is known before', async () => {
  const all = presencesFrom([], 3_200);
  const crowd = { ...all, meetingCount: 1, offsets: all.offsets.map((_, i) => i), meetings: new Int32Array(3_200) };
  expect(projectionCost(crowd, null)).toBe(3_200 * 3_199);
  await expect(pool.project(crowd, ALL)).rejects.toMatchObject({ code: 'TOO_COSTLY', details: { limit: 5_000_000 } });
  expect(projectionCost(crowd, 3_199)).toBe(0);
  expect((await pool.project(crowd, { ...ALL, maxMeetingSize: 3_199 })).tieCount).toBe(0);
});

const options = fc.record({
  mode: fc.constant('ONE_MODE' as const),
  weight: fc.constantFrom<TieWeight>('COUNT', 'NEWMAN', 'JACCARD'),
  maxMeetingSize: fc.option(fc.integer({ min: 1, max: 6 })),
  minWeight: fc.option(fc.constantFrom(0, 0.4, 1, 2)),
  around: fc.constant(null),
});

/** Pair by pair, as the definitions say it. */
function slowTies(nodeCount: number, all: number[][], { weight, maxMeetingSize, minWeight }: ProjectionOptions) {
  const meetings = all.filter(({ length }) => length <= (maxMeetingSize ?? Infinity));
  const pairs = Array.from({ length: nodeCount }, (_, a) =>
    Array.from({ length: nodeCount }, (_, b) => [a, b] as const),
  );
  return pairs.flat().flatMap(([a, b]): WeightedTie[] => {
    if (a >= b) return [];
    const shared = meetings.filter((meeting) => meeting.includes(a) && meeting.includes(b));
    if (shared.length === 0) return [];
    const either = meetings.filter((meeting) => meeting.includes(a) || meeting.includes(b)).length;
    const newman = shared.reduce((sum, { length }) => sum + 1 / (length - 1), 0);
    const value = { COUNT: shared.length, NEWMAN: newman, JACCARD: shared.length / either }[weight];
    return minWeight !== null && value < minWeight ? [] : [[a, b, value]];
  });
}

describe('any presences', () => {
  test('make the ties that the definitions say', async () => {
    await fc.assert(
      fc.asyncProperty(presences, options, async ({ nodeCount, meetings }, chosen) => {
        fc.pre(chosen.weight !== 'NEWMAN' || chosen.minWeight === null); // sums may differ in the last digit
        const network = await pool.project(presencesFrom(meetings, nodeCount), chosen);
        const expected = slowTies(nodeCount, meetings, chosen);
        const found = tiesIn(network);
        expect(found.map(([a, b]) => [a, b])).toEqual(expected.map(([a, b]) => [a, b]));
        found.forEach(([, , weight], i) => expect(weight).toBeCloseTo(expected[i]![2], 12));
      }),
      { numRuns: 300 },
    );
  });

  test('make a network without ties to oneself, ascending, the same to the last bit from both ends', async () => {
    await fc.assert(
      fc.asyncProperty(presences, options, async ({ nodeCount, meetings }, chosen) => {
        const { nodes, offsets, neighbours, weights, tieCount } = await pool.project(
          presencesFrom(meetings, nodeCount),
          chosen,
        );
        const matrix = Array.from(nodes, (_, i) => {
          const row = neighbours.subarray(offsets[i], offsets[i + 1]);
          expect([...row]).toEqual([...new Set(row)].sort((a, b) => a - b));
          const byNode = new Map([...row].map((other, j) => [other, weights[offsets[i]! + j]!]));
          return Array.from(nodes, (_, j) => byNode.get(j) ?? 0);
        });
        matrix.forEach((row, i) => row.forEach((weight, j) => expect(matrix[j]![i]).toBe(i === j ? 0 : weight)));
        expect(neighbours.length).toBe(2 * tieCount);
        expect(Object.prototype.toString.call(neighbours.buffer)).toBe('[object SharedArrayBuffer]');
      }),
    );
  });

  test('make the same in any order of meetings, to the last bit', async () => {
    const ordered = presences.chain(({ nodeCount, meetings }) =>
      fc.record({
        ...{ nodeCount: fc.constant(nodeCount), meetings: fc.constant(meetings) },
        shuffled: fc.shuffledSubarray(meetings, { minLength: meetings.length }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(ordered, options, async ({ nodeCount, meetings, shuffled }, chosen) => {
        const [one, other] = await Promise.all(
          [meetings, shuffled].map((order) => pool.project(presencesFrom(order, nodeCount), chosen)),
        );
        expect(tiesIn(other!)).toEqual(tiesIn(one!));
      }),
    );
  });

  test('make the same when some come several times', async () => {
    const modes = fc.constantFrom('ONE_MODE' as const, 'TWO_MODE' as const);
    await fc.assert(
      fc.asyncProperty(presences, options, modes, async ({ nodeCount, meetings }, chosen, mode) => {
        const once = presencesFrom(meetings, nodeCount);
        const rows = Array.from({ length: nodeCount }, (_, i) => [
          ...once.meetings.slice(once.offsets[i], once.offsets[i + 1]),
        ]);
        const twice = {
          ...once,
          offsets: once.offsets.map((offset) => 2 * offset),
          meetings: Int32Array.from(rows.flatMap((row) => [...row, ...row])),
        };
        expect(await pool.project(twice, { ...chosen, mode })).toEqual(await pool.project(once, { ...chosen, mode }));
        expect(projectionCost(twice, chosen.maxMeetingSize)).toBe(projectionCost(once, chosen.maxMeetingSize));
      }),
    );
  });

  test('give a single node the ties that it has among all', async () => {
    await fc.assert(
      fc.asyncProperty(presences, options, async ({ nodeCount, meetings }, chosen) => {
        const given = presencesFrom(meetings, nodeCount);
        const { nodes, offsets, neighbours, weights } = await pool.project(given, { ...chosen, minWeight: null });
        for (let node = 0; node < nodeCount; node++) {
          const ties = tiesOf(given, node, chosen);
          const place = nodes.indexOf(node);
          const [start, end] = place < 0 ? [0, 0] : [offsets[place], offsets[place + 1]];
          expect(ties.neighbours).toEqual(neighbours.slice(start, end).map((other) => nodes[other]!));
          expect(ties.weights).toEqual(weights.slice(start, end));
          if (chosen.weight === 'COUNT') expect([...ties.shared]).toEqual([...ties.weights]);
        }
      }),
    );
  });
});
