import { numberedBySize, strengths } from './groups.ts';
import { type StopCheck } from './stop.ts';
import { type Network } from './types.ts';

/** Nodes with ties among them, and ties of nodes to themselves: a network in which communities have become nodes. */
interface Weighted {
  count: number;
  offsets: Int32Array;
  neighbours: Int32Array;
  weights: Float64Array;
  /** By node: the weights of its ties together, those to itself twice. */
  strength: Float64Array;
}

/** A move must gain more than this share of the weight of all ties, so that rounding moves nothing to and fro. */
const LEAST_GAIN = 1e-12;

/**
 * Communities by Louvain's method: nodes move to the community of a neighbour where modularity grows most, then
 * communities become nodes, until nothing moves (V. D. Blondel et al., Fast unfolding of communities in large networks,
 * Journal of Statistical Mechanics, P10008, 2008). Weights are strengths; the resolution is 1. Nothing is left to chance,
 * the same network has the same communities each time: nodes come from the weakest to the strongest, equal ones in the
 * order of their numbers (which gives no less modularity than chance does on average), and of several best communities
 * that with the lowest number is taken. Numbered from 1, the largest first, equal ones by their first node. Nodes without
 * ties are alone.
 */
export function communities(network: Network, checkStop: StopCheck): Int32Array {
  let level: Weighted = { ...network, count: network.nodes.length, strength: strengths(network) };
  const total = level.strength.reduce((sum, value) => sum + value, 0);
  let found = Int32Array.from(network.nodes.keys());
  for (;;) {
    const groups = moveNodes(level, total, checkStop);
    const { merged, numbers } = mergeGroups(level, groups);
    found = found.map((node) => numbers[groups[node]!]!);
    if (merged.count === level.count) return numberedBySize(found);
    level = merged;
  }
}

/** Moves nodes one by one until none gains by it. Returns the community of each, which is the number of one of the nodes. */
function moveNodes(
  { count, offsets, neighbours, weights, strength }: Weighted,
  total: number,
  checkStop: StopCheck,
): Int32Array {
  const groups = Int32Array.from({ length: count }, (_, node) => node);
  const groupStrength = strength.slice();
  /** The weight of the ties from the node at hand to each community; `near` has those where it is not 0. */
  const towards = new Float64Array(count);
  const near = new Int32Array(count);
  const order = Int32Array.from(groups).sort((a, b) => strength[a]! - strength[b]! || a - b);
  for (let moved = true; moved;) {
    moved = false;
    checkStop();
    for (const node of order) {
      const own = groups[node]!;
      let found = 0;
      for (let e = offsets[node]!; e < offsets[node + 1]!; e++) {
        const other = neighbours[e]!;
        if (other === node) continue;
        const group = groups[other]!;
        if (towards[group] === 0) near[found++] = group;
        towards[group]! += weights[e]!;
      }
      groupStrength[own]! -= strength[node]!;
      const gain = (group: number) => towards[group]! - (strength[node]! * groupStrength[group]!) / total;
      let [best, most] = [own, gain(own) + LEAST_GAIN * total];
      for (let i = 0; i < found; i++) {
        const group = near[i]!;
        const gained = gain(group);
        if (gained > most || (gained === most && best !== own && group < best)) [best, most] = [group, gained];
      }
      for (let i = 0; i < found; i++) towards[near[i]!] = 0;
      groupStrength[best]! += strength[node]!;
      groups[node] = best;
      if (best !== own) moved = true;
    }
  }
  return groups;
}

/** Makes nodes of communities, numbered by the first of their members. */
function mergeGroups(level: Weighted, groups: Int32Array): { merged: Weighted; numbers: Int32Array } {
  const numbers = new Int32Array(level.count).fill(-1);
  const members: number[][] = [];
  groups.forEach((group, node) => {
    if (numbers[group] === -1) numbers[group] = members.push([]) - 1;
    members[numbers[group]!]!.push(node);
  });
  const count = members.length;
  const sums = new Float64Array(count);
  const rows = members.map((nodes) => {
    const found: number[] = [];
    for (const node of nodes) {
      for (let e = level.offsets[node]!; e < level.offsets[node + 1]!; e++) {
        const group = numbers[groups[level.neighbours[e]!]!]!;
        if (sums[group] === 0) found.push(group);
        sums[group]! += level.weights[e]!;
      }
    }
    return found
      .sort((a, b) => a - b)
      .map((group) => {
        const weight = sums[group]!;
        sums[group] = 0;
        return { group, weight };
      });
  });
  const offsets = new Int32Array(count + 1);
  rows.forEach((row, i) => (offsets[i + 1] = offsets[i]! + row.length));
  const ties = rows.flat();
  const strength = new Float64Array(count);
  groups.forEach((group, node) => (strength[numbers[group]!]! += level.strength[node]!));
  return {
    numbers,
    merged: {
      ...{ count, offsets, strength },
      neighbours: Int32Array.from(ties, ({ group }) => group),
      weights: Float64Array.from(ties, ({ weight }) => weight),
    },
  };
}
