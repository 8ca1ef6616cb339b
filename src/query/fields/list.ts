import { type Filter, offsetBy } from '../ir/condition.ts';
import { type FieldPlan } from '../ir/field.ts';
import { pattern } from '../statement/pattern.ts';
import { type List, type PatternVariables, type CypherContext, type Predicate } from '../ir/projection.ts';
import { type BoundCondition, type BoundArguments } from '../ir/bound-arguments.ts';

/** Which things a list has. */
export interface ListSpec {
  /** The way to them from the thing at hand; without it they are all of `label`. */
  path?: string;
  label?: string;
  /** For ways that a path cannot say: clauses that bind `names.node`, and `names.via` where that is wanted. */
  match?: (
    outer: string,
    variables: PatternVariables,
    cypher: CypherContext,
    intermediate: IntermediateConditions,
  ) => string;
  /** `rel` where the list starts from the relationship that led to the node, and not from the node. */
  startsAt?: 'rel';
  /** True where `names.via` is wanted: the last relationship of the path, or what `match` gives that name. */
  bindsRelationship?: boolean;
  /** When the way can lead to the same thing twice: always, or only where conditions are on a thing on the way. */
  distinct?: 'always' | 'between';
  order: (variables: PatternVariables) => string;
  /** What the arguments mean, beside those that say which page. */
  filter?: Filter;
}

/** Those conditions of the filter that are on a thing on the way, which `match` has a name for. */
export interface IntermediateConditions {
  /** Their predicate; empty when there are none. */
  where: (node: string) => string;
  /** Clauses that bind all things of the label that meet them. */
  bind: (node: string, label: string) => string;
}

/** The list that a field is, as far as its spec and its arguments say; what of it is wanted is added by the caller. */
export function createList(spec: ListSpec, field: FieldPlan, bound: BoundArguments, onlyTypes: List['only']): List {
  const { conditions } = bound;
  const onNode = conditions.filter(({ onIntermediate }) => !onIntermediate);
  const isRoot = spec.path === undefined && spec.match === undefined;
  const anchor = isRoot ? onNode.find((condition) => condition.anchor) : undefined;
  const intermediate = conditions.filter(({ onIntermediate }) => onIntermediate);
  const bindIntermediate = intermediateConditions(intermediate);
  const listPath = spec.path ?? (spec.match ? `${field.parent.name}.${field.definition.name}` : `:${spec.label}`);
  return {
    // Of a field without arguments, no call says what always holds.
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
      spec.distinct === 'always' || (spec.distinct === 'between' && intermediate.length > 0) || anchor !== undefined,
    order: spec.order,
    conditions: [
      ...(anchor ? [(node: string) => `${node}:${spec.label}`] : []),
      ...onNode.filter((condition) => condition !== anchor).map(predicateOf),
    ],
  };
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
