import { type Column, type Counts, type List, type One, type Selection } from './selection.ts';

/**
 * Puts a selection into canonical order and gives every slot its place, so that equal selections become equal text,
 * however the caller ordered and named things. What hangs on a hop to one thing lies in the same tuple.
 *
 * @param shapeOf The shape of a call: what of its arguments changes the text.
 */
export function layOut(selection: Selection, shapeOf: (call: number) => string): Laid {
  const keys = new Map<Selection, string>();

  function keyOf(some: Selection): string {
    let key = keys.get(some);
    if (key === undefined) {
      const ones = [...some.ones].map(([path, one]) => `${path}{${keyOf(one.selection)}}`);
      key = [...[...some.columns.keys()].sort(), ...ones.sort(), ...some.lists.map(listKey).sort()].join(',');
      keys.set(some, key);
    }
    return key;
  }

  function listKey(list: List): string {
    const items = list.items ? `[${keyOf(list.items.selection)}]` : '';
    const shape = list.call === null ? '' : `(${shapeOf(list.call)})`;
    const counts = (list.counts ?? []).map(countsKey).sort();
    return `${list.key}${shape}${list.only?.join('|') ?? ''}${items}${list.total ? '#' : ''}${counts.join('')}`;
  }

  function countsKey({ call, entities }: Counts): string {
    return `%(${shapeOf(call)})${entities ? `[${keyOf(entities)}]` : ''}`;
  }

  function place(some: Selection, tuple: Tuple): Laid {
    const columns = sorted([...some.columns.values()], ({ key }) => key);
    for (const { slot } of columns) slot.index = tuple.width++;
    const ones = sorted([...some.ones.values()], ({ path }) => path ?? '').map(({ path, selection: there }) => {
      return { path, laid: place(there, tuple) };
    });
    const lists = sorted(some.lists, listKey).map((list) => {
      if (list.items) list.items.slot.index = tuple.width++;
      if (list.total) list.total.index = tuple.width++;
      const counts = sorted(list.counts ?? [], countsKey).map((each) => {
        each.slot.index = tuple.width++;
        return { counts: each, entities: each.entities && place(each.entities, { width: 0 }) };
      });
      return { list, items: list.items && place(list.items.selection, { width: 0 }), counts };
    });
    return { columns, ones, lists };
  }

  return place(selection, { width: 0 });
}

/** A selection in canonical order. */
export interface Laid {
  columns: Column[];
  ones: { path: One['path']; laid: Laid }[];
  lists: { list: List; items: Laid | undefined; counts: LaidCounts[] }[];
}

export interface LaidCounts {
  counts: Counts;
  entities: Laid | undefined;
}

interface Tuple {
  width: number;
}

function sorted<T>(values: readonly T[], keyOf: (value: T) => string): T[] {
  return values
    .map((value) => ({ value, key: keyOf(value) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ value }) => value);
}
