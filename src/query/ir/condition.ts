import { type CypherContext } from './projection.ts';

/** One condition on the things of a list. Its text depends on `key` alone; what the caller gave is in `values`. */
export interface Condition {
  key: string;
  parameters: readonly unknown[];
  /** The predicate over a node. */
  where: (node: string, cypher: CypherContext) => string;
  /**
   * Clauses that bind the node to the things for which the condition holds, perhaps some twice, ending where ` WHERE` may
   * follow; only where that is cheaper than looking at every thing of the label.
   */
  anchor?: (node: string, cypher: CypherContext) => string;
  /** True where the node is not the thing itself but one on the way to it, which the list knows how to name. */
  onIntermediate?: boolean;
}

/** Makes a condition of a value that is not null; undefined where the value restricts nothing. */
export type ConditionFactory = (value: never) => Condition | undefined;

/** Values by the names of the schema: of a field's arguments, or of an input object. */
export type InputValues = Readonly<Record<string, unknown>>;

/** What the fields of an input object, or arguments, mean as conditions. */
export interface Filter {
  /** The names it reads; the start-up check compares them with the schema. */
  names: readonly string[];
  /** The filters of the input objects inside. */
  inputFilters?: readonly InputFilter[];
  conditions: (values: InputValues) => Condition[];
}

/** The filter of an input object of the schema. */
export interface InputFilter extends Filter {
  type: string;
  /** What the schema gives where a field is left out; it holds also where the whole object is. */
  defaults: InputValues;
}

/** A part of a filter that reads several values at once, or acts where a value is missing. */
export interface FilterGroup {
  names: readonly string[];
  inputFilters?: readonly InputFilter[];
  conditions: (values: InputValues) => (Condition | undefined)[];
}

/** A filter of tests by name, each for itself, and of groups. */
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

/** The condition on a thing between the one at hand and those of the list. */
export function onIntermediate(condition: Condition): Condition {
  return { ...condition, onIntermediate: true };
}

/** The same references with the values counted from `offset`. */
export function offsetBy(cypher: CypherContext, offset: number): CypherContext {
  return {
    param: (index) => cypher.param(index + offset),
    refs: (index) => cypher.refs(index + offset),
    fullTextHits: (fullTextIndex, index) => cypher.fullTextHits(fullTextIndex, index + offset),
    today: () => cypher.today(),
    name: () => cypher.name(),
  };
}

/** Several conditions on one node as one predicate, and all their values. */
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
