import { type Column, type GroupCounts, type List, type ToOne, type Projection } from '../ir/projection.ts';

/**
 * Puts a projection into canonical order and assigns every slot, so that queries that select the same become the same text,
 * whatever their field order and aliases. The values of a to-one hop are in the tuple of the node it starts from.
 *
 * @param cacheKeyOf The cache key of a field's bound arguments: what of them changes the text.
 */
export function createLayout(projection: Projection, cacheKeyOf: (argumentsIndex: number) => string): Layout {
  const keyCache = new Map<Projection, string>();

  function keyOf(projection: Projection): string {
    let key = keyCache.get(projection);
    if (key === undefined) {
      const toOnes = [...projection.toOnes].map(([path, toOne]) => `${path}{${keyOf(toOne.projection)}}`);
      key = [...[...projection.columns.keys()].sort(), ...toOnes.sort(), ...projection.lists.map(listKey).sort()].join(
        ',',
      );
      keyCache.set(projection, key);
    }
    return key;
  }

  function listKey(list: List): string {
    const items = list.items ? `[${keyOf(list.items.projection)}]` : '';
    const cacheKey = list.argumentsIndex === null ? '' : `(${cacheKeyOf(list.argumentsIndex)})`;
    const counts = (list.counts ?? []).map(groupCountsKey).sort();
    return `${list.key}${cacheKey}${list.only?.join('|') ?? ''}${items}${list.total ? '#' : ''}${counts.join('')}`;
  }

  function groupCountsKey({ argumentsIndex, entities }: GroupCounts): string {
    return `%(${cacheKeyOf(argumentsIndex)})${entities ? `[${keyOf(entities)}]` : ''}`;
  }

  function assignSlots(projection: Projection, width: TupleWidth): Layout {
    const columns = sorted([...projection.columns.values()], ({ key }) => key);
    for (const { slot } of columns) slot.index = width.next++;
    const toOnes = sorted([...projection.toOnes.values()], ({ path }) => path ?? '').map((toOne) => ({
      path: toOne.path,
      layout: assignSlots(toOne.projection, width),
    }));
    const lists = sorted(projection.lists, listKey).map((list) => {
      if (list.items) list.items.slot.index = width.next++;
      if (list.total) list.total.index = width.next++;
      const counts = sorted(list.counts ?? [], groupCountsKey).map((each) => {
        each.slot.index = width.next++;
        return { counts: each, entities: each.entities && assignSlots(each.entities, { next: 0 }) };
      });
      return { list, items: list.items && assignSlots(list.items.projection, { next: 0 }), counts };
    });
    return { columns, toOnes, lists };
  }

  return assignSlots(projection, { next: 0 });
}

/** A projection in canonical order, its slots assigned. */
export interface Layout {
  columns: Column[];
  toOnes: { path: ToOne['path']; layout: Layout }[];
  lists: { list: List; items: Layout | undefined; counts: GroupCountsLayout[] }[];
}

export interface GroupCountsLayout {
  counts: GroupCounts;
  entities: Layout | undefined;
}

interface TupleWidth {
  next: number;
}

function sorted<T>(values: readonly T[], keyOf: (value: T) => string): T[] {
  return values
    .map((value) => ({ value, key: keyOf(value) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ value }) => value);
}
