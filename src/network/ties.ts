import { transpose, type NumberRows } from './arrays.ts';
import { type Presences, type TieOptions } from './types.ts';

/** The ties of one node. The arrays are used again for the next node: whoever keeps them copies. */
export interface TieReader {
  /** How many nodes there are. */
  nodeCount: number;
  /** Reads the ties of a node and returns how many they are. */
  read(node: number): number;
  /** Of the last node, ascending. */
  neighbours: Int32Array;
  weights: Float64Array;
  /** How many meetings it shares with each. */
  shared: Int32Array;
}

/** A node's ties, the neighbours ascending. */
export interface TiesOfNode {
  neighbours: Int32Array;
  weights: Float64Array;
  /** How many meetings it shares with each neighbour. */
  shared: Int32Array;
}

/**
 * Ties among those who were at the same meetings. The weight says how strong a tie is:
 *
 * - COUNT: the number of meetings that the two share.
 * - NEWMAN: the sum of 1 / (n - 1) over the meetings that they share, n being how many nodes were at it, so that a
 *   meeting of two says more than one of two hundred, and a node's weights add up to its number of meetings with others
 *   (M. E. J. Newman, Scientific collaboration networks II, Physical Review E 64, 016132, 2001).
 * - JACCARD: the meetings that they share over those at which either was, from 0 to 1 (P. Jaccard, Bulletin de la Société
 *   vaudoise des sciences naturelles 37, 1901).
 *
 * Weights are the same to the last bit from both ends and for any numbering of nodes and meetings: shares of meetings are
 * added from the smallest meeting to the largest.
 */
export function createTieReader(presences: Presences, options: TieOptions): TieReader {
  const { nodeCount } = presences;
  const { meetings, attendees, shares } = meetingsBySize(presences, options);
  const shared = new Int32Array(nodeCount);
  const sums = new Float64Array(nodeCount);
  const reader: TieReader = {
    nodeCount,
    neighbours: new Int32Array(nodeCount),
    weights: new Float64Array(nodeCount),
    shared: new Int32Array(nodeCount),
    read,
  };
  const meetingsOf = (node: number) => meetings.offsets[node + 1]! - meetings.offsets[node]!;

  function read(node: number): number {
    const found = count(node);
    sortFound(reader.neighbours, found, nodeCount, shared);
    for (let i = 0; i < found; i++) {
      const other = reader.neighbours[i]!;
      const both = shared[other]!;
      reader.shared[i] = both;
      reader.weights[i] = weightOf(node, other, both);
      shared[other] = 0;
      sums[other] = 0;
    }
    return found;
  }

  function weightOf(node: number, other: number, both: number): number {
    if (options.weight === 'COUNT') return both;
    if (options.weight === 'NEWMAN') return sums[other]!;
    return both / (meetingsOf(node) + meetingsOf(other) - both);
  }

  /** Counts shared meetings by node, adds shares, and notes who was found. */
  function count(node: number): number {
    const { neighbours } = reader;
    const isNewman = options.weight === 'NEWMAN';
    let found = 0;
    for (let i = meetings.offsets[node]!; i < meetings.offsets[node + 1]!; i++) {
      const meeting = meetings.values[i]!;
      const share = shares[meeting]!;
      for (let j = attendees.offsets[meeting]!; j < attendees.offsets[meeting + 1]!; j++) {
        const other = attendees.values[j]!;
        if (other === node) continue;
        if (shared[other]!++ === 0) neighbours[found++] = other;
        if (isNewman) sums[other]! += share;
      }
    }
    return found;
  }

  return reader;
}

/** Ties of one node, as a network that all nodes are in has them. */
export function tiesOf(presences: Presences, node: number, options: TieOptions): TiesOfNode {
  const reader = createTieReader(presences, options);
  const found = reader.read(node);
  return {
    neighbours: reader.neighbours.slice(0, found),
    weights: reader.weights.slice(0, found),
    shared: reader.shared.slice(0, found),
  };
}

/**
 * The ties between nodes and the meetings at which they were, which follow the nodes in number: the meeting `m` is the node
 * `nodeCount` + `m`. All weigh 1.
 */
