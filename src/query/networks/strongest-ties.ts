import { type Network } from '../../network/types.ts';
import { type NetworkTie } from '../ir/computed.ts';

/** The strongest ties; of equal ones the first, which come in the order of the names of their nodes. */
export function strongestTies(network: Network, count: number): NetworkTie[] {
  const { nodes, offsets, neighbours, weights, tieCount } = network;
  const wanted = Math.min(count, tieCount);
  if (wanted === 0) return [];
  const { least, atLeast } = weakestOf(network, wanted);
  let remaining = atLeast;
  const chosen: NetworkTie[] = [];
  for (let a = 0; a < nodes.length && chosen.length < wanted; a++) {
    for (let at = offsets[a]!; at < offsets[a + 1]!; at++) {
      const [b, weight] = [neighbours[at]!, weights[at]!];
      if (b > a && (weight > least || (weight === least && remaining-- > 0))) chosen.push({ a, b, weight });
    }
  }
  return chosen.sort((one, other) => other.weight - one.weight);
}

/**
 * The weight of the weakest of so many strongest ties, and how many of these have it. A heap of those found so far, the weakest on top: all
 * weights are looked at, but few are moved.
 */
function weakestOf(
  { nodes, offsets, neighbours, weights }: Network,
  count: number,
): { least: number; atLeast: number } {
  const heap = new Float64Array(count);
  let size = 0;
  const sink = (weight: number) => {
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= size) break;
      if (child + 1 < size && heap[child + 1]! < heap[child]!) child++;
      if (heap[child]! >= weight) break;
      heap[place] = heap[child]!;
      place = child;
    }
    heap[place] = weight;
  };
  const rise = (weight: number) => {
    let place = size++;
    while (place > 0 && heap[(place - 1) >> 1]! > weight) {
      heap[place] = heap[(place - 1) >> 1]!;
      place = (place - 1) >> 1;
    }
    heap[place] = weight;
  };
  for (let a = 0; a < nodes.length; a++) {
    for (let at = offsets[a]!; at < offsets[a + 1]!; at++) {
      if (neighbours[at]! < a) continue;
      const weight = weights[at]!;
      if (size < count) rise(weight);
      else if (weight > heap[0]!) sink(weight);
    }
  }
  const least = heap[0]!;
  return { least, atLeast: heap.filter((weight) => weight === least).length };
}
