import { type NetworkMode, type PathLength, type TieWeight } from '../domain/vocabulary.generated.ts';

/**
 * Who was at which meeting: node `i` was at `meetings[offsets[i]]` to `meetings[offsets[i + 1] - 1]`, in any order. Nodes and
 * meetings are numbered from 0 without gaps. A meeting that comes several times for a node, as for a country that two
 * people represent, counts once.
 */
export interface Presences {
  nodeCount: number;
  meetingCount: number;
  /** Of length `nodeCount` + 1, from 0 on. */
  offsets: Int32Array;
  meetings: Int32Array;
}

/** Which ties there are between nodes, and how strong they are. */
export interface TieOptions {
  weight: TieWeight;
  /** Meetings with more nodes than this are left out before anything else; null: none. */
  maxMeetingSize: number | null;
}

export interface ProjectionOptions extends TieOptions {
  /** Ties of TWO_MODE all weigh 1, whatever `weight` says. */
  mode: NetworkMode;
  /** Ties that weigh less are left out, their nodes stay; null: none. */
  minWeight: number | null;
  /** Only the nodes within `radius` ties of a node (a number of the presences), with all ties among them; null: all nodes. */
  around: { node: number; radius: number } | null;
}

/**
 * An undirected network without ties of a node to itself, without parallel ties, all weights above 0, as compressed
 * sparse rows: the neighbours of node `i` are `neighbours[offsets[i]]` to `neighbours[offsets[i + 1] - 1]`, ascending,
 * the tie with each has the weight at the same place. Each tie is there twice, once from each end. The arrays are in
 * shared memory and never written again.
 */
export interface Network {
  /** Which node of the presences each node is, ascending; the meeting `m` of TWO_MODE is `nodeCount` + `m`. */
  nodes: Int32Array;
  offsets: Int32Array;
  neighbours: Int32Array;
  weights: Float64Array;
  tieCount: number;
}

/** A measure of how nodes lie on paths, or how near they are by them. */
export interface PathMeasure {
  measure: 'betweenness' | 'closeness';
  lengths: PathLength;
  /** From how many nodes paths are followed, to estimate the measure; null: from all of them, which is exact. */
  sample: number | null;
}

/** A measure that numbers groups of nodes from 1, the largest first. */
export interface GroupMeasure {
  measure: 'community' | 'component';
}

export type Measure = PathMeasure | { measure: 'eigenvector' } | GroupMeasure;

/** A path to look for. Nodes are places in `Network.nodes`. */
export interface PathQuestion {
  from: number;
  to: number;
  lengths: PathLength;
  /** Paths of more ties than this are not looked for, whichever lengths they have. */
  maxTies: number;
}