export function createAttendanceReader(presences: Presences, maxMeetingSize: number | null): TieReader {
  const { nodeCount, meetingCount } = presences;
  const { attendees, meetings } = withinSize(presences, maxMeetingSize);
  const longest = Math.max(nodeCount, meetingCount);
  const reader: TieReader = {
    nodeCount: nodeCount + meetingCount,
    neighbours: new Int32Array(longest),
    weights: new Float64Array(longest).fill(1),
    shared: new Int32Array(longest).fill(1),
    read: (node) => {
      const isMeeting = node >= nodeCount;
      const { offsets, values } = isMeeting ? attendees : meetings;
      const row = isMeeting ? node - nodeCount : node;
      const [start, end] = [offsets[row]!, offsets[row + 1]!];
      for (let i = start; i < end; i++) reader.neighbours[i - start] = values[i]! + (isMeeting ? 0 : nodeCount);
      return end - start;
    },
  };
  return reader;
}

/** How many different nodes were at each meeting. */
export function meetingSizes(presences: Presences): Int32Array {
  const sizes = new Int32Array(presences.meetingCount);
  eachPresence(presences, (_, meeting) => void sizes[meeting]!++);
  return sizes;
}

/** Goes through the presences node by node; one that comes several times counts once. */
function eachPresence(
  { meetingCount, offsets, meetings }: Presences,
  see: (node: number, meeting: number) => void,
): void {
  const lastNode = new Int32Array(meetingCount).fill(-1);
  for (let node = 0; node + 1 < offsets.length; node++) {
    for (let i = offsets[node]!; i < offsets[node + 1]!; i++) {
      const meeting = meetings[i]!;
      if (lastNode[meeting] === node) continue;
      lastNode[meeting] = node;
      see(node, meeting);
    }
  }
}

/**
 * What a projection to one kind costs: over all meetings, the pairs of those who were there, from both ends. One thread
 * does some 100 million in a second.
 */
export function projectionCost(presences: Presences, maxMeetingSize: number | null): number {
  return meetingSizes(presences)
    .filter((size) => maxMeetingSize === null || size <= maxMeetingSize)
    .reduce((sum, size) => sum + size * (size - 1), 0);
}

/** Meetings of each node, and nodes of each meeting, both ascending, without the meetings that are too large. */
function withinSize(
  presences: Presences,
  maxMeetingSize: number | null,
): { meetings: NumberRows; attendees: NumberRows } {
  const { nodeCount, meetingCount } = presences;
  const sizes = meetingSizes(presences);
  const offsets = new Int32Array(nodeCount + 1);
  const values = new Int32Array(presences.meetings.length);
  let end = 0;
  eachPresence(presences, (node, meeting) => {
    if (maxMeetingSize !== null && sizes[meeting]! > maxMeetingSize) return;
    values[end++] = meeting;
    offsets[node + 1] = end;
  });
  // Nodes that were at no meeting end where the one before them does.
  for (let node = 0; node < nodeCount; node++) offsets[node + 1] = Math.max(offsets[node]!, offsets[node + 1]!);
  const attendees = transpose({ offsets, values: values.subarray(0, end) }, meetingCount);
  return { attendees, meetings: transpose(attendees, nodeCount) };
}

/** The same with meetings numbered from the smallest to the largest, and what each gives to a tie by Newman. */
function meetingsBySize(presences: Presences, { maxMeetingSize }: TieOptions) {
  const sizes = meetingSizes(presences);
  const order = Int32Array.from(sizes.keys()).sort((a, b) => sizes[a]! - sizes[b]!);
  const ranks = new Int32Array(order.length);
  order.forEach((meeting, rank) => (ranks[meeting] = rank));
  const ranked = { ...presences, meetings: presences.meetings.map((meeting) => ranks[meeting]!) };
  const shares = Float64Array.from(order, (meeting) => 1 / (sizes[meeting]! - 1));
  return { ...withinSize(ranked, maxMeetingSize), shares };
}

/** Sorts the first numbers, each of which has a mark: by looking through all marks where that is less work. */
function sortFound(numbers: Int32Array, found: number, limit: number, marks: Int32Array): void {
  if (found * Math.log2(found + 1) < limit) {
    numbers.subarray(0, found).sort();
    return;
  }
  let end = 0;
  for (let number = 0; number < limit; number++) if (marks[number] !== 0) numbers[end++] = number;
}
