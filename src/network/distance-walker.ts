import { SAME_LENGTH, type RowsByLength } from './rows-by-length.ts';
import { type PathWalker } from './walker.ts';

/**
 * Shortest paths by the sum of 1/weight (E. W. Dijkstra, 1959). Once every node of the component has been reached, no tie
 * matters that leads further than the farthest of them, and rows have the shortest ties first: most of each row is never
 * looked at. Paths are counted afterwards, each node from those just before it, so that which paths are the same length is
 * decided in one place.
 *
 * @param reach How many nodes the component of a node has.
 */
export function createDistanceWalker(
  { offsets, neighbours, lengths }: RowsByLength,
  reach: (node: number) => number,
): PathWalker {
  const count = offsets.length - 1;
  const distance = new Float64Array(count);
  /** Nodes in the order in which they are reached first, then in that of their distance. */
  const reached = new Int32Array(count);
  const order = new Int32Array(count);
  /** A binary heap of the nodes to go on from, the nearest first, and where in it each node is; -1: nowhere. */
  const heap = new Int32Array(count);
  const places = new Int32Array(count);
  const paths = new Float64Array(count);
  const dependency = new Float64Array(count);
  /** The nodes just before node `order[i]` on shortest paths: `before[starts[i]]` to `before[starts[i + 1] - 1]`. */
  const before = new Int32Array(neighbours.length);
  const starts = new Int32Array(count + 1);

  /** Puts a node into the heap at a place, or nearer to its top. */
  function rise(node: number, place: number): void {
    const own = distance[node]!;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const other = heap[parent]!;
      if (distance[other]! <= own) break;
      heap[place] = other;
      places[other] = place;
      place = parent;
    }
    heap[place] = node;
    places[node] = place;
  }

  /** Puts a node at the top of a heap of some size, or further down. */
  function sink(node: number, size: number): void {
    const own = distance[node]!;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= size) break;
      if (child + 1 < size && distance[heap[child + 1]!]! < distance[heap[child]!]!) child++;
      const other = heap[child]!;
      if (distance[other]! >= own) break;
      heap[place] = other;
      places[other] = place;
      place = child;
    }
    heap[place] = node;
    places[node] = place;
  }

  /** Makes `distance` and `order`, and returns how many nodes were reached. */
  function measureDistances(source: number): number {
    const all = reach(source);
    distance.fill(Infinity);
    distance[source] = 0;
    reached[0] = source;
    heap[0] = source;
    let [found, size, done, looked] = [1, 1, 0, 0];
    let farthest = Infinity;
    while (size > 0) {
      const node: number = heap[0];
      order[done++] = node;
      size--;
      if (size > 0) sink(heap[size]!, size);
      const own = distance[node]!;
      const start: number = offsets[node]!;
      const end = offsets[node + 1]!;
      let e: number = start;
      for (; e < end; e++) {
        const length = own + lengths[e]!;
        if (length > farthest) break;
        const other = neighbours[e]!;
        const known = distance[other]!;
        if (length >= known) continue;
        distance[other] = length;
        if (known === Infinity) {
          reached[found++] = other;
          rise(other, size++);
        } else {
          rise(other, places[other]!);
        }
      }
      looked += e - start;
      if (found === all && looked > all) {
        farthest = 0;
        for (let i = 0; i < found; i++) farthest = Math.max(farthest, distance[reached[i]!]!);
        looked = 0;
      }
    }
    return done;
  }

  /** Makes `paths`, `before` and `starts`. */
  function countPaths(source: number, done: number): void {
    paths[source] = 1;
    starts[1] = 0;
    let last = 0;
    for (let i = 1; i < done; i++) {
      const node = order[i]!;
      const own = distance[node]!;
      const most = own * (1 + SAME_LENGTH);
      let sum = 0;
      for (let e = offsets[node]!, end = offsets[node + 1]!; e < end; e++) {
        const length = lengths[e]!;
        if (length > most) break;
        const other = neighbours[e]!;
        if (distance[other]! + length > most || distance[other]! >= own) continue;
        sum += paths[other]!;
        before[last++] = other;
      }
      paths[node] = sum;
      starts[i + 1] = last;
    }
  }

  return {
    distances: (source, sums) => {
      const done = measureDistances(source);
      let total = 0;
      for (let i = 1; i < done; i++) {
        const length = distance[order[i]!]!;
        total += length;
        if (sums) sums[order[i]!]! += length;
      }
      return total;
    },

    dependencies: (source, scale, sums) => {
      const done = measureDistances(source);
      countPaths(source, done);
      for (let i = 0; i < done; i++) dependency[order[i]!] = 0;
      for (let i = done - 1; i > 0; i--) {
        const node = order[i]!;
        const share = (1 + dependency[node]!) / paths[node]!;
        for (let b = starts[i]!; b < starts[i + 1]!; b++) {
          const other = before[b]!;
          dependency[other]! += paths[other]! * share;
        }
        sums[node]! += scale * dependency[node]!;
      }
    },
  };
}
