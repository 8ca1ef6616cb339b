import { type CountedGroup } from '../ir/counted.ts';

/** The nodes with one label: the place of each in the columns, by the number that the database gives it. */
export interface NodePlaces {
  places: ReadonlyMap<number, number>;
}

/** What each node of a table is grouped by in one dimension. */
export interface KeptColumn {
  values: readonly GroupValue[];
  /** By place, which of the values the node has, or the first of those that it has. */
  first: Uint32Array;
  /** By place, the others, of nodes that count under several. */
  others: ReadonlyMap<number, readonly number[]>;
}

/** A value; null for none. If it is the key of an entity, with the id of that. */
interface GroupValue {
  value: string | null;
  entity: string | null;
}

/** For each value its nodes, by their numbers. */
export type ColumnRow = readonly [value: string | null, entity: string | null, numbers: readonly number[]];

export function placesOf(rows: readonly unknown[][]): NodePlaces {
  return { places: new Map(rows.map(([number], place) => [number as number, place])) };
}

/** The places with those of further nodes at their end. */
export function withNodes({ places }: NodePlaces, numbers: readonly number[]): NodePlaces {
  const added = numbers.filter((number) => !places.has(number));
  return { places: new Map([...places, ...added.map((number, index) => [number, places.size + index] as const)]) };
}

export const columnOf = (table: NodePlaces, rows: readonly ColumnRow[]): KeptColumn =>
  fill(table, { values: [], first: new Uint32Array(table.places.size), others: new Map() }, rows);

/** The column with other values for some of its nodes, or values for new ones; `rows` has those of all of them. */
export function withValues(
  table: NodePlaces,
  column: KeptColumn,
  numbers: readonly number[],
  rows: readonly ColumnRow[],
): KeptColumn {
  const first = new Uint32Array(table.places.size);
  first.set(column.first);
  const others = new Map(column.others);
  for (const number of numbers) others.delete(table.places.get(number)!);
  return fill(table, { values: [...column.values], first, others }, rows);
}

/** Puts the values of rows into a column, which becomes it. */
function fill(
  { places }: NodePlaces,
  column: { values: GroupValue[]; first: Uint32Array; others: Map<number, readonly number[]> },
  rows: readonly ColumnRow[],
): KeptColumn {
  const { values, first, others } = column;
  const known = new Map(values.map(({ value, entity }, index) => [`${value} ${entity}`, index]));
  const isFilled = new Uint8Array(places.size);
  for (const [value, entity, numbers] of rows) {
    const index = known.get(`${value} ${entity}`) ?? values.push({ value, entity }) - 1;
    for (const number of numbers) {
      const place = places.get(number)!;
      if (isFilled[place] === 1) others.set(place, [...(others.get(place) ?? []), index]);
      else [first[place], isFilled[place]] = [index, 1];
    }
  }
  return column;
}
/** Those of the places whose nodes have one of these values. */
export function placesAmong(
  places: Int32Array,
  { values, first, others }: KeptColumn,
  wanted: readonly string[],
): Int32Array {
  const isWanted = values.map(({ value }) => value !== null && wanted.includes(value));
  return places.filter((place) => isWanted[first[place]!] || others.get(place)?.some((index) => isWanted[index]));
}

/** How many of the nodes at these places there are in each group, one for each combination of values, in no order. */
export function countGroups(places: Int32Array, columns: readonly KeptColumn[]): CountedGroup[] {
  const [only, ...more] = columns;
  if (only && more.length === 0) return countValues(places, only);
  const counts = new Map<number, number>();
  const count = (group: number) => counts.set(group, (counts.get(group) ?? 0) + 1);
  const walk = (place: number, depth: number, group: number): void => {
    const column = columns[depth];
    if (!column) return void count(group);
    const base = group * column.values.length;
    walk(place, depth + 1, base + column.first[place]!);
    for (const other of column.others.get(place) ?? []) walk(place, depth + 1, base + other);
  };
  if (columns.length === 0) return [{ count: places.length, values: [], entities: [] }];
  for (const place of places) walk(place, 0, 0);
  return [...counts].map(([group, count]) => {
    const members = valuesOf(columns, group);
    return { count, values: members.map(({ value }) => value), entities: members.map(({ entity }) => entity) };
  });
}

/** The same for one dimension, as facets are. */
function countValues(places: Int32Array, { values, first, others }: KeptColumn): CountedGroup[] {
  const counts = new Uint32Array(values.length);
  for (const place of places) counts[first[place]!]!++;
  if (others.size > 0) for (const place of places) for (const other of others.get(place) ?? []) counts[other]!++;
  return values.flatMap(({ value, entity }, index) =>
    counts[index] === 0 ? [] : [{ count: counts[index]!, values: [value], entities: [entity] }],
  );
}

/** The values of a group, whose number has their places in their columns as its digits. */
function valuesOf(columns: readonly KeptColumn[], group: number): GroupValue[] {
  return columns
    .toReversed()
    .map(({ values }) => {
      const digit = group % values.length;
      group = (group - digit) / values.length;
      return values[digit]!;
    })
    .reverse();
}
