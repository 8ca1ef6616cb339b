import { sharedFloats, sharedInts } from './arrays.ts';
import { type StopCheck } from './stop.ts';
import { type Network } from './types.ts';

/**
 * The ties of each node that can be on a shortest path by distance, the shortest first, in shared memory. A tie is as long as
 * 1 / its weight.
 */
export interface RowsByLength {
  offsets: Int32Array;
  neighbours: Int32Array;
  lengths: Float64Array;
}

/**
 * Lengths that differ by less than this share of them are the same: sums of 1/weight come out differently by the order of
 * their parts, by some 1e-16 for each tie of a path.
 */
export const SAME_LENGTH = 1e-12;

/** Of how many of its nearest neighbours it is looked whether they are a shorter way to others. */
const DETOURS = 16;
/** How many ties of theirs are looked at, for each tie of the node. */
const LOOKS_PER_TIE = 16;

/**
 * Leaves out ties that are longer than the way over a near neighbour, which are on no shortest path: where some meet often, most
 * ties of those who met once. A tie may be left out at one end and not at the other; it is on no path then either.
 */
export function rowsByLength({ nodes, offsets, neighbours, weights }: Network, checkStop: StopCheck): RowsByLength {
  const count = nodes.length;
  /** From the node at hand to each neighbour; 0: none, or one that is nearer by a detour. */
  const direct = new Float64Array(count);
  const nearest = new Int32Array(DETOURS);
  const isKept = new Uint8Array(neighbours.length);
  const keptOffsets = sharedInts(count + 1);

  /** Finds the ties with the nearest neighbours, the nearest first, and returns how many. */
  function findNearest(start: number, end: number): number {
    let found = 0;
    for (let e = start; e < end; e++) {
      const weight = weights[e]!;
      if (found === DETOURS && weight <= weights[nearest[found - 1]!]!) continue;
      let at = found < DETOURS ? found++ : found - 1;
      for (; at > 0 && weights[nearest[at - 1]!]! < weight; at--) nearest[at] = nearest[at - 1]!;
      nearest[at] = e;
    }
    return found;
  }

  function dropDetoured(start: number, end: number): void {
    const found = findNearest(start, end);
    let left = LOOKS_PER_TIE * (end - start);
    for (let i = 0; i < found && left > 0; i++) {
      const near = neighbours[nearest[i]!]!;
      const way = 1 / weights[nearest[i]!]!;
      const [first, last] = [offsets[near]!, offsets[near + 1]!];
      for (let e = first; e < last; e++) {
        const other = neighbours[e]!;
        if ((way + 1 / weights[e]!) * (1 + SAME_LENGTH) < direct[other]!) direct[other] = 0;
      }
      left -= last - first;
    }
  }

  for (let node = 0; node < count; node++) {
    checkStop();
    const [start, end] = [offsets[node]!, offsets[node + 1]!];
    for (let e = start; e < end; e++) direct[neighbours[e]!] = 1 / weights[e]!;
    dropDetoured(start, end);
    let kept = 0;
    for (let e = start; e < end; e++) {
      const other = neighbours[e]!;
      if (direct[other]! > 0) isKept[e] = 1;
      kept += isKept[e]!;
      direct[other] = 0;
    }
    keptOffsets[node + 1] = keptOffsets[node]! + kept;
  }

  const rows = {
    offsets: keptOffsets,
    neighbours: sharedInts(keptOffsets[count]!),
    lengths: sharedFloats(keptOffsets[count]!),
  };
  for (let node = 0; node < count; node++) {
    const row: number[] = [];
    for (let e = offsets[node]!; e < offsets[node + 1]!; e++) if (isKept[e] === 1) row.push(e);
    row.sort((a, b) => weights[b]! - weights[a]!);
    rows.neighbours.set(
      row.map((e) => neighbours[e]!),
      keptOffsets[node],
    );
    rows.lengths.set(
      row.map((e) => 1 / weights[e]!),
      keptOffsets[node],
    );
  }
  return rows;
}
