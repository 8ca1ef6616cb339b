import { projectObject } from './project.ts';
import { listField } from '../response/complete-value.ts';
import { type Tuple } from '../ir/reader.ts';
import { type List, Projection } from '../ir/projection.ts';
import { pageArguments } from '../ir/bound-arguments.ts';
import { type ListSpec, createList } from './list.ts';
import { type FieldMapping } from '../ir/field.ts';
import { type Orders, LIMIT_INDEX, createPageRequest } from './page.ts';
import { toMany } from './nodes.ts';

/** A list that is paged with `first` and `after` only; each item has its cursor as a field. */
export function forwardList({ orders, ...spec }: Omit<ListSpec, 'order'> & { orders: Orders }): FieldMapping {
  return {
    validate: (field) => toMany({ ...spec, order: () => '' }).validate(field),
    arguments: ['first', 'after', ...(spec.filter?.names ?? [])],
    inputFilters: spec.filter?.inputFilters,
    bind: (args) => pageArguments(args, spec.filter?.conditions(args) ?? [], createPageRequest(args, orders)),
    project: (field, projection, { boundArguments, onlyTypes }) => {
      const bound = boundArguments[field.argumentsIndex!]!;
      const { range } = bound.page!;
      const items: NonNullable<List['items']> = { projection: new Projection(), slot: { index: -1 } };
      const order = ({ node }: { node: string }) => `${node}.${range.property}`;
      projection.list({ ...createList({ ...spec, order }, field, bound, onlyTypes), range, limit: LIMIT_INDEX, items });
      const createReader = projectObject(field.selection!, items.projection, { boundArguments });
      return () => listField(field, (row: Tuple) => row[items.slot.index] as Tuple[], createReader());
    },
  };
}
