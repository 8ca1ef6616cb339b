import { type Database, type ReadOptions, type Tx } from '../../graph/database.ts';
import { type CountedGroup, type CountedList, type ListCounter } from '../ir/counted.ts';
import { writeColumn } from '../statement/cypher-writer.ts';
import { type KeptColumn, type NodePlaces, columnOf, countGroups, placesOf } from './columns.ts';

const STATE = {
  cypher: "MATCH (g:Graph {only: true}) RETURN g.instance + ' ' + toString(g.version) AS state",
  columns: ['state'],
};

/** What is kept of the nodes with one label, at one state of the graph. */
interface Kept {
  state: string;
  table: NodePlaces;
  columns: ReadonlyMap<string, KeptColumn>;
  /** The lists without a filter, by their statements: there are but two or three. */
  unfiltered: Map<string, readonly number[]>;
}

/** The numbers of the nodes of a list, and the state of the graph at which it has them. */
type Numbers = [numbers: readonly number[], state: string];

const isUnfiltered = ({ parameters }: CountedList): boolean => Object.keys(parameters).length === 0;

/**
 * Counts whole lists in groups. To find the nodes of a list is quick; to look at what each of them is grouped by takes ten times as long.
 * So that is read once for all nodes with the label, and kept as long as the graph is unchanged: a number for each node and dimension.
 */
export function createListCounter(database: Database): ListCounter {
  const keptByLabel = new Map<string, Kept>();

  /** What is kept of that state, if it has all these dimensions. */
  function keptOf({ label, by }: CountedList, state: string): Kept | undefined {
    const kept = keptByLabel.get(label);
    if (kept?.state !== state) return undefined;
    return by.flat().every(({ name }) => kept.columns.has(name)) ? kept : undefined;
  }

  /** Reads the list again, with what is to be kept, at one state of the graph. */
  async function readAll(list: CountedList, options: ReadOptions): Promise<[Kept, readonly number[]]> {
    const [kept, numbers] = await database.read(async (tx) => {
      const [[numbers, state]] = (await tx.rows(list.statement, list.parameters)) as [Numbers];
      return [await complete(tx, list, state), numbers] as const;
    }, options);
    // Not before: a read that a commit fell into is done again.
    if (isUnfiltered(list)) kept.unfiltered.set(list.statement, numbers);
    keptByLabel.set(list.label, kept);
    return [kept, numbers];
  }

  async function complete(tx: Tx, { label, by }: CountedList, state: string): Promise<Kept> {
    const known = keptByLabel.get(label);
    const current = known?.state === state ? known : undefined;
    const table = current?.table ?? placesOf(await tx.rows(`MATCH (n:${label}) RETURN id(n)`));
    const missing = new Map(by.flat().map(({ name, dimension }) => [name, dimension]));
    for (const name of current?.columns.keys() ?? []) missing.delete(name);
    const columns = await Promise.all(
      [...missing].map(async ([name, dimension]) => {
        const rows = await tx.rows(writeColumn(label, dimension));
        return [name, columnOf(table, rows as [string | null, string | null, number[]][])] as const;
      }),
    );
    return {
      state,
      table,
      columns: new Map([...(current?.columns ?? []), ...columns]),
      unfiltered: current?.unfiltered ?? new Map<string, readonly number[]>(),
    };
  }

  async function read(list: CountedList, options: ReadOptions): Promise<[Kept, readonly number[]]> {
    const known = isUnfiltered(list) ? keptByLabel.get(list.label) : undefined;
    const all = known?.unfiltered.get(list.statement);
    if (known && all) {
      const [[state]] = (await database.queryRows(STATE, {}, options)) as [[string]];
      if (keptOf(list, state) === known) return [known, all];
    }
    const statement = { cypher: list.statement, columns: ['numbers', 'state'] };
    const [[numbers, state]] = (await database.queryRows(statement, list.parameters, options)) as [Numbers];
    const kept = keptOf(list, state);
    if (!kept) return readAll(list, options);
    if (isUnfiltered(list)) kept.unfiltered.set(list.statement, numbers);
    return [kept, numbers];
  }

  return {
    count: async (list, options): Promise<CountedGroup[][]> => {
      const [{ table, columns }, numbers] = await read(list, options);
      const places = Int32Array.from(numbers, (number) => table.places.get(number)!);
      return list.by.map((dimensions) =>
        countGroups(
          places,
          dimensions.map(({ name }) => columns.get(name)!),
        ),
      );
    },
  };
}
