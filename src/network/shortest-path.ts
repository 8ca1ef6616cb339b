import { SAME_LENGTH } from './rows-by-length.ts';
import { type StopCheck } from './stop.ts';
import { type Network, type PathQuestion } from './types.ts';

/**
 * The shortest path between two nodes among those of at most `maxTies` ties: by STEPS that of the fewest ties, by
 * DISTANCE that with the least sum of 1/weight, and of several such the one of the fewest ties. Of several equal ones it
 * is always the same: at each step that to the node of the lowest number.
 *
 * @returns Its nodes from one end to the other; the node alone if both are the same; null if there is none.
 */
export function shortestPath(network: Network, question: PathQuestion, checkStop: StopCheck): number[] | null {
  const { from, to, lengths } = question;
  const lengthOf = lengths === 'STEPS' ? () => 1 : (e: number) => 1 / network.weights[e]!;
  const layers = distancesTo(network, question, lengthOf, checkStop);
  const shortest = layers.at(-1)![from]!;
  if (shortest === Infinity) return null;
  let left = layers.findIndex((layer) => layer[from]! <= shortest * (1 + SAME_LENGTH));
  const path = [from];
  for (let node = from; node !== to;) {
    const wanted = layers[left]![node]! * (1 + SAME_LENGTH);
    const nearer = layers[--left]!;
    let e = network.offsets[node]!;
    while (nearer[network.neighbours[e]!]! + lengthOf(e) > wanted) e++;
    node = network.neighbours[e]!;
    path.push(node);
  }
  return path;
}

/**
 * How far each node is from the end by paths of at most 0, 1, 2 ... ties (R. Bellman, 1958), until no more ties bring it
 * nearer or, by STEPS, until the other end is reached.
 */
function distancesTo(
  { nodes, offsets, neighbours }: Network,
  { from, to, lengths, maxTies }: PathQuestion,
  lengthOf: (e: number) => number,
  checkStop: StopCheck,
): Float64Array[] {
  const start = new Float64Array(nodes.length).fill(Infinity);
  start[to] = 0;
  const layers = [start];
  let changed = [to];
  while (layers.length <= maxTies && changed.length > 0) {
    const last = layers.at(-1)!;
    if (lengths === 'STEPS' && last[from]! < Infinity) break;
    const layer = last.slice();
    const next = new Set<number>();
    for (const node of changed) {
      checkStop();
      for (let e = offsets[node]!; e < offsets[node + 1]!; e++) {
        const other = neighbours[e]!;
        const length = last[node]! + lengthOf(e);
        if (length >= layer[other]!) continue;
        layer[other] = length;
        next.add(other);
      }
    }
    layers.push(layer);
    changed = [...next];
  }
  return layers;
}
