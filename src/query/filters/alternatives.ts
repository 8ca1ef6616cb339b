import {
  type Condition,
  type FilterGroup,
  type InputFilter,
  type InputValues,
  combine,
  offsetBy,
} from '../ir/condition.ts';
import { type CypherContext } from '../ir/projection.ts';
import { withWhere } from './exists.ts';

/**
 * The fields `not` and `anyOf` of a filter: the node does not meet all of these conditions together; it meets all conditions of
 * at least one of those.
 */
export function alternatives(conditions: InputFilter): FilterGroup {
  return {
    names: ['not', 'anyOf'],
    inputFilters: [conditions],
    conditions: ({ not, anyOf }) => [
      isGiven(not) ? notAll(conditions.conditions(not)) : undefined,
      Array.isArray(anyOf) ? someOf(anyOf.map((each: InputValues) => conditions.conditions(each))) : undefined,
    ],
  };
}

const isGiven = (value: unknown): value is InputValues => typeof value === 'object' && value !== null;

/** No conditions hold of everything. */
const conjunction = (predicates: readonly string[]): string =>
  predicates.length > 0 ? predicates.join(' AND ') : 'true';

function notAll(conditions: readonly Condition[]): Condition {
  const { key, parameters, where } = combine(conditions);
  return {
    key: `not (${key})`,
    parameters,
    // A property that is missing meets no condition, so its null counts as false.
    where: (node, cypher) => `NOT coalesce(${conjunction(where(node, cypher))}, false)`,
  };
}

/** All conditions of at least one of the sets hold. If an index or a relationship finds the nodes of each, it finds those of all. */
function someOf(sets: readonly (readonly Condition[])[]): Condition {
  const parameters: unknown[] = [];
  const options = sets.map((conditions) => {
    const combined = combine(conditions);
    const offset = parameters.length;
    parameters.push(...combined.parameters);
    return { ...combined, offset, anchored: conditions.find(({ anchor }) => anchor) };
  });
  return {
    key: `any of ${options.map(({ key }) => `(${key})`).join(' ')}`,
    parameters,
    where: (node, cypher) => {
      const each = options.map(({ where, offset }) => `(${conjunction(where(node, offsetBy(cypher, offset)))})`);
      return each.length > 0 ? `(${each.join(' OR ')})` : 'false';
    },
    anchor: options.length > 0 && options.every(({ anchored }) => anchored) ? anchor : undefined,
  };

  function anchor(node: string, cypher: CypherContext): string {
    const found = cypher.name();
    const each = options.map(({ where, offset, offsetOf, anchored }) => {
      const context = offsetBy(cypher, offset);
      const one = cypher.name();
      const find = anchored!.anchor!(one, offsetBy(context, offsetOf(anchored!)));
      return `${withWhere(find, where(one, context, anchored))} RETURN ${one} AS ${found}`;
    });
    return `UNWIND COLLECT { ${each.join(' UNION ')} } AS ${node} WITH *`;
  }
}
