import { type Presences } from '../../src/network/types.ts';
import { blocksOf } from '../dataset/blocks.ts';
import { type Size } from '../dataset/size.ts';

/** The officials of the benchmark's world who were at its meetings (status ATTENDED), without a database. */
export function presencesOf(size: Size): Presences {
  const officials = new Map<string, number>();
  const meetings = new Map<string, number>();
  const attended: Set<number>[] = [];
  for (const block of blocksOf(size)) {
    for (const { key, participants } of block.meetings ?? []) {
      if (key === undefined) continue; // a second report, which names no one new
      for (const { actor, status } of participants ?? []) {
        if (typeof actor !== 'string' || !actor.startsWith('official:') || status !== 'ATTENDED') continue;
        const official = numberOf(officials, actor);
        (attended[official] ??= new Set()).add(numberOf(meetings, key));
      }
    }
  }
  const offsets = new Int32Array(attended.length + 1);
  attended.forEach((of, i) => (offsets[i + 1] = offsets[i]! + of.size));
  const all = Int32Array.from(attended.flatMap((of) => [...of]));
  return { nodeCount: attended.length, meetingCount: meetings.size, offsets, meetings: all };
}

function numberOf(numbers: Map<string, number>, key: string): number {
  let number = numbers.get(key);
  if (number === undefined) numbers.set(key, (number = numbers.size));
  return number;
}
