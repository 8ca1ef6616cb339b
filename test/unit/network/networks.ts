import fc from 'fast-check';
import { type Network, type Presences } from '../../../src/network/types.ts';

/** Two nodes and the weight of their tie. */
export type WeightedTie = readonly [a: number, b: number, weight: number];

/** Presences from the nodes at each meeting. */
export function presencesFrom(meetings: readonly (readonly number[])[], nodeCount: number): Presences {
  const rows = Array.from({ length: nodeCount }, (_, node) =>
    [...meetings.keys()].filter((meeting) => meetings[meeting]!.includes(node)),
  );
  return { nodeCount, meetingCount: meetings.length, ...sparse(rows, 'meetings') };
}

/** A network from ties, each said once. */
export function networkFrom(nodeCount: number, ties: readonly WeightedTie[]): Network {
  const both = ties.flatMap(([a, b, weight]) => [
    { a, b, weight },
    { a: b, b: a, weight },
  ]);
  const rows = Array.from({ length: nodeCount }, (_, node) =>
    both.filter(({ a }) => a === node).sort((x, y) => x.b - y.b),
  );
  return {
    nodes: Int32Array.from(rows.keys()),
    ...sparse(
      rows.map((row) => row.map(({ b }) => b)),
      'neighbours',
    ),
    weights: Float64Array.from(rows.flat(), ({ weight }) => weight),
    tieCount: ties.length,
  };
}

function sparse<Name extends string>(rows: readonly number[][], name: Name) {
  const offsets = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => (offsets[i + 1] = offsets[i]! + row.length));
  return { offsets, [name]: Int32Array.from(rows.flat()) } as { offsets: Int32Array } & Record<Name, Int32Array>;
}

/** The ties of a network, each once, with the numbers that its nodes have in the presences. */
export function tiesIn({ nodes, offsets, neighbours, weights }: Network): WeightedTie[] {
  return [...nodes.keys()].flatMap((i) =>
    Array.from({ length: offsets[i + 1]! - offsets[i]! }, (_, j) => offsets[i]! + j)
      .filter((e) => neighbours[e]! > i)
      .map((e) => [nodes[i]!, nodes[neighbours[e]!]!, weights[e]!] as const),
  );
}

/** Up to twelve meetings among up to nine nodes, some of them nowhere. */
export const presences = fc.integer({ min: 1, max: 9 }).chain((nodeCount) =>
  fc.record({
    nodeCount: fc.constant(nodeCount),
    meetings: fc.array(fc.uniqueArray(fc.nat(nodeCount - 1), { maxLength: nodeCount }), { maxLength: 12 }),
  }),
);

/** Weights of which 60 is a multiple, so that lengths are whole sixtieths and can be compared exactly. */
const WEIGHTS = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60] as const;

/** Networks of up to twelve nodes, from no ties to all. */
export const smallNetworks = fc.integer({ min: 1, max: 12 }).chain((nodeCount) =>
  fc
    .array(fc.option(fc.constantFrom(...WEIGHTS), { freq: 2 }), {
      minLength: (nodeCount * (nodeCount - 1)) / 2,
      maxLength: (nodeCount * (nodeCount - 1)) / 2,
    })
    .map((weights) => {
      const pairs = Array.from({ length: nodeCount }, (_, b) => Array.from({ length: b }, (_, a) => [a, b] as const));
      const ties = pairs.flat().flatMap(([a, b], i): WeightedTie[] => (weights[i] == null ? [] : [[a, b, weights[i]]]));
      return { nodeCount, ties };
    }),
);
