import { projectField, projectObject } from './project.ts';
import {
  leafField,
  listField,
  objectField,
  objectReader,
  singleTypeFields,
  typenameField,
} from '../response/complete-value.ts';
import { type FieldReader, type ObjectReader, type Tuple } from '../ir/reader.ts';
import { type List, type PatternVariables, Projection } from '../ir/projection.ts';
import { type PageRequest, pageArguments } from '../ir/bound-arguments.ts';
import { encodeCursor } from '../ir/cursor.ts';
import { type ListSpec, createList } from './list.ts';
import { type FieldMapping, type FieldPlan, type SelectionPlan } from '../ir/field.ts';
import { type Orders, LIMIT_INDEX, LIMIT_PLUS_ONE_INDEX, PAGE_ARGUMENTS, createPageRequest } from './page.ts';

/** A connection: a page of a list with cursors, and the total count if that is asked for. */
export function connection({ orders, ...spec }: Omit<ListSpec, 'order'> & { orders: Orders }): FieldMapping {
  return {
    validate: ({ type }) =>
      /Connection!$/.test(String(type)) ? undefined : 'is mapped as a connection, but its type is not one',
    arguments: [
      ...PAGE_ARGUMENTS,
      ...(Object.keys(orders.by).length > 1 ? ['orderBy'] : []),
      ...(spec.filter?.names ?? []),
    ],
    inputFilters: spec.filter?.inputFilters,
    bind: (args) => pageArguments(args, spec.filter?.conditions(args) ?? [], createPageRequest(args, orders)),
    project: (field, projection, { boundArguments, onlyTypes }) => {
      const bound = boundArguments[field.argumentsIndex!]!;
      const { range } = bound.page!;
      const order = ({ node }: PatternVariables) => `${node}.${range.property}${range.descending ? ' DESC' : ''}`;
      const limit = needsNextPage(field.selection!) ? LIMIT_PLUS_ONE_INDEX : LIMIT_INDEX;
      const list: List = { ...createList({ ...spec, order }, field, bound, onlyTypes), range, limit };
      projection.list(list);
      // There is an edge for each item, so items are read even if only the `__typename` of edges is asked for.
      if (singleTypeFields(field.selection!).some(({ definition }) => definition.name === 'edges'))
        itemProjection(list);

      const createReader = projectPage<Tuple>(field.selection!, {
        item: (selection) => projectObject(selection, itemProjection(list), { boundArguments }),
        cursor: () => {
          const sort = itemProjection(list).property(range.property);
          return (row) => row[sort.index] as string;
        },
        total: () => void (list.total ??= { index: -1 }),
        otherField: (subfield) => {
          const createFieldReader = projectField(subfield, projection, { boundArguments, list });
          return () => {
            const read = createFieldReader();
            return ({ row }, path, context) => read(row, path, context);
          };
        },
      });
      return () => {
        const read = createReader();
        return objectField(
          field,
          (row: Tuple, context) => toPageResult(row, list, context.boundArguments[field.argumentsIndex!]!.page!),
          read,
        );
      };
    },
  };
}

/** A page as read from the graph. */
export interface PageResult<T> {
  items: readonly T[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  /** The name of the order, which cursors contain. */
  order: string;
  totalCount: unknown;
  /** The tuple of the node that has the list. */
  row: Tuple;
}

/** How the parts of a page are projected and read; each is called only if the operation asks for that part. */
export interface PageReader<T> {
  item: (selection: SelectionPlan) => () => ObjectReader<T>;
  /** Reads the sort key of an item. */
  cursor(): (item: T) => string;
  /** Projects `totalCount`. */
  total?(): void;
  /** Reads another field of an edge. */
  edge?(name: string): (item: T) => unknown;
  /** Projects another field of the connection. */
  otherField?(field: FieldPlan): () => FieldReader<PageResult<T>>;
}

/** Projects what is asked of a connection: `nodes`, `edges`, `pageInfo`, `totalCount` and its other fields. */
export function projectPage<T>(selection: SelectionPlan, reader: PageReader<T>): () => ObjectReader<PageResult<T>> {
  return projectValueObject(selection, (field) => {
    switch (field.definition.name) {
      case 'nodes': {
        const read = reader.item(field.selection!);
        return () => listField(field, ({ items }) => items, read());
      }
      case 'edges': {
        const read = projectEdge(field.selection!, reader);
        return () => listField(field, ({ items, order }) => items.map((item) => ({ item, order })), read());
      }
      case 'pageInfo': {
        const read = projectPageInfo(field.selection!, reader);
        return () => objectField(field, (page: PageResult<T>) => page, read());
      }
      case 'totalCount':
        reader.total?.();
        return () => leafField(field, ({ totalCount }) => totalCount);
      default:
        return reader.otherField!(field);
    }
  });
}

interface Edge<T> {
  item: T;
  order: string;
}

function projectEdge<T>(selection: SelectionPlan, reader: PageReader<T>): () => ObjectReader<Edge<T>> {
  return projectValueObject(selection, (field) => {
    const { name } = field.definition;
    if (name === 'node') {
      const read = reader.item(field.selection!);
      return () => objectField(field, ({ item }: Edge<T>) => item, read());
    }
    if (name === 'cursor') {
      const sortValue = reader.cursor();
      return () => leafField(field, ({ item, order }) => encodeCursor(order, sortValue(item)));
    }
    const get = reader.edge!(name);
    return () => leafField(field, ({ item }) => get(item));
  });
}

function projectPageInfo<T>(selection: SelectionPlan, reader: PageReader<T>): () => ObjectReader<PageResult<T>> {
  return projectValueObject(selection, (field) => {
    const name = field.definition.name as 'hasNextPage' | 'hasPreviousPage' | 'startCursor' | 'endCursor';
    const sortValue = reader.cursor();
    if (name === 'hasNextPage' || name === 'hasPreviousPage') return () => leafField(field, (page) => page[name]);
    return () =>
      leafField(field, ({ items, order }) => {
        const item = name === 'startCursor' ? items[0] : items.at(-1);
        return item === undefined ? null : encodeCursor(order, sortValue(item));
      });
  });
}

/** Projects the fields of an object of one type that is not a node of the graph. */
export function projectValueObject<S>(
  selection: SelectionPlan,
  project: (field: FieldPlan) => () => FieldReader<S>,
): () => ObjectReader<S> {
  const fields = singleTypeFields(selection);
  const readerFactories = fields.map((field) => {
    const typename = typenameField<S>(field);
    return typename ? () => typename : project(field);
  });
  return () =>
    objectReader(
      fields,
      readerFactories.map((createFieldReader) => createFieldReader()),
    );
}

function itemProjection(list: List): Projection {
  list.items ??= { projection: new Projection(), slot: { index: -1 } };
  return list.items.projection;
}

/** Whether the operation asks if there is a next page; the extra row which shows that costs as much as any other. */
function needsNextPage(selection: SelectionPlan): boolean {
  return singleTypeFields(selection).some(({ definition }) => definition.name === 'pageInfo');
}

/** One row more than the page size may have been read, which shows that there are more; with `last`, rows come in reverse. */
function toPageResult(
  row: Tuple,
  { items, total }: List,
  { size, fromEnd, hasBefore, hasAfter, order }: PageRequest,
): PageResult<Tuple> {
  const read = items ? (row[items.slot.index] as Tuple[]) : [];
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
