import { ClientError } from '../domain/errors.ts';
import { sharedFloats, sharedInts } from './arrays.ts';
import { type StopCheck } from './stop.ts';
import { createAttendanceReader, createTieReader, meetingSizes, type TieReader } from './ties.ts';
import { type Network, type Presences, type ProjectionOptions } from './types.ts';

/** Ties of a network: 24 bytes each. */
export const MOST_TIES = 5_000_000;

/**
 * The network of who met whom (ONE_MODE; weights: `createTieReader`), or of who was where (TWO_MODE: nodes, then
 * meetings; all ties weigh 1). Nodes without ties stay, except those beyond the radius of `around`, and those that were only
 * at meetings that are left out; around one of these there is nobody. Rows are read twice, first to count them, so that
 * nothing but the network itself takes memory by the number of ties, and none before it is known to be within the limit.
 *
 * @throws {ClientError} TOO_COSTLY if there are more than MOST_TIES.
 */
export function project(presences: Presences, options: ProjectionOptions, checkStop: StopCheck): Network {
  const reader = readerFor(presences, options);
  const all = nodesOf(presences, options);
  const { around, minWeight } = options;
  const nodes = around ? (all.includes(around.node) ? nodesAround(reader, around, minWeight) : NONE) : all;
  const places = placesOf(nodes, reader.nodeCount);
  const offsets = sharedInts(nodes.length + 1);
  for (let i = 0; i < nodes.length; i++) {
    checkStop();
    offsets[i + 1] = offsets[i]! + keepTies(reader, nodes[i]!, places, options.minWeight);
    if (offsets[i + 1]! > 2 * MOST_TIES) throw tooManyTies();
  }
  const ends = offsets[nodes.length]!;
  const neighbours = sharedInts(ends);
  const weights = sharedFloats(ends);
  for (let i = 0; i < nodes.length; i++) {
    checkStop();
    const kept = keepTies(reader, nodes[i]!, places, options.minWeight);
    neighbours.set(reader.neighbours.subarray(0, kept), offsets[i]);
    weights.set(reader.weights.subarray(0, kept), offsets[i]);
  }
  return { nodes, offsets, neighbours, weights, tieCount: ends / 2 };
}

const NONE = new Int32Array(0);

const tooManyTies = () =>
  new ClientError(
    'TOO_COSTLY',
    `The network has more than ${MOST_TIES.toLocaleString('en')} ties, which is the limit. Leave out large meetings or weak ties ` +
      '(`maxMeetingSize`, `minWeight`), or ask for a shorter time.',
    { limit: MOST_TIES },
  );

function readerFor(presences: Presences, options: ProjectionOptions): TieReader {
  return options.mode === 'ONE_MODE'
    ? createTieReader(presences, options)
    : createAttendanceReader(presences, options.maxMeetingSize);
}

/** The nodes that are in the whole network: those that were at a meeting that is not left out; in TWO_MODE these meetings too. */
function nodesOf(presences: Presences, { mode, maxMeetingSize }: ProjectionOptions): Int32Array {
  const { nodeCount, offsets, meetings } = presences;
  const sizes = meetingSizes(presences);
  const isLeftOut = (meeting: number) => maxMeetingSize !== null && sizes[meeting]! > maxMeetingSize;
  const wasSomewhere = (node: number) =>
    maxMeetingSize === null || !meetings.subarray(offsets[node], offsets[node + 1]).every(isLeftOut);
  const nodes = sharedInts(nodeCount + sizes.length);
  let end = 0;
  for (let node = 0; node < nodeCount; node++) if (wasSomewhere(node)) nodes[end++] = node;
  for (let meeting = 0; mode === 'TWO_MODE' && meeting < sizes.length; meeting++) {
    if (!isLeftOut(meeting)) nodes[end++] = nodeCount + meeting;
  }
  return nodes.subarray(0, end);
}

/** The nodes within a number of ties of one, ascending. */
function nodesAround(
  reader: TieReader,
  { node, radius }: { node: number; radius: number },
  minWeight: number | null,
): Int32Array {
  const found = new Set([node]);
  let level = [node];
  for (let steps = 0; steps < radius && level.length > 0; steps++) {
    const next: number[] = [];
    for (const from of level) {
      const count = reader.read(from);
      for (let i = 0; i < count; i++) {
        const other = reader.neighbours[i]!;
        if (found.has(other) || isTooLight(reader.weights[i]!, minWeight)) continue;
        found.add(other);
        next.push(other);
      }
    }
    level = next;
  }
  const nodes = sharedInts(found.size);
  nodes.set([...found]);
  return nodes.sort();
}

/** Where each node is in the network; -1: nowhere. */
function placesOf(nodes: Int32Array, nodeCount: number): Int32Array {
  const places = new Int32Array(nodeCount).fill(-1);
  nodes.forEach((node, place) => (places[node] = place));
  return places;
}

/** Reads the ties of a node, keeps those that are in the network, with places for numbers, and returns how many. */
function keepTies(reader: TieReader, node: number, places: Int32Array, minWeight: number | null): number {
  const { neighbours, weights } = reader;
  const count = reader.read(node);
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const place = places[neighbours[i]!]!;
    if (place < 0 || isTooLight(weights[i]!, minWeight)) continue;
    neighbours[kept] = place;
    weights[kept++] = weights[i]!;
  }
  return kept;
}

const isTooLight = (weight: number, minWeight: number | null) => minWeight !== null && weight < minWeight;
