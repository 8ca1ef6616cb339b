import { type Layout, type GroupCountsLayout } from '../statement/layout.ts';
import { type Column, type List, type ToOne, type Slot } from '../ir/projection.ts';
import { fullNodeLayout } from '../statement/full-node.ts';

/**
 * Splits a layout into parts that read one value each, in the first slot of a tuple. Nodes in a part are always full nodes, so
 * that there are few distinct parts, however many selections clients write.
 */

const FIRST_SLOT: Slot = { index: 0 };
const EMPTY_LAYOUT: Layout = { columns: [], toOnes: [], lists: [] };

/** A column that only the database can compute. */
export function columnPart(column: Column): Layout {
  return { ...EMPTY_LAYOUT, columns: [{ ...column, slot: FIRST_SLOT }] };
}

/** The node at the end of a hop: a tuple of {@link fullNodeLayout}. */
export function toOnePart(path: ToOne['path']): Layout {
  return { ...EMPTY_LAYOUT, toOnes: [{ path, layout: fullNodeLayout() }] };
}

/** The nodes of a list, a tuple of {@link fullNodeLayout} each; with the relationship only where it is selected. */
export function itemsPart(list: List, items: Layout): Layout {
  const part = { ...withoutOutputs(list), items: { projection: list.items!.projection, slot: FIRST_SLOT } };
  return listPart(part, fullNodeLayout({ withRelationship: usesRelationship(items) }), []);
}

function usesRelationship({ columns, toOnes }: Layout): boolean {
  return (
    columns.some(({ onRelationship }) => onRelationship) ||
    toOnes.some(({ path, layout }) => path === null && usesRelationship(layout))
  );
}

/** The number of nodes in a list. */
export function totalPart(list: List): Layout {
  return listPart({ ...withoutOutputs(list), total: FIRST_SLOT }, undefined, []);
}

/** The counts of a list. */
export function countsPart(list: List, { counts, entities }: GroupCountsLayout): Layout {
  return listPart(withoutOutputs(list), undefined, [
    { counts: { ...counts, slot: FIRST_SLOT }, entities: entities && fullNodeLayout() },
  ]);
}

/** The list with nothing selected. `only` is dropped too: the batched reader checks the labels of the nodes it has. */
function withoutOutputs(list: List): List {
  return { ...list, only: undefined, items: undefined, total: undefined, counts: undefined };
}

function listPart(list: List, items: Layout | undefined, counts: GroupCountsLayout[]): Layout {
  return { ...EMPTY_LAYOUT, lists: [{ list, items, counts }] };
}

/** The parts of a layout, without those of nested layouts. */
export function* layoutParts({ columns, toOnes, lists }: Layout): Generator<Layout> {
  for (const column of columns) if (!column.fromFullNode) yield columnPart(column);
  for (const { path } of toOnes) if (path !== null) yield toOnePart(path);
  for (const { list, items, counts } of lists) {
    if (items) yield itemsPart(list, items);
    if (list.total) yield totalPart(list);
    for (const each of counts) yield countsPart(list, each);
  }
}

/** The layouts of the nodes that a layout leads to. */
export function nestedLayouts({ toOnes, lists }: Layout): Layout[] {
  const inLists = lists.flatMap(({ items, counts }) => [items, ...counts.map(({ entities }) => entities)]);
  return [...toOnes.map(({ layout }) => layout), ...inLists.filter((layout) => layout !== undefined)];
}
