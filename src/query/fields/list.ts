import { type Filter, shifted } from '../filters/condition.ts';
import { type PlannedField } from '../plan/planned.ts';
import { hop } from '../statement/path.ts';
import { type List, type Names, type Use, type Where } from '../statement/selection.ts';
import { type BoundCondition, type Call } from './call.ts';

/** Which things a list has. */
export interface ListSpec {
  /** The way to them from the thing at hand; without it they are all of `label`. */
  path?: string;
  label?: string;
  /** For ways that a path cannot say: clauses that bind `names.node`, and `names.via` where that is wanted. */
  match?: (outer: string, names: Names, use: Use, between: Between) => string;
  /** `via` where the list is of what led to the thing at hand, and not of the thing. */
  startsAt?: 'via';
  /** True where `names.via` is wanted: the last relationship of the path, or what `match` gives that name. */
  via?: boolean;
  /** When the way can lead to the same thing twice: always, or only where conditions are on a thing on the way. */
  distinct?: 'always' | 'between';
  order: (names: Names) => string;
  /** What the arguments mean, beside those that say which page. */
  filter?: Filter;
}

/** Those conditions of the filter that are on a thing on the way, which `match` has a name for. */
export interface Between {
  /** Their predicate; empty when there are none. */
  where: (node: string) => string;
  /** Clauses that bind all things of the label that meet them. */
  bind: (node: string, label: string) => string;
}

/** The list that a field is, as far as its spec and its arguments say; what of it is wanted is added by the caller. */
export function listFor(spec: ListSpec, field: PlannedField, call: Call, only: List['only']): List {
  const { conditions } = call;
  const own = conditions.filter(({ between }) => !between);
  const isRoot = spec.path === undefined && spec.match === undefined;
  const start = isRoot ? own.find((condition) => condition.start) : undefined;
  const onTheWay = conditions.filter(({ between }) => between);
  const between = betweenOf(onTheWay);
  const way = spec.path ?? (spec.match ? `${field.parent.name}.${field.definition.name}` : `:${spec.label}`);
  return {
    // Of a field without arguments, no call says what always holds.
    key: field.call === null ? `${way}${call.shape}` : way,
    call: field.call,
    only,
    match: isRoot
      ? (_outer, { node }, use) => startAt(start, node, spec.label!, use)
      : (outer, names, use) =>
          spec.match?.(outer, names, use, between(use)) ?? `MATCH ${hop(outer, spec.path!, names.node, names.via)}`,
    startsAt: spec.startsAt,
    via: spec.via,
    distinct: spec.distinct === 'always' || (spec.distinct === 'between' && onTheWay.length > 0) || start !== undefined,
    order: spec.order,
    conditions: [
      ...(start ? [(node: string) => `${node}:${spec.label}`] : []),
      ...own.filter((condition) => condition !== start).map(whereOf),
    ],
  };
}

function betweenOf(conditions: readonly BoundCondition[]): (use: Use) => Between {
  const start = conditions.find((condition) => condition.start);
  const conjunction = (some: readonly BoundCondition[], node: string, use: Use) =>
    some.map((condition) => whereOf(condition)(node, use)).join(' AND ');
  return (use) => ({
    where: (node) => conjunction(conditions, node, use),
    bind: (node, label) => {
      const rest = conjunction(
        conditions.filter((condition) => condition !== start),
        node,
        use,
      );
      const wheres = [...(start ? [`${node}:${label}`] : []), ...(rest ? [rest] : [])].join(' AND ');
      return `${startAt(start, node, label, use)}${wheres ? ` WHERE ${wheres}` : ''}`;
    },
  });
}

function startAt(start: BoundCondition | undefined, node: string, label: string, use: Use): string {
  return start ? start.start!(node, shifted(use, start.offset)) : `MATCH (${node}:${label})`;
}

function whereOf(condition: BoundCondition): Where {
  return (node, use) => condition.where(node, shifted(use, condition.offset));
}
