import { type Hash, createHash } from 'node:crypto';
import { type BlockOfDataSet, type DataSet } from '../../record/input/options.ts';
import { type Problem } from '../../record/input/problem.ts';
import { type RecordInput } from '../../record/input/record-input.ts';
import { topologicalOrder } from './topological-order.ts';
import { type ListName, type RowAddress, type Unit, groupIntoUnits } from './units.ts';

/** The rows of one transaction. */
export interface Batch {
  blocks: RecordInput[];
  dataSets: DataSet[];
  /** The number of rows, as the author counts them. */
  size: number;
  /** True if its rows cannot be told apart into smaller batches. */
  isSingle: boolean;
  /** The hash of all rows up to its end, in their order. */
  fingerprint: string;
  /** Maps a path in its blocks to the path in the blocks that were split. */
  originalPath: (path: Problem['path']) => Problem['path'];
}

/** Rows that go together, in an order in which each comes after what it refers to. */
export type Order = readonly Pick<Unit, 'rows' | 'size'>[];

export function orderRows(input: Iterable<BlockOfDataSet>): Order {
  const units = groupIntoUnits(input);
  return topologicalOrder(units.map(({ dependencies }) => dependencies)).map((numbers) => {
    const members = numbers.map((number) => units[number]!);
    return members.length === 1 ? members[0]! : { rows: members.flatMap(({ rows }) => rows), size: totalSize(members) };
  });
}

/** The number of rows, as the author counts them: participants are rows too. */
export const totalSize = (order: Order): number => order.reduce((sum, { size }) => sum + size, 0);

/**
 * Cuts input into batches that can be recorded one after the other: a batch only refers to itself and to earlier ones. Blocks are read
 * when a batch needs them and forgotten when all of their rows are recorded.
 */
export class BatchCutter {
  readonly #order: Order;
  readonly #window: Window;
  #hash = createHash('sha256');
  #next = 0;
  /** What {@link accept} goes on after. */
  #cut: { groups: Order; hash: Hash } | null = null;
  /** How many rows are in the accepted batches. */
  done = 0;

  constructor(input: Iterable<BlockOfDataSet>, order: Order) {
    this.#order = order;
    this.#window = new Window(input);
  }

  /** The rows that come next, about so many; null after the last. The same again until they are accepted. */
  cut(rows: number): Batch | null {
    const groups = this.#groupsOf(rows);
    if (groups.length === 0) return null;
    const hash = this.#hash.copy();
    for (const { rows: members } of groups) {
      for (const { block: number, list, index } of members) {
        const { block, dataSet } = this.#window.get(number);
        hash.update(JSON.stringify([dataSet, block.source, list, block[list]![index]]));
      }
    }
    this.#cut = { groups, hash };
    return this.#toBatch(groups, hash.copy().digest('hex'));
  }

  /** Goes on after the batch that was cut last. */
  accept(): void {
    const { groups, hash } = this.#cut!;
    for (const { rows } of groups) this.#window.forget(rows);
    this.#hash = hash;
    this.#next += groups.length;
    this.done += totalSize(groups);
  }

  #groupsOf(rows: number): Order {
    let [end, size] = [this.#next, 0];
    while (end < this.#order.length && (size === 0 || size + this.#order[end]!.size <= rows))
      size += this.#order[end++]!.size;
    return this.#order.slice(this.#next, end);
  }

  /** The rows as blocks, in the order of the input and with their original sources. */
  #toBatch(groups: Order, fingerprint: string): Batch {
    const parts = [
      ...Map.groupBy(
        groups.flatMap(({ rows }) => rows),
        ({ block }) => block,
      ),
    ]
      .sort(([a], [b]) => a - b)
      .map(([number, rows]) => toPart(number, rows, this.#window.get(number)));
    return {
      blocks: parts.map(({ block }) => block),
      dataSets: parts.map(({ dataSet }) => dataSet),
      size: totalSize(groups),
      isSingle: groups.length === 1,
      fingerprint,
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
}

function toPart(number: number, rows: readonly RowAddress[], { block, dataSet }: BlockOfDataSet) {
  const origins = new Map(
    [...Map.groupBy(rows, ({ list }) => list)].map(([list, own]): [ListName, number[]] => [
      list,
      own.map(({ index }) => index).sort((a, b) => a - b),
    ]),
  );
  const lists = [...origins].map(([list, indices]) => [list, indices.map((index) => block[list]![index])]);
  return { number, origins, dataSet, block: { source: block.source, ...Object.fromEntries(lists) } as RecordInput };
}

/** The blocks from the first of which a row is still needed to the last that was. */
class Window {
  readonly #blocks: Iterator<BlockOfDataSet>;
  readonly #held = new Map<number, { source: BlockOfDataSet; left: number }>();
  #read = 0;

  constructor(input: Iterable<BlockOfDataSet>) {
    this.#blocks = input[Symbol.iterator]();
  }

  get(number: number): BlockOfDataSet {
    while (this.#read <= number) {
      const source = this.#blocks.next().value as BlockOfDataSet;
      const left = rowCount(source.block);
      if (left > 0) this.#held.set(this.#read, { source, left });
      this.#read += 1;
    }
    return this.#held.get(number)!.source;
  }

  /** These rows are not needed any more. */
  forget(rows: readonly RowAddress[]): void {
    for (const { block } of rows) {
      const held = this.#held.get(block)!;
      held.left -= 1;
      if (held.left === 0) this.#held.delete(block);
    }
  }
}

/** The number of its rows; participants are in those of their meetings. */
const rowCount = ({ source: _, ...lists }: RecordInput): number =>
  Object.values(lists).reduce((sum, list) => sum + list.length, 0);

/** The number of rows of blocks, as the author counts them. */
export const countRows = (blocks: readonly RecordInput[]): number =>
  blocks.reduce(
    (sum, block) =>
      sum + rowCount(block) + (block.meetings ?? []).reduce((count, row) => count + (row.participants?.length ?? 0), 0),
    0,
  );
