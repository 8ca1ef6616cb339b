import { isDeepStrictEqual } from 'node:util';
import { type Reads, type Tx } from '../../graph/database.ts';
import { type CountedGroup, type CountedList, type ListCounter, type NamedDimension } from '../ir/counted.ts';
import { type Dimension } from '../ir/projection.ts';
import { writeColumn } from '../statement/cypher-writer.ts';
import { type CountedState, changedSince, readState } from './changed-since.ts';
import {
  type ColumnRow,
  type KeptColumn,
  type NodePlaces,
  columnOf,
  countGroups,
  placesAmong,
  placesOf,
  withNodes,
  withValues,
} from './columns.ts';

/** What is known of the nodes with one label, at one state of the graph. */
interface Known {
  state: CountedState;
  table: NodePlaces;
  columns: Map<string, { dimension: Dimension; column: Promise<KeptColumn> }>;
  lists: KnownList[];
}

/** The places of the nodes of a list. */
interface KnownList extends Pick<CountedList, 'statement' | 'parameters'> {
  places: Promise<Int32Array>;
}

/**
 * Counts whole lists in groups. To find the nodes of a list is quick; to look at what each of them is grouped by takes ten times as long.
 * So that is read once for all nodes with the label, and kept: a number for each node and dimension. After a write it is read again of
 * those nodes only that the write can have changed.
 */
export function createListCounter(database: Reads): ListCounter {
  const kept = new Map<string, Known>();
  return {
    read: async (work, options) => {
      const [result, counting] = await database.read(async (tx) => {
        const counting = new Counting(tx, kept);
        return [await work({ count: (list) => counting.count(list), database: within(tx) }), counting] as const;
      }, options);
      // Not before: a read that a commit fell into is done again.
      for (const [label, known] of counting.known) kept.set(label, withoutFiltered(await known));
      return result;
    },
  };
}

/** Reads in a transaction that is open. */
const within = (tx: Tx): Reads => ({
  read: (work) => work(tx),
  queryRows: ({ cypher }, parameters) => tx.rows(cypher, parameters),
});

/** Of lists, only those of all nodes are kept: there are but two or three. */
const withoutFiltered = (known: Known): Known => ({
  ...known,
  lists: known.lists.filter(({ parameters }) => Object.keys(parameters).length === 0),
});

/** Counts in one transaction. What several lists need is read once. */
class Counting {
  readonly known = new Map<string, Promise<Known>>();
  private readonly tx: Tx;
  private readonly kept: ReadonlyMap<string, Known>;

  constructor(tx: Tx, kept: ReadonlyMap<string, Known>) {
    this.tx = tx;
    this.kept = kept;
  }

  async count(list: CountedList): Promise<CountedGroup[][]> {
    let knowing = this.known.get(list.label);
    if (!knowing) this.known.set(list.label, (knowing = this.knownNow(list)));
    const known = await knowing;
    const columnOf = (dimension: NamedDimension) => this.column(list.label, dimension, known);
    const [all, among, ...by] = await Promise.all([
      this.placesOf(list, known),
      Promise.all(list.among.map(columnOf)),
      ...list.by.map((dimensions) => Promise.all(dimensions.map(columnOf))),
    ]);
    const places = list.among.reduce((some, { values }, index) => placesAmong(some, among[index]!, values), all);
    return by.map((columns) => countGroups(places, columns));
  }

  /** What is kept, brought to the state that the graph has now. */
  private async knownNow(list: CountedList): Promise<Known> {
    const { label } = list;
    const state = await readState(this.tx);
    const kept = this.kept.get(label);
    if (kept && isDeepStrictEqual(kept.state, state)) {
      return { ...kept, columns: new Map(kept.columns), lists: [...kept.lists] };
    }
    const changed = kept && (await changedSince(this.tx, kept.state, state, list));
    if (!changed) {
      const table = placesOf(await this.tx.rows(`MATCH (n:${label}) RETURN id(n)`));
      return { state, table, columns: new Map(), lists: [] };
    }
    const table = withNodes(kept.table, changed);
    const columns = [...kept.columns].map(([name, { dimension, column }]) => {
      const rows = this.columnRows(label, dimension, changed);
      const updated = Promise.all([column, rows]).then(([before, rows]) => withValues(table, before, changed, rows));
      return [name, { dimension, column: updated }] as const;
    });
    return { state, table, columns: new Map(columns), lists: [] };
  }

  private column(label: string, { name, dimension }: NamedDimension, { table, columns }: Known): Promise<KeptColumn> {
    let known = columns.get(name);
    if (!known) {
      const column = this.columnRows(label, dimension).then((rows) => columnOf(table, rows));
      columns.set(name, (known = { dimension, column }));
    }
    return known.column;
  }

  private async columnRows(label: string, dimension: Dimension, numbers?: readonly number[]): Promise<ColumnRow[]> {
    const { text, parameters } = writeColumn(label, dimension, numbers);
    return (await this.tx.rows(text, parameters)) as unknown as ColumnRow[];
  }

  private placesOf({ statement, parameters }: CountedList, { table, lists }: Known): Promise<Int32Array> {
    const known = lists.find((each) => each.statement === statement && isDeepStrictEqual(each.parameters, parameters));
    if (known) return known.places;
    const places = this.tx
      .rows(statement, parameters)
      .then(([row]) => Int32Array.from(row![0] as number[], (number) => table.places.get(number)!));
    lists.push({ statement, parameters, places });
    return places;
  }
}
