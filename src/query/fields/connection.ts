import { type PlannedField, type PlannedSelection } from '../plan/planned.ts';
import { demandField, demandObject } from '../plan/demand.ts';
import { leafField, listField, objectField, objectOf, fieldsOfOne, typenameField } from '../response/complete.ts';
import { type ReadField, type ReadObject, type Row } from '../response/read.ts';
import { type List, type Names, Selection } from '../statement/selection.ts';
import { pageCall } from './call.ts';
import { cursorOf } from './cursor.ts';
import { type ListSpec, listFor } from './list.ts';
import { type Mapping } from './mapping.ts';
import { type Orders, type Page, SIZE, SIZE_AND_ONE, pageOf } from './page.ts';

/** A page of a list, with or without how many there are in all. */
export function connection({ orders, ...spec }: Omit<ListSpec, 'order'> & { orders: Orders }): Mapping {
  return {
    misfit: ({ type }) => (/Connection!$/.test(String(type)) ? undefined : 'is a connection, but its type is none'),
    arguments: [
      ...PAGE_ARGUMENTS,
      ...(Object.keys(orders.by).length > 1 ? ['orderBy'] : []),
      ...(spec.filter?.names ?? []),
    ],
    inputs: spec.filter?.inputs,
    call: (args) => pageCall(args, spec.filter?.conditions(args) ?? [], pageOf(args, orders)),
    demand: (field, from, { calls, only }) => {
      const call = calls[field.call!]!;
      const { bounds } = call.page!;
      const order = ({ node }: Names) => `${node}.${bounds.property}${bounds.descending ? ' DESC' : ''}`;
      const limit = asksForMore(field.selection!) ? SIZE_AND_ONE : SIZE;
      const list: List = { ...listFor({ ...spec, order }, field, call, only), bounds, limit };
      from.list(list);
      // Edges are as many as there are items, even when nothing but the name of their type is asked of them.
      if (fieldsOfOne(field.selection!).some(({ definition }) => definition.name === 'edges')) itemsOf(list);

      const parts = partsOf<Row>(field.selection!, {
        item: (selection) => demandObject(selection, itemsOf(list), { calls }),
        cursor: () => {
          const sort = itemsOf(list).property(bounds.property);
          return (row) => row[sort.index] as string;
        },
        total: () => void (list.total ??= { index: -1 }),
        further: (part) => {
          const reading = demandField(part, from, { calls, list });
          return () => {
            const read = reading();
            return ({ row }, path, run) => read(row, path, run);
          };
        },
      });
      return () => {
        const read = parts();
        return objectField(field, (row: Row, run) => pageIn(row, list, run.calls[field.call!]!.page!), read);
      };
    },
  };
}

const PAGE_ARGUMENTS = ['first', 'after', 'last', 'before'];

/** A page as it was read. */
export interface PageOf<T> {
  items: readonly T[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  /** Names the order in cursors. */
  order: string;
  totalCount: unknown;
  /** The tuple of what has the list. */
  row: Row;
}

/** How the parts of a page are had from its items; each is called only if the operation asks for it. */
export interface Access<T> {
  item: (selection: PlannedSelection) => () => ReadObject<T>;
  /** The value by which an item sorts. */
  cursor(): (item: T) => string;
  /** Sees to it that the page has its `totalCount`. */
  total?(): void;
  /** Further fields of an edge. */
  edge?(name: string): (item: T) => unknown;
  /** Further fields of the connection. */
  further?(field: PlannedField): () => ReadField<PageOf<T>>;
}

/** Takes what is asked of a connection: `nodes`, `edges`, `pageInfo`, `totalCount`, and what it may have beside. */
export function partsOf<T>(selection: PlannedSelection, access: Access<T>): () => ReadObject<PageOf<T>> {
  return valueOf(selection, (field) => {
    switch (field.definition.name) {
      case 'nodes': {
        const read = access.item(field.selection!);
        return () => listField(field, ({ items }) => items, read());
      }
      case 'edges': {
        const read = edge(field.selection!, access);
        return () => listField(field, ({ items, order }) => items.map((item) => ({ item, order })), read());
      }
      case 'pageInfo': {
        const read = pageInfo(field.selection!, access);
        return () => objectField(field, (page: PageOf<T>) => page, read());
      }
      case 'totalCount':
        access.total?.();
        return () => leafField(field, ({ totalCount }) => totalCount);
      default:
        return access.further!(field);
    }
  });
}

interface Edge<T> {
  item: T;
  order: string;
}

function edge<T>(selection: PlannedSelection, access: Access<T>): () => ReadObject<Edge<T>> {
  return valueOf(selection, (field) => {
    const { name } = field.definition;
    if (name === 'node') {
      const read = access.item(field.selection!);
      return () => objectField(field, ({ item }: Edge<T>) => item, read());
    }
    if (name === 'cursor') {
      const valueOf = access.cursor();
      return () => leafField(field, ({ item, order }) => cursorOf(order, valueOf(item)));
    }
    const get = access.edge!(name);
    return () => leafField(field, ({ item }) => get(item));
  });
}

function pageInfo<T>(selection: PlannedSelection, access: Access<T>): () => ReadObject<PageOf<T>> {
  return valueOf(selection, (field) => {
    const name = field.definition.name as 'hasNextPage' | 'hasPreviousPage' | 'startCursor' | 'endCursor';
    const valueOf = access.cursor();
    if (name === 'hasNextPage' || name === 'hasPreviousPage') return () => leafField(field, (page) => page[name]);
    return () =>
      leafField(field, ({ items, order }) => {
        const item = name === 'startCursor' ? items[0] : items.at(-1);
        return item === undefined ? null : cursorOf(order, valueOf(item));
      });
  });
}

/** Takes the fields of an object of one type that is no thing of the graph. */
export function valueOf<S>(
  selection: PlannedSelection,
  take: (field: PlannedField) => () => ReadField<S>,
): () => ReadObject<S> {
  const fields = fieldsOfOne(selection);
  const readings = fields.map((field) => {
    const typename = typenameField<S>(field);
    return typename ? () => typename : take(field);
  });
  return () =>
    objectOf(
      fields,
      readings.map((reading) => reading()),
    );
}

function itemsOf(list: List): Selection {
  list.items ??= { selection: new Selection(), slot: { index: -1 } };
  return list.items.selection;
}

/** Whether it matters if there is a next page; the row that would tell costs as much as any other. */
function asksForMore(selection: PlannedSelection): boolean {
  return fieldsOfOne(selection).some(({ definition }) => definition.name === 'pageInfo');
}

/** One more row than a page has may have been read, to see whether there is more; from the end, rows come in reverse. */
function pageIn(row: Row, { items, total }: List, { size, fromEnd, hasBefore, hasAfter, order }: Page): PageOf<Row> {
  const read = items ? (row[items.slot.index] as Row[]) : [];
  const isMore = read.length > size;
  const rows = isMore ? read.slice(0, size) : read;
  return {
    items: fromEnd ? rows.toReversed() : rows,
    hasNextPage: fromEnd ? hasAfter : isMore || hasAfter,
    hasPreviousPage: fromEnd ? isMore || hasBefore : hasBefore,
    order,
    totalCount: total && row[total.index],
    row,
  };
}
