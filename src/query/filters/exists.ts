import { pattern } from '../statement/pattern.ts';
import { type Condition, offsetBy, combine } from '../ir/condition.ts';

/** The path leads to a node for which all of these conditions hold. */
export function someRelated(path: string, conditions: readonly Condition[]): Condition {
  const { key, parameters, where, offsetOf } = combine(conditions);
  const anchored = conditions.find((condition) => condition.anchor);
  return {
    key: `(${key})`,
    parameters,
    where: (node, cypher) => {
      const target = cypher.name();
      return `EXISTS { ${withWhere(`MATCH ${pattern(node, path, target)}`, where(target, cypher))} }`;
    },
    anchor: anchored && anchorAt(anchored),
  };

  function anchorAt(condition: Condition): Condition['anchor'] {
    return (node, cypher) => {
      const target = cypher.name();
      const anchor = condition.anchor!(target, offsetBy(cypher, offsetOf(condition)));
      return `${withWhere(anchor, where(target, cypher, condition))} MATCH ${pattern(node, path, target)}`;
    };
  }
}

/** Clauses with a WHERE, unless there are no predicates. */
export function withWhere(clauses: string, predicates: readonly string[]): string {
  return predicates.length > 0 ? `${clauses} WHERE ${predicates.join(' AND ')}` : clauses;
}
