import { type Use } from '../statement/selection.ts';

/** One condition on the things of a list. Its text depends on `key` alone; what the caller gave is in `values`. */
export interface Condition {
  key: string;
  values: readonly unknown[];
  /** The predicate over a node. */
  where: (node: string, use: Use) => string;
  /**
   * Clauses that bind the node to the things for which the condition holds, perhaps some twice, ending where ` WHERE` may
   * follow; only where that is cheaper than looking at every thing of the label.
   */
  start?: (node: string, use: Use) => string;
  /** True where the node is not the thing itself but one on the way to it, which the list knows how to name. */
  between?: boolean;
}

/** Makes a condition of a value that is not null; undefined where the value restricts nothing. */
export type Test = (value: never) => Condition | undefined;

/** Values by the names of the schema: of a field's arguments, or of an input object. */
export type Values = Readonly<Record<string, unknown>>;

/** What the fields of an input object, or arguments, mean as conditions. */
export interface Filter {
  /** The names it reads; the start-up check compares them with the schema. */
  names: readonly string[];
  /** The filters of the input objects inside. */
  inputs?: readonly InputFilter[];
  conditions: (values: Values) => Condition[];
}

/** The filter of an input object of the schema. */
export interface InputFilter extends Filter {
  type: string;
  /** What the schema gives where a field is left out; it holds also where the whole object is. */
  defaults: Values;
}

/** A part of a filter that reads several values at once, or acts where a value is missing. */
export interface Group {
  names: readonly string[];
  inputs?: readonly InputFilter[];
  conditions: (values: Values) => (Condition | undefined)[];
}

/** A filter of tests by name, each for itself, and of groups. */
export function filter(tests: Readonly<Record<string, Test>>, ...groups: readonly Group[]): Filter {
  const entries = Object.entries(tests);
  return {
    names: [...Object.keys(tests), ...groups.flatMap(({ names }) => names)],
    inputs: groups.flatMap(({ inputs }) => inputs ?? []),
    conditions: (values) => [
      ...entries.flatMap(([name, test]) => {
        const value = values[name] ?? undefined;
        const condition = value === undefined ? undefined : test(value as never);
        return condition ? [{ ...condition, key: `${name} ${condition.key}` }] : [];
      }),
      ...groups.flatMap(({ conditions }) => conditions(values).filter((condition) => condition !== undefined)),
    ],
  };
}

/** The condition on a thing between the one at hand and those of the list. */
export function between(condition: Condition): Condition {
  return { ...condition, between: true };
}

/** The same references with the values counted from `offset`. */
export function shifted(use: Use, offset: number): Use {
  return {
    param: (index) => use.param(index + offset),
    things: (index) => use.things(index + offset),
    found: (fullTextIndex, index) => use.found(fullTextIndex, index + offset),
    today: () => use.today(),
    name: () => use.name(),
  };
}

/** Several conditions on one node as one predicate, and all their values. */
export function together(conditions: readonly Condition[]): {
  key: string;
  values: unknown[];
  where: (node: string, use: Use, skip?: Condition) => string[];
  offsetOf: (condition: Condition) => number;
} {
  const offsets = new Map<Condition, number>();
  const values: unknown[] = [];
  for (const condition of conditions) {
    offsets.set(condition, values.length);
    values.push(...condition.values);
  }
  return {
    key: conditions.map(({ key }) => key).join(', '),
    values,
    offsetOf: (condition) => offsets.get(condition)!,
    where: (node, use, skip) =>
      conditions
        .filter((condition) => condition !== skip)
        .map((condition) => condition.where(node, shifted(use, offsets.get(condition)!))),
  };
}
