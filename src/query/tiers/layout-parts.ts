import { type Layout, type GroupCountsLayout } from '../statement/layout.ts';
import { type Column, type List, type ToOne, type Slot } from '../ir/projection.ts';
import { fullNodeLayout } from '../statement/full-node.ts';

/**
 * A selection in parts that have one value each, at the first place of a tuple. Of other things a part takes all that
 * lies on them, so that there are few parts, however many selections.
 */

const FIRST_SLOT: Slot = { index: 0 };
const EMPTY_LAYOUT: Layout = { columns: [], toOnes: [], lists: [] };

/** A value that only the graph can tell. */
export function columnPart(column: Column): Layout {
  return { ...EMPTY_LAYOUT, columns: [{ ...column, slot: FIRST_SLOT }] };
}

/** The thing at the end of a hop; a tuple with {@link fullNodeLayout}, which begins at the first place. */
export function toOnePart(path: ToOne['path']): Layout {
  return { ...EMPTY_LAYOUT, toOnes: [{ path, layout: fullNodeLayout() }] };
}

/** The things of a list, a tuple with {@link fullNodeLayout} each; what led to them only where it is asked for. */
export function itemsPart(list: List, items: Layout): Layout {
  const part = { ...withoutOutputs(list), items: { projection: list.items!.projection, slot: FIRST_SLOT } };
  return listPart(part, fullNodeLayout({ via: usesRelationship(items) }), []);
}

function usesRelationship({ columns, toOnes }: Layout): boolean {
  return (
    columns.some(({ isOfVia }) => isOfVia) ||
    toOnes.some(({ path, layout }) => path === null && usesRelationship(layout))
  );
}

/** How many things a list has. */
export function totalPart(list: List): Layout {
  return listPart({ ...withoutOutputs(list), total: FIRST_SLOT }, undefined, []);
}

/** The things of a list in groups. */
export function countsPart(list: List, { counts, entities }: GroupCountsLayout): Layout {
  return listPart(withoutOutputs(list), undefined, [
    { counts: { ...counts, slot: FIRST_SLOT }, entities: entities && fullNodeLayout() },
  ]);
}

/** The list, of which nothing is asked yet; that only some types have it is looked at where the things are known. */
function withoutOutputs(list: List): List {
  return { ...list, only: undefined, items: undefined, total: undefined, counts: undefined };
}

function listPart(list: List, items: Layout | undefined, counts: GroupCountsLayout[]): Layout {
  return { ...EMPTY_LAYOUT, lists: [{ list, items, counts }] };
}

/** The parts of a selection, without those of what is inside of it. */
export function* layoutParts({ columns, toOnes, lists }: Layout): Generator<Layout> {
  for (const column of columns) if (!column.ofWhole) yield columnPart(column);
  for (const { path } of toOnes) if (path !== null) yield toOnePart(path);
  for (const { list, items, counts } of lists) {
    if (items) yield itemsPart(list, items);
    if (list.total) yield totalPart(list);
    for (const each of counts) yield countsPart(list, each);
  }
}

/** The selections inside of one. */
export function nestedLayouts({ toOnes, lists }: Layout): Layout[] {
  const inLists = lists.flatMap(({ items, counts }) => [items, ...counts.map(({ entities }) => entities)]);
  return [...toOnes.map(({ layout }) => layout), ...inLists.filter((layout) => layout !== undefined)];
}
