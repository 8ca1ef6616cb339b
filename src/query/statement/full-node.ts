import { type Layout } from './layout.ts';
import { type Column, type FullNode } from '../ir/projection.ts';

/** A thing with its name in the graph, which holds as long as a transaction. */
export interface LoadedNode extends FullNode {
  elementId: string;
}

const column = (index: number, text: Column['text']): Column => ({
  key: '',
  text,
  isSubquery: false,
  isOfVia: false,
  slot: { index },
});

const NODE_COLUMNS = [
  column(0, ({ node }) => `elementId(${node})`),
  column(1, ({ node }) => `properties(${node})`),
  column(2, ({ node }) => `labels(${node})`),
];
const NODE_AND_RELATIONSHIP_COLUMNS = [...NODE_COLUMNS, column(3, ({ rel: via }) => `properties(${via})`)];

/** Takes all that lies on a thing, whatever is asked of it: the text then depends on nothing but the way to it. */
export function fullNodeLayout({ via = false }: { via?: boolean } = {}): Layout {
  return { columns: via ? NODE_AND_RELATIONSHIP_COLUMNS : NODE_COLUMNS, toOnes: [], lists: [] };
}

/** The thing in a tuple of {@link fullNodeLayout}; undefined where there is none. */
export function nodeIn(tuple: unknown): LoadedNode | undefined {
  const [elementId, properties, labels, via] = tuple as [
    string | null,
    FullNode['properties'],
    string[],
    FullNode['relationship']?,
  ];
  return elementId === null ? undefined : { elementId, properties, labels, relationship: via ?? {} };
}
