import { sharedFloats } from './arrays.ts';
import { createDistanceWalker } from './distance-walker.ts';
import { type RowsByLength } from './rows-by-length.ts';
import { type Sources } from './sources.ts';
import { createStepWalker } from './step-walker.ts';
import { type StopCheck } from './stop.ts';
import { type Network, type PathMeasure } from './types.ts';

/** What several threads work on together. All arrays are in shared memory. */
export interface PathWork {
  network: Network;
  /** For paths by distance. */
  rows: RowsByLength | null;
  measure: PathMeasure['measure'];
  sources: Sources;
  /** Sources are dealt out to parts in turn; the sums of part `p` begin at `p` times the number of nodes. */
  parts: number;
  sums: Float64Array;
  /** By source, the sum of the lengths of its paths; only for closeness. */
  totals: Float64Array;
}

/**
 * Sums are kept for so many parts and then added in order: which thread did which part, and how many threads there are,
 * changes no bit of them.
 */
const MOST_PARTS = 64;

export function preparePaths(
  network: Network,
  rows: RowsByLength | null,
  { measure, sample }: PathMeasure,
  sources: Sources,
): PathWork {
  const parts = Math.min(MOST_PARTS, sources.sources.length);
  const count = network.nodes.length;
  const isSummed = measure === 'betweenness' || sample !== null;
  return {
    ...{ network, rows, measure, sources, parts },
    sums: sharedFloats(isSummed ? parts * count : 0),
    totals: sharedFloats(measure === 'closeness' ? count : 0),
  };
}

/**
 * Does parts until none is left.
 *
 * @param nextPart Hands out parts, each once over all threads.
 */
export function followPaths(work: PathWork, nextPart: () => number, checkStop: StopCheck): void {
  const { network, rows, parts, totals } = work;
  const { sources, component, sizes, chosen } = work.sources;
  const reach = (node: number) => sizes[component[node]!]!;
  const walker = rows ? createDistanceWalker(rows, reach) : createStepWalker(network, reach);
  const count = network.nodes.length;
  for (let part = nextPart(); part < parts; part = nextPart()) {
    const sums = work.sums.length > 0 ? work.sums.subarray(part * count, (part + 1) * count) : null;
    for (let i = part; i < sources.length; i += parts) {
      checkStop();
      const source = sources[i]!;
      const group = component[source]!;
      if (work.measure === 'closeness') totals[source] = walker.distances(source, sums);
      else walker.dependencies(source, sizes[group]! / chosen[group]!, sums!);
    }
  }
}

/** What the parts come to. */
export const pathValues = (work: PathWork): Float64Array => {
  const sums = addParts(work);
  return work.measure === 'betweenness' ? betweenness(sums) : closeness(work, sums);
};

function addParts({ network, sums, parts }: PathWork): Float64Array {
  const count = network.nodes.length;
  const added = new Float64Array(count);
  for (let i = 0; i < sums.length && i < parts * count; i++) added[i % count]! += sums[i]!;
  return added;
}

/**
 * Betweenness of a node: over all pairs of other nodes, the share of the shortest paths between them that lead through
 * it. Not divided by the number of pairs, and a pair counts once (L. C. Freeman, A set of measures of centrality based on
 * betweenness, Sociometry 40, 1977). By DISTANCE a tie is as long as 1/weight: strong ties are short (M. E. J. Newman,
 * 2001).
 *
 * From a sample of sources it is estimated: what they give, times the nodes of their component over the sources in it (U.
 * Brandes and C. Pich, Centrality estimation in large networks, International Journal of Bifurcation and Chaos 17, 2007).
 */
const betweenness = (sums: Float64Array): Float64Array => sums.map((sum) => sum / 2);

/**
 * Closeness of a node that reaches r of the n - 1 others: r / the sum of their distances, times r / (n - 1), so that being
 * near to few is not being near to all (S. Wasserman and K. Faust, Social Network Analysis, 1994, page 201; networkx calls
 * it `wf_improved`). Nodes without ties: 0.
 *
 * From a sample of sources, those have their own values, and others the mean of their distances from the sources of their
 * component (D. Eppstein and J. Wang, Fast approximation of centrality, Journal of Graph Algorithms and Applications 8, 2004).
 */
function closeness(
  { network, totals, sources: { component, sizes, chosen } }: PathWork,
  sums: Float64Array,
): Float64Array {
  const others = network.nodes.length - 1;
  return totals.map((total, node) => {
    const group = component[node]!;
    const reached = sizes[group]! - 1;
    if (reached === 0) return 0;
    const distances = total > 0 ? total : (sums[node]! / chosen[group]!) * reached;
    return (reached / distances) * (reached / others);
  });
}
