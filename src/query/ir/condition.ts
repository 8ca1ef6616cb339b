import { type CypherContext, type Predicate } from './projection.ts';

/** A condition on the nodes of a list. Its text depends on `key` alone; what the client gave is in `parameters`. */
export interface Condition {
  key: string;
  parameters: readonly unknown[];
  /** The predicate over a node. */
  where: (node: string, cypher: CypherContext) => string;
  /**
   * Clauses that bind the node to those that meet the condition, some perhaps twice, ending where ` WHERE` may follow. Only
   * where this is cheaper than a label scan.
   */
  anchor?: (node: string, cypher: CypherContext) => string;
  /**
   * The same by an index in the order of this property, without passing by nodes that are far from it: each node that meets the
   * condition is in one of the parts.
   */
  inOrder?: { property: string; parts: readonly OrderedPart[] };
  /** The same said by what lists are counted by: in this dimension, the node has one of the values. */
  among?: { dimension: string; values: readonly string[] };
  /** True for a condition on an intermediate node of the list's path, to which the list gives a variable. */
  onIntermediate?: boolean;
}

/** Nodes in one range of the order of a property, or in several. */
export interface OrderedPart {
  /** The predicate by which an index is read; over an item too where there are `ranges`. */
  inRange: (node: string, cypher: CypherContext, item: string) => string;
  /** The parameter, a list, that has an item for each range, and the property whose value all nodes of a range share. */
  ranges?: { parameter: number; by: string };
  /** What else makes a node meet the condition. */
  where?: Predicate;
}

/** Creates a condition from a value that is not null; undefined where the value restricts nothing. */
export type ConditionFactory = (value: never) => Condition | undefined;

/** Arguments of a field or fields of an input object, by name. */
export type InputValues = Readonly<Record<string, unknown>>;

/** Turns arguments, or the fields of an input object, into conditions. */
export interface Filter {
  /** The names it reads; `validateModel` compares them with the schema. */
  names: readonly string[];
  /** The filters of nested input objects. */
  inputFilters?: readonly InputFilter[];
  conditions: (values: InputValues) => Condition[];
}

/** The filter of an input object of the schema. */
export interface InputFilter extends Filter {
  type: string;
  /** The schema's defaults for its fields, which also apply when the whole object is left out. */
  defaults: InputValues;
}

/** A part of a filter that reads several values together, or that acts on a missing value. */
export interface FilterGroup {
  names: readonly string[];
  inputFilters?: readonly InputFilter[];
  conditions: (values: InputValues) => (Condition | undefined)[];
}

/** A filter made of one condition per name, and of groups. */
export function filter(
  factories: Readonly<Record<string, ConditionFactory>>,
  ...groups: readonly FilterGroup[]
): Filter {
  const entries = Object.entries(factories);
  return {
    names: [...Object.keys(factories), ...groups.flatMap(({ names }) => names)],
    inputFilters: groups.flatMap(({ inputFilters }) => inputFilters ?? []),
    conditions: (values) => [
      ...entries.flatMap(([name, factory]) => {
        const value = values[name] ?? undefined;
        const condition = value === undefined ? undefined : factory(value as never);
        return condition ? [{ ...condition, key: `${name} ${condition.key}` }] : [];
      }),
      ...groups.flatMap(({ conditions }) => conditions(values).filter((condition) => condition !== undefined)),
    ],
  };
}

/** The same condition, on an intermediate node of the list's path. */
export function onIntermediate(condition: Condition): Condition {
  return { ...condition, onIntermediate: true };
}

/** The same context with parameters counted from `offset`. */
export function offsetBy(cypher: CypherContext, offset: number): CypherContext {
  return {
    param: (index) => cypher.param(index + offset),
    refs: (index) => cypher.refs(index + offset),
    everyRef: (index) => cypher.everyRef(index + offset),
    fullTextHits: (fullTextIndex, index) => cypher.fullTextHits(fullTextIndex, index + offset),
    today: () => cypher.today(),
    name: () => cypher.name(),
  };
}

/** Several conditions on one node as one, with all their parameters. */
export function combine(conditions: readonly Condition[]): {
  key: string;
  parameters: unknown[];
  where: (node: string, cypher: CypherContext, skip?: Condition) => string[];
  offsetOf: (condition: Condition) => number;
} {
  const offsets = new Map<Condition, number>();
  const parameters: unknown[] = [];
  for (const condition of conditions) {
    offsets.set(condition, parameters.length);
    parameters.push(...condition.parameters);
  }
  return {
    key: conditions.map(({ key }) => key).join(', '),
    parameters,
    offsetOf: (condition) => offsets.get(condition)!,
    where: (node, cypher, skip) =>
      conditions
        .filter((condition) => condition !== skip)
        .map((condition) => condition.where(node, offsetBy(cypher, offsets.get(condition)!))),
  };
}
