import { sharedInts } from './arrays.ts';
import { components, groupSizes } from './groups.ts';
import { type Network } from './types.ts';

/** From which nodes paths are followed. */
export interface Sources {
  /** Nodes, each once; nodes without ties are not among them. */
  sources: Int32Array;
  /** The component of each node, numbered from 1. */
  component: Int32Array;
  /** By component: how many nodes it has, and how many of them are sources. */
  sizes: Int32Array;
  chosen: Int32Array;
}

/**
 * Chooses nodes to follow paths from, the same each time: all nodes in the order of their components (the largest first),
 * then of their numbers, every (nodes / `sample`)-th of it. Components in which none is chosen, which are small, have all
 * of theirs followed, so that no node is without a value. Without a sample, all.
 */
export function chooseSources(network: Network, sample: number | null): Sources {
  const component = components(network);
  const sizes = groupSizes(component);
  const all = Int32Array.from(component.keys())
    .filter((node) => sizes[component[node]!]! > 1)
    .sort((a, b) => component[a]! - component[b]! || a - b);
  const count = Math.min(sample ?? Infinity, all.length);
  const chosen = new Int32Array(sizes.length);
  const picked = Int32Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)]!);
  for (const node of picked) chosen[component[node]!]!++;
  const rest = all.filter((node) => chosen[component[node]!] === 0);
  for (const node of rest) chosen[component[node]!]!++;
  const sources = sharedInts(picked.length + rest.length);
  sources.set(picked);
  sources.set(rest, picked.length);
  return { sources, component, sizes, chosen };
}

/**
 * The most that following paths can cost: sources times ends of ties that are looked at from each. One thread does some 500
 * million in a second; paths by distance cost less than this says.
 */
export function pathCost({ nodes, neighbours }: Network, sample: number | null): number {
  const most = sample === null ? nodes.length : Math.min(nodes.length, sample + Math.ceil(nodes.length / sample));
  return most * neighbours.length;
}
