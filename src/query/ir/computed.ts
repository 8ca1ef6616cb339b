import { type NetworkMode, type PathLength } from '../../domain/vocabulary.generated.ts';

/** By the name of the field; a function where it depends on arguments. */
export type ComputedValues = Readonly<Record<string, unknown>>;

export interface ComputeEnvironment {
  networks: NetworkReader;
  /** The address of this server as the caller knows it, without a slash at the end. */
  baseUrl: string;
  /** The current day in UTC. */
  today: string;
  signal?: AbortSignal;
}

/** Which network is asked for: the fields of a `NetworkInput`, with defaults. */
export interface NetworkQuestion {
  values: Readonly<Record<string, unknown>>;
  /** References that are looked up at the same state of the graph. */
  refs?: readonly string[];
}

export interface NetworkReader {
  /**
   * @throws ClientError where the question makes no sense.
   */
  read(question: NetworkQuestion, options?: { signal?: AbortSignal }): Promise<NetworkAnswer>;
}

/** A network with the entities that its nodes stand for, read at one state of the graph. */
export interface NetworkAnswer {
  question: NetworkQuestion;
  /** What it is called in citations and files, with its conditions. */
  title: string;
  state: GraphState;
  mode: NetworkMode;
  /** In order of name; in TWO_MODE the meetings follow, in order of time. Nodes are referred to by their place here. */
  nodes: readonly NetworkEntity[];
  tieCount: number;
  /** What a reader must know of it, such as that it is around nobody. */
  notes: readonly string[];
  /** At how many meetings its nodes were; in TWO_MODE, how many nodes are meetings. */
  meetingCount: number;
  /** What the references of the question lead to; null for nothing. `node` is its place among the nodes; null where it is none. */
  found: readonly (NetworkReference | null)[];
  degrees(): Int32Array;
  strengths(): Float64Array;
  /** All ties in the order of their nodes: `a` before `b`. */
  ties(): Iterable<NetworkTie>;
  /** The strongest ties, equal ones in the order of their nodes. */
  strongestTies(count: number): NetworkTie[];
  /** The ids of the meetings that the tie of two nodes rests on. */
  sharedMeetings(a: number, b: number): string[];
  /** @throws ClientError TOO_COSTLY for what would take too long. */
  measure(measure: ComputedMeasure, signal?: AbortSignal): Promise<Float64Array | Int32Array>;
  /** The nodes of the shortest path; null where there is none of at most so many ties. */
  shortestPath(
    path: { from: number; to: number; lengths: PathLength; maxTies: number },
    signal?: AbortSignal,
  ): Promise<number[] | null>;
  /** The weight of the tie between two nodes; 0 where there is none. */
  weightOf(a: number, b: number): number;
}

export type NodeMeasure = { measure: 'degree' | 'strength' } | ComputedMeasure;

/** A measure that takes time. */
export type ComputedMeasure =
  | { measure: 'betweenness'; lengths: PathLength; sample: number | null }
  | { measure: 'closeness'; lengths: PathLength; sample: null }
  | { measure: 'eigenvector' | 'community' | 'component' };

/** A tie between two nodes of a network, by their places. */
export interface NetworkTie {
  a: number;
  b: number;
  weight: number;
}

export interface NetworkEntity {
  id: string;
  key: string;
  /** `Official`, `Country`, `Organization` or `Meeting`. */
  type: string;
  /** The properties that store its names (src/storage/names.ts). */
  names: readonly (readonly string[] | null)[];
  /** The key of the country that an official serves or an organization belongs to. */
  country: string | null;
  /** Of a meeting. */
  time: { edtf: string | null; from: string | null; until: string | null } | null;
}

export interface NetworkReference {
  id: string;
  key: string;
  type: string;
  node: number | null;
}

/** The state of the graph at which something was read. */
export interface GraphState {
  version: string;
  /** Identifies the graph. */
  instance: string;
  latestSnapshot: { id: string; takenAt: string; sha256: string; version: string } | null;
}
