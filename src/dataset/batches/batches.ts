import { type RecordInput } from '../../record/input/record-input.ts';
import { type DataSet } from '../../record/input/options.ts';
import { type Problem } from '../../record/input/problem.ts';
import { topologicalOrder } from './topological-order.ts';
import { type ListName, type RowAddress, type Unit, groupIntoUnits } from './units.ts';

/** The rows of one transaction. */
export interface Batch {
  blocks: RecordInput[];
  dataSets: DataSet[];
  /** The number of rows, as the author counts them. */
  size: number;
  /** Maps a path in its blocks to the path in the blocks that were split. */
  originalPath: (path: Problem['path']) => Problem['path'];
}

/**
 * Splits blocks into batches that can be recorded one after the other: a batch only refers to itself and to earlier ones.
 *
 * @param size The number of rows of a batch. It is exceeded if rows have to be in one batch.
 */
export function splitIntoBatches(blocks: readonly RecordInput[], dataSets: readonly DataSet[], size: number): Batch[] {
  const units = groupIntoUnits(
    blocks,
    dataSets.map(({ key }) => key),
  );
  const batches: RowAddress[][] = [];
  let [current, currentSize] = [[] as RowAddress[], 0];
  for (const component of topologicalOrder(units.map(({ dependencies }) => dependencies))) {
    const members = component.map((number) => units[number]!);
    const addedSize = totalSize(members);
    if (currentSize > 0 && currentSize + addedSize > size) {
      batches.push(current);
      [current, currentSize] = [[], 0];
    }
    current.push(...members.flatMap(({ rows }) => rows));
    currentSize += addedSize;
  }
  if (currentSize > 0) batches.push(current);
  return batches.map((places) => toBatch(places, blocks, dataSets));
}

const totalSize = (units: readonly Unit[]) => units.reduce((sum, { size }) => sum + size, 0);

/** The number of rows, as the author counts them: participants are rows too. */
export const countRows = (blocks: readonly RecordInput[]): number =>
  blocks.reduce((sum, { source: _, meetings, ...lists }) => {
    const others = Object.values(lists).reduce((count, list) => count + list.length, 0);
    return sum + others + (meetings ?? []).reduce((count, row) => count + 1 + (row.participants?.length ?? 0), 0);
  }, 0);

/** The rows of a batch as blocks, in the order of the input and with their original sources. */
function toBatch(places: readonly RowAddress[], blocks: readonly RecordInput[], dataSets: readonly DataSet[]): Batch {
  const parts = [...Map.groupBy(places, ({ block }) => block)]
    .sort(([a], [b]) => a - b)
    .map(([number, own]) => toPart(number, own, blocks[number]!));
  return {
    blocks: parts.map(({ block }) => block),
    dataSets: parts.map(({ number }) => dataSets[number]!),
    size: countRows(parts.map(({ block }) => block)),
    originalPath: ([part, list, index, ...rest]) => {
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

function toPart(number: number, places: readonly RowAddress[], block: RecordInput) {
  const origins = new Map(
    [...Map.groupBy(places, ({ list }) => list)].map(([list, own]): [ListName, number[]] => [
      list,
      own.map(({ index }) => index).sort((a, b) => a - b),
    ]),
  );
  const lists = [...origins].map(([list, indices]) => [list, indices.map((index) => block[list]![index])]);
  return { number, origins, block: { source: block.source, ...Object.fromEntries(lists) } as RecordInput };
}
