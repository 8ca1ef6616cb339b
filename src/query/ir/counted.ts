import { type Dimension } from './projection.ts';

/** Counts the nodes of a whole list in groups. */
export interface ListCounter {
  /** @returns For each of `by` its groups, in no order. */
  count(list: CountedList, options: { signal?: AbortSignal }): Promise<CountedGroup[][]>;
}

export interface CountedList {
  /** The label that all nodes of the list have. */
  label: string;
  /** Cypher that returns one row: the list of the numbers of its nodes (`id()`), each once, and the state of the graph. */
  statement: string;
  parameters: Record<string, unknown>;
  by: readonly (readonly NamedDimension[])[];
}

/** A dimension by which nodes with one label are counted, under its name among those. */
export interface NamedDimension {
  name: string;
  dimension: Dimension;
}

/** One combination of values, each with the id of the entity whose key it is, and how many nodes have it. */
export interface CountedGroup {
  count: number;
  values: readonly (string | null)[];
  entities: readonly (string | null)[];
}
