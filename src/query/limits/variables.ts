import {
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  getNullableType,
  isInputObjectType,
  isListType,
  valueFromASTUntyped,
} from 'graphql';
import { type Excess, excessError, excessOf } from './excess.ts';
import { type InputLimit, type InputLimits, inputLimits } from './input-limits.ts';
import { type VariableUses } from './literals.ts';

/**
 * Checks the variables of a request, as they were sent, against the limits of the places where they are used. Coercing them first
 * would be work for each of their items.
 */
export function checkVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  uses: VariableUses,
  variables: Readonly<Record<string, unknown>>,
): GraphQLError[] {
  const limits = inputLimits(schema);
  return variableDefinitions.flatMap((definition) => {
    const name = definition.variable.name.value;
    const value = Object.hasOwn(variables, name)
      ? variables[name]
      : definition.defaultValue && valueFromASTUntyped(definition.defaultValue);
    for (const { type, limit } of uses.get(name)?.values() ?? []) {
      // One error is enough for a variable: what follows may be as long again.
      for (const { path, ...excess } of findExcesses(value, type, limit, limits)) {
        const place = `\`${[`$${name}`, ...path].join('.')}\` (for \`${excess.limit.coordinate}\`)`;
        return [excessError(place, excess, definition)];
      }
    }
    return [];
  });
}

type Path = readonly (string | number)[];

/** What is too long in a value. What does not fit its type is passed over: coercing it will fail. */
function* findExcesses(
  value: unknown,
  type: GraphQLInputType,
  limit: InputLimit,
  limits: InputLimits,
  path: Path = [],
): Generator<Excess & { path: Path }> {
  const nullable = getNullableType(type);
  if (typeof value === 'string') {
    for (const excess of excessOf(limit, 'characters', value.length)) yield { ...excess, path };
  } else if (Array.isArray(value)) {
    if (!isListType(nullable)) return;
    for (const excess of excessOf(limit, 'items', value.length)) yield { ...excess, path };
    for (const [index, item] of value.entries()) {
      yield* findExcesses(item, nullable.ofType, limit, limits, [...path, index]);
    }
  } else if (typeof value === 'object' && value !== null) {
    const object = isListType(nullable) ? getNullableType(nullable.ofType) : nullable;
    if (!isInputObjectType(object)) return;
    for (const field of Object.values(object.getFields())) {
      const part = (value as Record<string, unknown>)[field.name];
      if (part !== undefined) yield* findExcesses(part, field.type, limits.get(field)!, limits, [...path, field.name]);
    }
  }
}
