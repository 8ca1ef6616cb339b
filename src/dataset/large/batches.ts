import { type RecordInput } from '../../record/input.ts';
import { type DataSet } from '../../record/options.ts';
import { type Problem } from '../../record/problem.ts';
import { inOrderOfNeed } from './order.ts';
import { type ListName, type Place, type Unit, unitsOf } from './units.ts';

/** What goes in one transaction. */
export interface Batch {
  blocks: RecordInput[];
  dataSets: DataSet[];
  /** How many rows the author counts in it. */
  size: number;
  /** A way into its blocks as a way into those that were split. */
  originOf: (path: Problem['path']) => Problem['path'];
}

/**
 * Splits blocks into batches that can be recorded one after the other: what a batch points at is in it or in an earlier one.
 *
 * @param size The rows of a batch; what cannot be parted makes a larger one.
 */
export function batchesOf(blocks: readonly RecordInput[], dataSets: readonly DataSet[], size: number): Batch[] {
  const units = unitsOf(
    blocks,
    dataSets.map(({ key }) => key),
  );
  const batches: Place[][] = [];
  let [current, filled] = [[] as Place[], 0];
  for (const together of inOrderOfNeed(units.map(({ needs }) => needs))) {
    const members = together.map((number) => units[number]!);
    const more = sizeOf(members);
    if (filled > 0 && filled + more > size) {
      batches.push(current);
      [current, filled] = [[], 0];
    }
    current.push(...members.flatMap(({ rows }) => rows));
    filled += more;
  }
  if (filled > 0) batches.push(current);
  return batches.map((places) => batchOf(places, blocks, dataSets));
}

const sizeOf = (units: readonly Unit[]) => units.reduce((sum, { size }) => sum + size, 0);

/** How many rows the author counts. */
export const rowsIn = (blocks: readonly RecordInput[]): number =>
  blocks.reduce((sum, { source: _, meetings, ...lists }) => {
    const others = Object.values(lists).reduce((count, list) => count + list.length, 0);
    return sum + others + (meetings ?? []).reduce((count, row) => count + 1 + (row.participants?.length ?? 0), 0);
  }, 0);

/** The rows of a batch as blocks: in the order of the input, under the sources that they had. */
function batchOf(places: readonly Place[], blocks: readonly RecordInput[], dataSets: readonly DataSet[]): Batch {
  const parts = [...Map.groupBy(places, ({ block }) => block)]
    .sort(([a], [b]) => a - b)
    .map(([number, own]) => partOf(number, own, blocks[number]!));
  return {
    blocks: parts.map(({ block }) => block),
    dataSets: parts.map(({ number }) => dataSets[number]!),
    size: rowsIn(parts.map(({ block }) => block)),
    originOf: ([part, list, index, ...rest]) => {
      const { number, origins } = parts[part as number]!;
      const origin = origins.get(list as ListName)?.[index as number];
      return [
        number,
        ...(list === undefined ? [] : [list]),
        ...(index === undefined ? [] : [origin ?? index]),
        ...rest,
      ];
    },
  };
}

function partOf(number: number, places: readonly Place[], block: RecordInput) {
  const origins = new Map(
    [...Map.groupBy(places, ({ list }) => list)].map(([list, own]): [ListName, number[]] => [
      list,
      own.map(({ index }) => index).sort((a, b) => a - b),
    ]),
  );
  const lists = [...origins].map(([list, indices]) => [list, indices.map((index) => block[list]![index])]);
  return { number, origins, block: { source: block.source, ...Object.fromEntries(lists) } as RecordInput };
}
