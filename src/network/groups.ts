import { sharedInts } from './arrays.ts';
import { type Network } from './types.ts';

/** How many ties each node has. */
export function degrees({ nodes, offsets }: Network): Int32Array {
  return Int32Array.from(nodes, (_, i) => offsets[i + 1]! - offsets[i]!);
}

/**
 * The weights of each node's ties together: in a network weighted by COUNT meetings times the others at each (A. Barrat
 * et al., The architecture of complex weighted networks, PNAS 101, 2004).
 */
export function strengths({ nodes, offsets, weights }: Network): Float64Array {
  return Float64Array.from(nodes, (_, i) => {
    let sum = 0;
    for (let e = offsets[i]!; e < offsets[i + 1]!; e++) sum += weights[e]!;
    return sum;
  });
}

/** Groups numbered anew, from 1: the largest first, equal ones by their first node. */
export function numberedBySize(groups: Int32Array): Int32Array {
  const sizes = new Map<number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  // A map lists its keys by when they came first, and sorting keeps that order among equals.
  const order = [...sizes].sort((a, b) => b[1] - a[1]).map(([group]) => group);
  const numbers = new Map(order.map((group, index) => [group, index + 1]));
  const numbered = sharedInts(groups.length);
  groups.forEach((group, i) => (numbered[i] = numbers.get(group)!));
  return numbered;
}

/**
 * The component of each node: nodes have the same number if, and only if, ties lead from one to the other. Numbered from
 * 1, the largest first, equal ones by their first node; a node without ties is a component of its own.
 */
export function components({ nodes, offsets, neighbours }: Network): Int32Array {
  const found = new Int32Array(nodes.length).fill(-1);
  const open = new Int32Array(nodes.length);
  for (let start = 0; start < nodes.length; start++) {
    if (found[start] !== -1) continue;
    found[start] = start;
    open[0] = start;
    for (let head = 0, tail = 1; head < tail; head++) {
      const node = open[head]!;
      for (let e = offsets[node]!; e < offsets[node + 1]!; e++) {
        const other = neighbours[e]!;
        if (found[other] !== -1) continue;
        found[other] = start;
        open[tail++] = other;
      }
    }
  }
  return numberedBySize(found);
}

/** How many nodes each component has; by number, nothing is at 0. */
export function groupSizes(groups: Int32Array): Int32Array {
  const sizes = new Int32Array(groups.reduce((most, group) => Math.max(most, group), 0) + 1);
  for (const group of groups) sizes[group]!++;
  return sizes;
}
