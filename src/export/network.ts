import { mapRows } from './stream.ts';
import { type About, type Cell, type TableColumn, type Rows, SMALLEST, type Table, checkWidth } from './table.ts';

/** The days between which something was, both included: `2025-02-12` twice for a meeting of a day. Of imprecise times the widest bounds. */
export interface Span {
  first: string | null;
  last: string | null;
}

export interface FileNode {
  /** Unique among the nodes. */
  key: string;
  /** What people read: a name, in the language that was asked for. */
  label: string;
  span?: Span;
  values: readonly Cell[];
}

/** One tie between two different nodes; it has no direction, and there is at most one of each pair. */
export interface FileTie {
  a: string;
  b: string;
  /** Above zero; more is stronger. */
  weight: number;
  span?: Span;
  values: readonly Cell[];
}

export interface NetworkFile {
  about: About;
  nodeColumns: readonly TableColumn[];
  /** Read before the ties, once. */
  nodes: Rows<FileNode>;
  tieColumns: readonly TableColumn[];
  ties: Rows<FileTie>;
  /** Whether nodes or ties have spans. Only GEXF has a place for them; other formats have the columns. */
  dated?: boolean;
}

/** A network as its nodes and then its ties, checked row by row. */
export interface CheckedNetwork {
  nodes: Rows<FileNode>;
  ties: Rows<FileTie>;
}

/** Names that a format or a reader uses for something of its own. A column of such a name would be overwritten, or overwrite it. */
const RESERVED: Readonly<Record<'node' | 'tie', ReadonlySet<string>>> = {
  node: new Set(['id', 'label', 'name', 'value', 'key', 'source', 'target', 'start', 'end', 'parent', 'viz']),
  tie: new Set(['id', 'label', 'name', 'tie', 'key', 'source', 'target', 'weight', 'type', 'start', 'end']),
};

/** The id of a tie within a file. A key has no two colons in a row. */
export const tieId = ({ a, b }: FileTie): string => `${a}::${b}`;

/**
 * The rows of a network, with an error at the first that no reader would take as it is meant: a column with a name that is
 * taken, a self-loop, a weight that is not above zero, an end that is not among the nodes.
 */
export function checkNetwork({ nodeColumns, tieColumns, ...network }: NetworkFile): CheckedNetwork {
  checkNames('node', nodeColumns);
  checkNames('tie', tieColumns);
  const keys = new Set<string>();
  return {
    nodes: mapRows(network.nodes, (node) => {
      checkWidth(nodeColumns, node.values);
      if (keys.has(node.key)) throw new TypeError(`The node ${node.key} is there twice.`);
      keys.add(node.key);
      return node;
    }),
    ties: mapRows(network.ties, (tie) => {
      checkTie(tieColumns, tie);
      for (const key of [tie.a, tie.b])
        if (!keys.has(key)) throw new TypeError(`The tie ${tieId(tie)} ends at no node.`);
      return tie;
    }),
  };
}

function checkNames(of: 'node' | 'tie', columns: readonly TableColumn[]): void {
  const seen = new Set(RESERVED[of]);
  for (const { name } of columns) {
    if (seen.has(name)) throw new TypeError(`A column of the ${of}s may not be called ${name}: the name is taken.`);
    seen.add(name);
  }
}

function checkTie(columns: readonly TableColumn[], tie: FileTie): void {
  checkWidth(columns, tie.values);
  if (tie.a === tie.b) throw new TypeError(`A tie of ${tie.a} with itself.`);
  if (!(tie.weight >= SMALLEST && tie.weight < Infinity))
    throw new TypeError(`The tie ${tieId(tie)} weighs ${tie.weight}.`);
}

/** The nodes as a table. Its first columns have the names that Gephi needs, and R takes the first for the names of vertices. */
export function nodesTable({ about, nodeColumns, nodes }: NetworkFile): Table {
  checkNames('node', nodeColumns);
  return {
    about,
    columns: [
      { name: 'id', type: 'text', description: 'The key of the node.' },
      { name: 'label', type: 'text', description: 'Its name.' },
      ...nodeColumns,
    ],
    rows: mapRows(nodes, ({ key, label, values }) => [key, label, ...values]),
  };
}

/** The ties as a table, one row for each pair; the nodes are not read. Its first columns have the names that Gephi and pandas look for. */
export function tiesTable({ about, tieColumns, ties }: NetworkFile): Table {
  checkNames('tie', tieColumns);
  return {
    about,
    columns: [
      { name: 'source', type: 'text', description: 'The key of one end. Ties have no direction.' },
      { name: 'target', type: 'text', description: 'The key of the other end.' },
      { name: 'type', type: 'text', description: 'Undirected, the word by which Gephi knows such ties.' },
      { name: 'weight', type: 'number', description: 'How strong the tie is; more is stronger.' },
      ...tieColumns,
    ],
    rows: mapRows(ties, (tie) => {
      checkTie(tieColumns, tie);
      return [tie.a, tie.b, 'Undirected', tie.weight, ...tie.values];
    }),
  };
}
