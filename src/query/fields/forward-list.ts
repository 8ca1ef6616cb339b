import { projectItems } from './project.ts';
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
      const order = ({ node }: { node: string }) => `${node}.${range.property}`;
      const list = { ...createList({ ...spec, order }, field, bound, onlyTypes), range, limit: LIMIT_INDEX };
      return projectItems(field, projection, list, { boundArguments });
    },
  };
}
