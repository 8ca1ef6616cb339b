import { type Network } from './types.ts';
import { type PathWalker } from './walker.ts';

/**
 * Shortest paths by number of ties, level by level (breadth first). The inner loops have no condition but whether a node
 * is new: path counts and dependencies are added to all neighbours of a node, and taken over only for nodes of the level
 * that they are meant for. What lands at other levels is never read, because each level's values are copied when all
 * before it are done. The nodes found last need not be followed further.
 *
 * @param reach How many nodes the component of a node has.
 */
export function createStepWalker({ nodes, offsets, neighbours }: Network, reach: (node: number) => number): PathWalker {
  const count = nodes.length;
  const isFound = new Uint8Array(count);
  /** Nodes in the order in which they are found; level `d` is from `levels[d]` to `levels[d + 1] - 1`. */
  const order = new Int32Array(count);
  const levels = new Int32Array(count + 1);
  /** How many shortest paths lead from the source to a node. */
  const paths = new Float64Array(count);
  const dependency = new Float64Array(count);
  const added = new Float64Array(count);

  /** Adds a value at all neighbours of a node. */
  function addToNeighbours(node: number, value: number): void {
    for (let e = offsets[node]!, end = offsets[node + 1]!; e < end; e++) added[neighbours[e]!]! += value;
  }

  /** The same, noting those that are new; `found` nodes are known by now, it returns how many are then. */
  function discover(node: number, value: number, found: number): number {
    for (let e = offsets[node]!, end = offsets[node + 1]!; e < end; e++) {
      const other = neighbours[e]!;
      added[other]! += value;
      if (isFound[other] === 0) {
        isFound[other] = 1;
        order[found++] = other;
      }
    }
    return found;
  }

  /** Makes `order`, `levels` and `paths`, and returns the number of the last level. */
  function countPaths(source: number): number {
    const all = reach(source);
    isFound.fill(0);
    added.fill(0);
    isFound[source] = 1;
    added[source] = 1;
    order[0] = source;
    levels[1] = 1;
    let level = 0;
    for (let found = 1; ; level++, levels[level + 1] = found) {
      const [start, end] = [levels[level]!, levels[level + 1]!];
      for (let i = start; i < end; i++) paths[order[i]!] = added[order[i]!]!;
      if (found === all) return level;
      for (let i = start; i < end; i++) {
        const node = order[i]!;
        if (found < all) found = discover(node, paths[node]!, found);
        else addToNeighbours(node, paths[node]!);
      }
    }
  }

  return {
    distances: (source, sums) => {
      const all = reach(source);
      isFound.fill(0);
      isFound[source] = 1;
      order[0] = source;
      let total = 0;
      for (let found = 1, start = 0, steps = 1; found < all; steps++) {
        const end = found;
        for (; start < end && found < all; start++) {
          const node = order[start]!;
          for (let e = offsets[node]!; e < offsets[node + 1]!; e++) {
            const other = neighbours[e]!;
            if (isFound[other] === 1) continue;
            isFound[other] = 1;
            order[found++] = other;
          }
        }
        total += steps * (found - end);
        if (sums) for (let i = end; i < found; i++) sums[order[i]!]! += steps;
        start = end;
      }
      return total;
    },

    dependencies: (source, scale, sums) => {
      const last = countPaths(source);
      added.fill(0);
      for (let i = levels[last]!; i < levels[last + 1]!; i++) dependency[order[i]!] = 0;
      for (let level = last; level > 1; level--) {
        for (let i = levels[level]!; i < levels[level + 1]!; i++) {
          const node = order[i]!;
          addToNeighbours(node, (1 + dependency[node]!) / paths[node]!);
        }
        for (let i = levels[level - 1]!; i < levels[level]!; i++) {
          const node = order[i]!;
          dependency[node] = paths[node]! * added[node]!;
          sums[node]! += scale * dependency[node];
        }
      }
    },
  };
}
