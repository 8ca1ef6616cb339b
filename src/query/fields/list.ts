import { type Filter, type OrderedPart, offsetBy } from '../ir/condition.ts';
import { type FieldPlan } from '../ir/field.ts';
import { pattern } from '../statement/pattern.ts';
import {
  type List,
  type ListPart,
  type PatternVariables,
  type CypherContext,
  type Predicate,
} from '../ir/projection.ts';
import { type BoundCondition, type BoundArguments } from '../ir/bound-arguments.ts';

/** Which nodes a list has, in which order. */
export interface ListSpec {
  /** The path to them from the node that has the list. */
  path?: string;
  /** At the root: all nodes with this label. */
  label?: string;
  /** For what a path cannot express: clauses that bind `variables.node`, and `variables.rel` if `bindsRelationship`. */
  match?: (
    outer: string,
    variables: PatternVariables,
    cypher: CypherContext,
    intermediate: IntermediateConditions,
  ) => string;
  /** `rel` if the list starts from the relationship that led to the node, and not from the node. */
  startsAt?: 'rel';
  /** True to bind `variables.rel`: to the last relationship of the path, or to what `match` binds it to. */
  bindsRelationship?: boolean;
  /** When the pattern can match a node twice: always, or only if there are conditions on an intermediate node. */
  distinct?: 'always' | 'intermediate';
  order: (variables: PatternVariables) => string;
  /** What the arguments mean, except those of paging. */
  filter?: Filter;
}

/** The conditions of the filter that are on an intermediate node, for which `match` has a variable. */
export interface IntermediateConditions {
  /** Their predicate; empty if there are none. */
  where: (node: string) => string;
  /** Clauses that bind a variable to all nodes with the label for which they hold. */
  bind: (node: string, label: string) => string;
}

/** The list of a field with its conditions; the caller adds what to return of it: items, total, counts. */
export function createList(spec: ListSpec, field: FieldPlan, bound: BoundArguments, onlyTypes: List['only']): List {
  const { conditions } = bound;
  const onNode = conditions.filter(({ onIntermediate }) => !onIntermediate);
  const isRoot = spec.path === undefined && spec.match === undefined;
  const anchor = isRoot ? onNode.find((condition) => condition.anchor) : undefined;
  const intermediate = conditions.filter(({ onIntermediate }) => onIntermediate);
  const bindIntermediate = intermediateConditions(intermediate);
  const listPath = spec.path ?? (spec.match ? `${field.parent.name}.${field.definition.name}` : `:${spec.label}`);
  return {
    // Conditions that always hold are not in the cache key of a field without arguments, so they go into its own key.
    key: field.argumentsIndex === null ? `${listPath}${bound.cacheKey}` : listPath,
    argumentsIndex: field.argumentsIndex,
    only: onlyTypes,
    match: isRoot
      ? (_outer, { node }, cypher) => matchAnchor(anchor, node, spec.label!, cypher)
      : (outer, variables, cypher) =>
          spec.match?.(outer, variables, cypher, bindIntermediate(cypher)) ??
          `MATCH ${pattern(outer, spec.path!, variables.node, variables.rel)}`,
    startsAt: spec.startsAt,
    bindsRelationship: spec.bindsRelationship,
    distinct:
      spec.distinct === 'always' ||
      (spec.distinct === 'intermediate' && intermediate.length > 0) ||
      anchor !== undefined,
    order: spec.order,
    conditions: [
      ...(anchor ? [(node: string) => `${node}:${spec.label}`] : []),
      ...onNode.filter((condition) => condition !== anchor).map(predicateOf),
    ],
    inOrder: isRoot && !anchor ? inOrder(onNode, spec.label!) : undefined,
  };
}

/** The nodes with a label that meet these conditions, if one of them finds them in an order. */
function inOrder(conditions: readonly BoundCondition[], label: string): List['inOrder'] {
  const ordered = conditions.find((condition) => condition.inOrder);
  if (!ordered) return undefined;
  const others = conditions.filter((condition) => condition !== ordered).map(predicateOf);
  const { property, parts } = ordered.inOrder!;
  const contextOf = (cypher: CypherContext) => offsetBy(cypher, ordered.offset);
  // In a small graph the planner reads the whole of an index for some ranges, and keeps that plan while the graph grows.
  const hint = (node: string, by: string) => ` USING INDEX SEEK ${node}:${label}(${by}, ${property})`;
  const toListPart = ({ inRange, ranges, where }: OrderedPart): ListPart => ({
    match: (node) => `MATCH (${node}:${label})${ranges ? hint(node, ranges.by) : ''}`,
    inRange: (node, cypher, item) => inRange(node, contextOf(cypher), item),
    ranges: ranges && { each: (cypher) => contextOf(cypher).param(ranges.parameter), by: ranges.by },
    conditions: [
      ...(where ? [(node: string, cypher: CypherContext) => where(node, contextOf(cypher))] : []),
      ...others,
    ],
  });
  return { property, parts: parts.map(toListPart) };
}

function intermediateConditions(
  conditions: readonly BoundCondition[],
): (cypher: CypherContext) => IntermediateConditions {
  const anchor = conditions.find((condition) => condition.anchor);
  const conjunction = (subset: readonly BoundCondition[], node: string, cypher: CypherContext) =>
    subset.map((condition) => predicateOf(condition)(node, cypher)).join(' AND ');
  return (cypher) => ({
    where: (node) => conjunction(conditions, node, cypher),
    bind: (node, label) => {
      const rest = conjunction(
        conditions.filter((condition) => condition !== anchor),
        node,
        cypher,
      );
      const predicates = [...(anchor ? [`${node}:${label}`] : []), ...(rest ? [rest] : [])].join(' AND ');
      return `${matchAnchor(anchor, node, label, cypher)}${predicates ? ` WHERE ${predicates}` : ''}`;
    },
  });
}

function matchAnchor(anchor: BoundCondition | undefined, node: string, label: string, cypher: CypherContext): string {
  return anchor ? anchor.anchor!(node, offsetBy(cypher, anchor.offset)) : `MATCH (${node}:${label})`;
}

function predicateOf(condition: BoundCondition): Predicate {
  return (node, cypher) => condition.where(node, offsetBy(cypher, condition.offset));
}
