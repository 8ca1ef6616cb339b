import { projectItems } from './project.ts';
import { pageArguments } from '../ir/bound-arguments.ts';
import { type PatternVariables } from '../ir/projection.ts';
import { type ListSpec, createList } from './list.ts';
import { type FieldMapping } from '../ir/field.ts';
import { type Orders, LIMIT_INDEX, PAGE_ARGUMENTS, createPageRequest } from './page.ts';
import { toMany } from './nodes.ts';

/** A list in pages that is no connection: each item has its cursor as a field. */
export function cursorList({ orders, ...spec }: Omit<ListSpec, 'order'> & { orders: Orders }): FieldMapping {
  return {
    validate: (field) => toMany({ ...spec, order: () => '' }).validate(field),
    arguments: [...PAGE_ARGUMENTS, ...(spec.filter?.names ?? [])],
    inputFilters: spec.filter?.inputFilters,
    bind: (args) => pageArguments(args, spec.filter?.conditions(args) ?? [], createPageRequest(args, orders)),
    project: (field, projection, { boundArguments, onlyTypes }) => {
      const bound = boundArguments[field.argumentsIndex!]!;
      const { range, fromEnd } = bound.page!;
      const order = ({ node }: PatternVariables) => `${node}.${range.property}${range.descending ? ' DESC' : ''}`;
      const list = { ...createList({ ...spec, order }, field, bound, onlyTypes), range, limit: LIMIT_INDEX };
      return projectItems(field, projection, list, { boundArguments }, { reversed: fromEnd });
    },
  };
}
