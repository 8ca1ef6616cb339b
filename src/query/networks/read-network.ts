import { ClientError } from '../../domain/errors.ts';
import { NetworkMode } from '../../domain/vocabulary.generated.ts';
import { degrees, strengths } from '../../network/groups.ts';
import { type NetworkPool } from '../../network/pool.ts';
import { pathCost } from '../../network/sources.ts';
import { type Network, type ProjectionOptions } from '../../network/types.ts';
import { type NetworkAnswer, type NetworkEntity, type NetworkTie } from '../ir/computed.ts';
import { formatCount } from '../limits/input-limits.ts';
import { type ReadPresences } from './read-presences.ts';
import { createSharedWork } from './shared-work.ts';
import { strongestTies } from './strongest-ties.ts';

const EMPTY: Network = {
  nodes: new Int32Array(0),
  offsets: new Int32Array(1),
  neighbours: new Int32Array(0),
  weights: new Float64Array(0),
  tieCount: 0,
};

/** A projected network with the entities that its nodes stand for. */
export interface ReadNetwork {
  nodes: readonly NetworkEntity[];
  answers: Pick<
    NetworkAnswer,
    | 'tieCount'
    | 'meetingCount'
    | 'degrees'
    | 'strengths'
    | 'ties'
    | 'strongestTies'
    | 'measure'
    | 'shortestPath'
    | 'weightOf'
    | 'sharedMeetings'
  >;
  /** What it takes in memory. */
  bytes: number;
}

/**
 * The most that paths may cost, in ends of ties looked at: each node times the ties of all nodes, twice. The benchmark's world, 2,000
 * officials and 821,724 ties, costs 3.3 billion; docs/operating.md has what that takes.
 */
export const MAX_PATH_COST = 10_000_000_000;

/** What the end of a tie takes: its neighbour and weight, and both again in the order of lengths, where paths by distance were asked. */
const BYTES_OF_END = 24;
/** What all measures take for a node. */
const BYTES_OF_MEASURES = 100;

export async function projectNetwork(
  pool: NetworkPool,
  { presences, entities, meetingIds }: ReadPresences,
  options: ProjectionOptions,
  signal: AbortSignal | undefined,
): Promise<ReadNetwork> {
  // Nobody is not worth a thread.
  const network = presences.nodeCount === 0 ? EMPTY : await pool.project(presences, options, signal);
  const { offsets, neighbours, weights, tieCount } = network;
  const nodes = [...network.nodes].map((number) => entities[number]!);
  const meetingsAt = createMeetingsAt(presences, network, options);
  const compute = createSharedWork<Float64Array | Int32Array>();

  function* ties(): Generator<NetworkTie> {
    for (let a = 0; a < nodes.length; a++) {
      for (let at = offsets[a]!; at < offsets[a + 1]!; at++) {
        if (neighbours[at]! > a) yield { a, b: neighbours[at]!, weight: weights[at]! };
      }
    }
  }

  return {
    nodes,
    bytes: BYTES_OF_END * neighbours.length + 4 * offsets.length + BYTES_OF_MEASURES * nodes.length,
    answers: {
      tieCount,
      meetingCount: countMeetings(nodes, meetingsAt, options.mode),
      ties,
      degrees: () => degrees(network),
      strengths: () => strengths(network),
      strongestTies: (count) => strongestTies(network, count),
      sharedMeetings: (a, b) => {
        const others = new Set(meetingsAt(b));
        return [...meetingsAt(a)].filter((meeting) => others.has(meeting)).map((meeting) => meetingIds[meeting]!);
      },
      weightOf: (a, b) => {
        const at = neighbours.subarray(offsets[a], offsets[a + 1]).indexOf(b);
        return at < 0 ? 0 : weights[offsets[a]! + at]!;
      },
      measure: (measure, signal) => {
        if ('lengths' in measure) checkCost(network, measure.measure, measure.sample);
        return compute(JSON.stringify(measure), (leaving) => pool.measure(network, measure, leaving), signal);
      },
      shortestPath: (path, signal) => pool.shortestPath(network, path, signal),
    },
  };
}

/** @throws ClientError TOO_COSTLY with the figure. */
function checkCost(network: Network, measure: string, sample: number | null): void {
  const cost = pathCost(network, sample);
  if (cost <= MAX_PATH_COST) return;
  const most = largestSample(network);
  const advice =
    measure === 'betweenness' && most > 0 ? `Estimate it with sample: ${most}, or ask for less: ` : 'Ask for less: ';
  throw new ClientError(
    'TOO_COSTLY',
    `\`${measure}\` of ${formatCount(network.nodes.length)} nodes and ${formatCount(network.tieCount)} ties looks at ` +
      `${formatCount(cost)} ends of ties; the limit is ${formatCount(MAX_PATH_COST)}. ${advice}` +
      'a shorter time, smaller meetings (maxMeetingSize), stronger ties (minWeight).',
    { estimate: cost, limit: MAX_PATH_COST },
  );
}

/** The most nodes from which paths may be followed; 0 where any number is too costly. */
function largestSample(network: Network): number {
  let most = Math.floor(MAX_PATH_COST / network.neighbours.length);
  while (most > 0 && pathCost(network, most) > MAX_PATH_COST) most--;
  return most;
}

/** At how many meetings the nodes were; in TWO_MODE those that are nodes. */
function countMeetings(
  nodes: readonly NetworkEntity[],
  meetingsAt: (node: number) => Int32Array,
  mode: NetworkMode,
): number {
  if (mode === NetworkMode.TWO_MODE) return nodes.filter(({ type }) => type === 'Meeting').length;
  const meetings = new Set<number>();
  for (const node of nodes.keys()) for (const meeting of meetingsAt(node)) meetings.add(meeting);
  return meetings.size;
}

/** The meetings at which a node was, by number, without those that are too large to count. */
function createMeetingsAt(
  { nodeCount, meetingCount, offsets, meetings }: ReadPresences['presences'],
  { nodes }: Network,
  { maxMeetingSize }: ProjectionOptions,
): (node: number) => Int32Array {
  const sizes = new Int32Array(meetingCount);
  for (const meeting of meetings) sizes[meeting]!++;
  const counts = (meeting: number) => maxMeetingSize === null || sizes[meeting]! <= maxMeetingSize;
  return (node) => {
    const number = nodes[node]!;
    // Meetings are the nodes after the others in TWO_MODE.
    if (number >= nodeCount) return Int32Array.of(number - nodeCount);
    return meetings.subarray(offsets[number], offsets[number + 1]).filter(counts);
  };
}
