import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Layout, layOut } from '../../../../web/explore/pictures/network/layout.ts';
import { networkOf } from '../../../../web/explore/pictures/network/network-settings.ts';
import { drawingOf, tiesOf } from '../../../../web/explore/pictures/network/picture.ts';
import { PALE } from '../../../../web/explore/pictures/series.ts';
import { matrixOf, moved, pairsOf, shadeOf } from '../../../../web/explore/pictures/matrix/matrix.ts';

const titleOf = ({ name }: { name?: string | null }) => name ?? '';

const node = (name: string, community: number, strength: number) => ({
  entity: { __typename: 'Official' as const, key: `official:${name}`, name, country: null },
  ...{ degree: 1, strength, community },
});
const tie = (a: string, b: string, weight: number) => ({
  a: { key: `official:${a}` },
  b: { key: `official:${b}` },
  weight,
});

const NODES = [node('ann', 1, 9), node('bea', 2, 8), node('cem', 1, 7)];
const TIES = [tie('ann', 'bea', 6), tie('ann', 'cem', 3), tie('bea', 'elsewhere', 2)];

test('the matrix stands by community, then strength; ties to others are left out', () => {
  const matrix = matrixOf(NODES, TIES);
  expect(matrix.nodes.map(({ entity }) => entity.name)).toEqual(['ann', 'cem', 'bea']);
  expect(matrix.weights).toEqual([
    [0, 3, 6],
    [3, 0, 0],
    [6, 0, 0],
  ]);
  expect(matrix.most).toEqual([0, 2]);
  expect(pairsOf(matrix, titleOf).rows).toEqual([
    ['ann', 'bea', 6],
    ['ann', 'cem', 3],
  ]);
});

test('the shade of a cell grows with its number, and tells something from nothing', () => {
  expect(shadeOf(0, 50)).toBe(0);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }), (a, b) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)];
      expect(shadeOf(less, 99)).toBeLessThanOrEqual(shadeOf(more, 99));
      expect([1, 2, 3, 4, 5]).toContain(shadeOf(less, 99));
    }),
  );
});

test('arrow keys stay within the matrix', () => {
  expect(moved([0, 1], 'ArrowLeft', 3)).toEqual([0, 0]);
  expect(moved([0, 0], 'ArrowLeft', 3)).toBeNull();
  expect(moved([1, 1], 'End', 3)).toEqual([1, 2]);
  expect(moved([1, 1], 'PageUp', 3)).toEqual([0, 1]);
  expect(moved([1, 1], 'x', 3)).toBeNull();
});

test('an address says a network as the API has it', () => {
  const said = (search: string) => networkOf(new URLSearchParams(search), 'OFFICIAL');
  expect(said('')).toEqual({ nodes: 'OFFICIAL' });
  expect(said('body=org:udcg&minWeight=2&around=official:x&radius=2&officials.levels=MINISTER&weight=NEWMAN')).toEqual({
    ...{ nodes: 'OFFICIAL', body: 'org:udcg', minWeight: 2, around: 'official:x', radius: 2, weight: 'NEWMAN' },
    officials: { levels: ['MINISTER'] },
  });
  expect(said('nodes=COUNTRY&officials.levels=MINISTER&radius=2&minWeight=many')).toEqual({ nodes: 'COUNTRY' });
});

const network = { nodeCount: 4, tieCount: 3, meetingCount: 5, notes: [], nodes: NODES, ties: TIES };

test('a drawing has the ties among its nodes, and says how many it has not', () => {
  const drawing = drawingOf(network, 'STRENGTH', 'community');
  expect(drawing.ties).toEqual([
    { a: 0, b: 1, weight: 6 },
    { a: 0, b: 2, weight: 3 },
  ]);
  expect(drawing.hiddenTies).toBe(1);
  expect(drawing.nodes[0]!.size).toBeGreaterThan(drawing.nodes[2]!.size);
  expect(tiesOf(drawing, 1)).toEqual([{ other: drawing.nodes[0], weight: 6 }]);
});

test('the largest groups have looks of their own; a community of one is pale', () => {
  const { groups } = drawingOf(network, 'STRENGTH', 'community');
  expect(groups.map(({ key, look, label }) => [key, look, label])).toEqual([
    ['1', 0, 'around ann and cem'],
    ['2', PALE, 'around bea'],
  ]);
  expect(drawingOf(network, 'DEGREE', 'country').groups).toMatchObject([{ label: 'no country', count: 3 }]);
});

/** Two rings that one tie joins, and one node alone. */
const RINGS = {
  communities: Array.from({ length: 21 }, (_, index) => (index < 10 ? 1 : index < 20 ? 2 : 3)),
  ties: [
    ...Array.from({ length: 20 }, (_, at) => [at, at % 10 === 9 ? at - 9 : at + 1, 2] as const),
    [0, 10, 1] as const,
  ],
};

test('the same network always looks the same, and comes to rest', () => {
  const last = (): Layout => [...layOut(RINGS)].at(-1)!;
  expect(last()).toEqual(last());
  expect(last().isSettled).toBe(true);
  expect(last().positions.every(Number.isFinite)).toBe(true);
});

test('those who are tied stand nearer to one another than others do', () => {
  const { positions } = [...layOut(RINGS)].at(-1)!;
  const distance = (a: number, b: number) =>
    Math.hypot(positions[2 * a]! - positions[2 * b]!, positions[2 * a + 1]! - positions[2 * b + 1]!);
  expect(distance(4, 5)).toBeLessThan(distance(4, 15));
});

test.each([
  ['nobody', { communities: [], ties: [] }],
  ['one', { communities: [1], ties: [] }],
  ['some without ties', { communities: [1, 2, 3], ties: [] }],
])('%s can be laid out', (_, task) => {
  const layouts = [...layOut(task)];
  expect(layouts.at(-1)!.isSettled).toBe(true);
  expect(layouts.at(-1)!.positions.every(Number.isFinite)).toBe(true);
});
