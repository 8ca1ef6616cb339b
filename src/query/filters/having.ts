import { hop } from '../statement/path.ts';
import { type Condition, shifted, together } from './condition.ts';

/** The path leads to something for which all of these conditions hold. */
export function having(path: string, conditions: readonly Condition[]): Condition {
  const { key, values, where, offsetOf } = together(conditions);
  const start = conditions.find((condition) => condition.start);
  return {
    key: `(${key})`,
    values,
    where: (node, use) => {
      const there = use.name();
      return `EXISTS { ${conjoined(`MATCH ${hop(node, path, there)}`, where(there, use))} }`;
    },
    start: start && startAt(start),
  };

  function startAt(condition: Condition): Condition['start'] {
    return (node, use) => {
      const there = use.name();
      const from = condition.start!(there, shifted(use, offsetOf(condition)));
      return `${conjoined(from, where(there, use, condition))} MATCH ${hop(node, path, there)}`;
    };
  }
}

/** Clauses with a predicate for what they bind, which may be none. */
export function conjoined(clauses: string, wheres: readonly string[]): string {
  return wheres.length > 0 ? `${clauses} WHERE ${wheres.join(' AND ')}` : clauses;
}
