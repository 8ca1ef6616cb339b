import { UndirectedGraph as Graph } from 'graphology';
import layout, { type ForceAtlas2Settings } from 'graphology-layout-forceatlas2';

/** ForceAtlas2 of a package of CommonJS, whose types say `default` for what is the module itself. */
const forceAtlas2 = layout as unknown as (typeof layout)['default'];

/** A network to lay out: of each node its community, and ties as triples of the places of two nodes and the weight. */
export interface LayoutTask {
  communities: readonly number[];
  ties: readonly (readonly [a: number, b: number, weight: number])[];
}

/** Where the nodes are after some steps, as pairs of x and y. */
export interface Layout {
  positions: Float32Array;
  isSettled: boolean;
}

const STEPS_AT_A_TIME = 20;
/** Enough for what the eye compares: by then networks of the seed and made ones of 2,000 nodes have settled or nearly so. */
const MOST_STEPS = 400;
/** By how much of the whole width nodes may still move in a step, on average, where it counts as settled. */
const SETTLED = 0.0004;
/** Where every pair is looked at, up to so many nodes; beyond, groups of far ones count as one. */
const EXACT = 400;

/**
 * Lays out a network by ForceAtlas2 (Jacomy and others 2014, PLOS ONE 9, e98679), some steps at a time, until it is settled. There
 * is no chance in it: nodes begin on a spiral in the order of their communities, so that the same network always looks the same.
 */
export function* layOut({ communities, ties }: LayoutTask): Generator<Layout, void> {
  const graph = new Graph();
  const order = communities.map((_, index) => index).toSorted((a, b) => communities[a]! - communities[b]! || a - b);
  const start = new Map(order.map((node, rank) => [node, spiral(rank)]));
  communities.forEach((_, node) => graph.addNode(node, start.get(node)));
  for (const [a, b, weight] of ties) graph.mergeEdge(a, b, { weight });
  const settings: ForceAtlas2Settings = {
    ...forceAtlas2.inferSettings(graph),
    barnesHutOptimize: graph.order > EXACT,
    gravity: 0.2,
    edgeWeightInfluence: 0.5,
  };
  let before = positionsOf(graph);
  for (let steps = STEPS_AT_A_TIME; ; steps += STEPS_AT_A_TIME) {
    if (graph.size > 0) forceAtlas2.assign(graph, { iterations: STEPS_AT_A_TIME, settings });
    const positions = positionsOf(graph);
    const isSettled = movement(before, positions) / STEPS_AT_A_TIME < SETTLED || steps >= MOST_STEPS;
    yield { positions, isSettled };
    if (isSettled) return;
    before = positions;
  }
}

/** The place of that rank on a spiral that fills a disc evenly. */
function spiral(rank: number): { x: number; y: number } {
  const [radius, angle] = [10 * Math.sqrt(rank + 0.5), rank * Math.PI * (3 - Math.sqrt(5))];
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
}

function positionsOf(graph: Graph): Float32Array {
  const positions = new Float32Array(graph.order * 2);
  let index = 0;
  graph.forEachNode((_, { x, y }) => {
    positions[index++] = x as number;
    positions[index++] = y as number;
  });
  return positions;
}

/** How far nodes moved on average, as a share of the width of all. */
function movement(before: Float32Array, after: Float32Array): number {
  let [moved, least, most] = [0, Infinity, -Infinity];
  for (let index = 0; index < after.length; index += 2) {
    moved += Math.hypot(after[index]! - before[index]!, after[index + 1]! - before[index + 1]!);
    least = Math.min(least, after[index]!);
    most = Math.max(most, after[index]!);
  }
  return moved / (after.length / 2) / Math.max(most - least, Number.EPSILON);
}
