import type { Linked } from '../../parts/linked.ts';
import type { Table } from '../table.ts';

/** A node of a network as the matrix shows it. */
export interface MatrixNode {
  entity: Linked;
  degree: number;
  strength: number;
  community: number;
}

/** A matrix: its nodes in order, and the weight of each pair, by the places of the two. */
export interface Matrix {
  nodes: readonly MatrixNode[];
  weights: readonly (readonly number[])[];
  /** The highest of the weights; 0 without ties. */
  highest: number;
  /** The two who met most often, by their places. */
  most: readonly [number, number] | null;
}

/** Orders nodes by community, the strongest first in each, and fills in the ties among them. */
export function matrixOf(
  nodes: readonly MatrixNode[],
  ties: readonly { a: { key: string }; b: { key: string }; weight: number }[],
): Matrix {
  const ordered = nodes.toSorted((a, b) => a.community - b.community || b.strength - a.strength);
  const places = new Map(ordered.map(({ entity }, index) => [entity.key, index]));
  const weights = ordered.map(() => ordered.map(() => 0));
  let highest = 0;
  let most: [number, number] | null = null;
  for (const { a, b, weight } of ties) {
    const [row, column] = [places.get(a.key), places.get(b.key)];
    if (row === undefined || column === undefined) continue;
    weights[row]![column] = weight;
    weights[column]![row] = weight;
    if (weight > highest) [highest, most] = [weight, [Math.min(row, column), Math.max(row, column)]];
  }
  return { nodes: ordered, weights, highest, most };
}

/** From 0 (none) to 5 (the highest): how dark a cell is. The steps are even in the square root, so that weak ties are seen. */
export function shadeOf(weight: number, highest: number): number {
  return weight <= 0 ? 0 : Math.max(1, Math.ceil(Math.sqrt(weight / highest) * 5));
}

/** The pairs as a table, those who met most often first. */
export function pairsOf({ nodes, weights }: Matrix, nameOf: (node: Linked) => string): Table {
  const pairs = nodes.flatMap(({ entity: a }, row) =>
    nodes.flatMap(({ entity: b }, column) =>
      column > row && weights[row]![column]! > 0 ? [[nameOf(a), nameOf(b), weights[row]![column]!] as const] : [],
    ),
  );
  return {
    columns: ['One', 'The other', 'Meetings'],
    rows: pairs.toSorted(([a, , first], [b, , second]) => second - first || a.localeCompare(b)),
  };
}

/** Where an arrow key leads from a cell of a square of `size`, or null where there is nothing. */
export function moved([row, column]: readonly [number, number], key: string, size: number): [number, number] | null {
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    Home: [0, -column],
    End: [0, size - 1 - column],
    PageUp: [-row, 0],
    PageDown: [size - 1 - row, 0],
  };
  const step = steps[key];
  if (step === undefined) return null;
  const next: [number, number] = [row + step[0], column + step[1]];
  return next.every((place) => place >= 0 && place < size) ? next : null;
}
