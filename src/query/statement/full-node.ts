import { type Layout } from './layout.ts';
import { type Column, type FullNode } from '../ir/projection.ts';

/** A full node with its element id, which is valid only inside its transaction. */
export interface LoadedNode extends FullNode {
  elementId: string;
}

const column = (index: number, text: Column['text']): Column => ({
  key: '',
  text,
  isSubquery: false,
  onRelationship: false,
  slot: { index },
});

const NODE_COLUMNS = [
  column(0, ({ node }) => `elementId(${node})`),
  column(1, ({ node }) => `properties(${node})`),
  column(2, ({ node }) => `labels(${node})`),
];
const NODE_AND_RELATIONSHIP_COLUMNS = [...NODE_COLUMNS, column(3, ({ rel }) => `properties(${rel})`)];

/** Reads a whole node, whatever is selected of it, so that the text of a statement depends only on the path to the node. */
export function fullNodeLayout({ withRelationship = false } = {}): Layout {
  return { columns: withRelationship ? NODE_AND_RELATIONSHIP_COLUMNS : NODE_COLUMNS, toOnes: [], lists: [] };
}

type NodeTuple = readonly [
  elementId: string | null,
  properties: FullNode['properties'],
  labels: readonly string[],
  relationship?: FullNode['relationship'] | null,
];

/** The node in a tuple of {@link fullNodeLayout}; undefined where there is none. */
export function nodeIn(tuple: unknown): LoadedNode | undefined {
  const [elementId, properties, labels, relationship = null] = tuple as NodeTuple;
  return elementId === null ? undefined : { elementId, properties, labels, relationship: relationship ?? {} };
}
