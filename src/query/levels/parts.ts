import { type Laid, type LaidCounts } from '../statement/layout.ts';
import { type Column, type List, type One, type Slot } from '../statement/selection.ts';
import { whole } from '../statement/whole.ts';

/**
 * A selection in parts that have one value each, at the first place of a tuple. Of other things a part takes all that
 * lies on them, so that there are few parts, however many selections.
 */

const FIRST: Slot = { index: 0 };
const NOTHING: Laid = { columns: [], ones: [], lists: [] };

/** A value that only the graph can tell. */
export function columnPart(column: Column): Laid {
  return { ...NOTHING, columns: [{ ...column, slot: FIRST }] };
}

/** The thing at the end of a hop; a tuple with {@link whole}, which begins at the first place. */
export function onePart(path: One['path']): Laid {
  return { ...NOTHING, ones: [{ path, laid: whole() }] };
}

/** The things of a list, a tuple with {@link whole} each; what led to them only where it is asked for. */
export function itemsPart(list: List, items: Laid): Laid {
  const part = { ...bare(list), items: { selection: list.items!.selection, slot: FIRST } };
  return listPart(part, whole({ via: asksOfVia(items) }), []);
}

function asksOfVia({ columns, ones }: Laid): boolean {
  return columns.some(({ isOfVia }) => isOfVia) || ones.some(({ path, laid }) => path === null && asksOfVia(laid));
}

/** How many things a list has. */
export function totalPart(list: List): Laid {
  return listPart({ ...bare(list), total: FIRST }, undefined, []);
}

/** The things of a list in groups. */
export function countsPart(list: List, { counts, entities }: LaidCounts): Laid {
  return listPart(bare(list), undefined, [{ counts: { ...counts, slot: FIRST }, entities: entities && whole() }]);
}

/** The list, of which nothing is asked yet; that only some types have it is looked at where the things are known. */
function bare(list: List): List {
  return { ...list, only: undefined, items: undefined, total: undefined, counts: undefined };
}

function listPart(list: List, items: Laid | undefined, counts: LaidCounts[]): Laid {
  return { ...NOTHING, lists: [{ list, items, counts }] };
}

/** The parts of a selection, without those of what is inside of it. */
export function* partsOf({ columns, ones, lists }: Laid): Generator<Laid> {
  for (const column of columns) if (!column.ofWhole) yield columnPart(column);
  for (const { path } of ones) if (path !== null) yield onePart(path);
  for (const { list, items, counts } of lists) {
    if (items) yield itemsPart(list, items);
    if (list.total) yield totalPart(list);
    for (const each of counts) yield countsPart(list, each);
  }
}

/** The selections inside of one. */
export function insidesOf({ ones, lists }: Laid): Laid[] {
  const inLists = lists.flatMap(({ items, counts }) => [items, ...counts.map(({ entities }) => entities)]);
  return [...ones.map(({ laid }) => laid), ...inLists.filter((laid) => laid !== undefined)];
}
