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

/** Which nodes a list has. */
type Nodes = Pick<CountedList, 'statement' | 'parameters' | 'among'>;

interface KnownList extends Nodes {
  places: Promise<Int32Array>;
}

const isSame = (one: Nodes, other: Nodes): boolean =>
  one.statement === other.statement &&
  isDeepStrictEqual(one.parameters, other.parameters) &&
  isDeepStrictEqual(one.among, other.among);

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
  lists: known.lists.filter(({ parameters, among }) => Object.keys(parameters).length + among.length === 0),
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
    const [places, ...by] = await Promise.all([
      this.placesOf(list, list.label, known),
      ...list.by.map((dimensions) =>
        Promise.all(dimensions.map((dimension) => this.column(list.label, dimension, known))),
      ),
    ]);
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

  private placesOf(nodes: Nodes, label: string, known: Known): Promise<Int32Array> {
    const same = known.lists.find((each) => isSame(each, nodes));
    if (same) return same.places;
    const { statement, parameters, among } = nodes;
    const [condition, ...others] = among;
    const places = condition
      ? Promise.all([
          this.placesOf({ statement, parameters, among: others }, label, known),
          this.column(label, condition, known),
        ]).then(([all, column]) => placesAmong(all, column, condition.values))
      : this.readPlaces(nodes, known);
    known.lists.push({ statement, parameters, among, places });
    return places;
  }

  private async readPlaces({ statement, parameters }: Nodes, { table }: Known): Promise<Int32Array> {
    const [row] = await this.tx.rows(statement, parameters);
    return Int32Array.from(row![0] as number[], (number) => table.places.get(number)!);
  }
}
