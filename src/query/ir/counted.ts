import { type ReadOptions, type Reads } from '../../graph/database.ts';
import { type BoundArguments } from './bound-arguments.ts';
import { type Dimension } from './projection.ts';

/** Counts the nodes of whole lists in groups. */
export interface ListCounter {
  /**
   * Does the work in one read, in which lists can be counted: all that it counts and reads shows one state of the graph. The work is
   * repeated if a commit happens during it.
   */
  read<T>(work: (reading: CountingRead) => Promise<T>, options: ReadOptions): Promise<T>;
}

export interface CountingRead {
  /** @returns For each of `by` its groups, in no order. */
  count: (list: CountedList) => Promise<CountedGroup[][]>;
  /** The graph in the same read. */
  database: Reads;
}

/** The lists of a root field that are counted before its statement is sent. */
export interface CountedRoot {
  list: CountedList;
  /** The bound arguments of the root field with the groups of each of `by`. */
  withGroups(groups: readonly (readonly CountedGroup[])[]): readonly BoundArguments[];
}

export interface CountedList {
  /** The label that all nodes of the list have. */
  label: string;
  /** Paths from a node with the label to all whose changes may change what it is grouped by. */
  restsOn: readonly string[];
  /** Cypher that returns one row: the list of the numbers of its nodes (`id()`), each once. */
  statement: string;
  parameters: Record<string, unknown>;
  /** Of these nodes, only those that have one of the values in each of these dimensions. */
  among: readonly (NamedDimension & { values: readonly string[] })[];
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
