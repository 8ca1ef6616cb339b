import {
  type GraphQLInputType,
  type ValueNode,
  Kind,
  getArgumentValues,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { type BoundArguments, invalidArguments } from '../ir/bound-arguments.ts';
import { rejectMalformed, withMalformedText } from '../ir/malformed-value.ts';
import { type FieldPlan } from '../ir/field.ts';

/**
 * Coerces and binds the arguments of a field. An error of the client is not thrown but kept, to fail only this field.
 *
 * @param meant For references that are external ids, the id of the entity that has it (read/identified.ts).
 */
export function bindArguments(
  field: FieldPlan,
  variables: Readonly<Record<string, unknown>>,
  meant?: ReadonlyMap<string, string>,
): BoundArguments {
  if (field.constantArguments && meant === undefined) return field.constantArguments;
  try {
    const given = getArgumentValues(field.definition, field.nodes[0]!, variables);
    const args = meant === undefined ? given : withReferences(field.definition.args, given, meant);
    const mapping = field.mapping!;
    return mapping.bind!(mapping.acceptsMalformed ? withMalformedText(args) : rejectMalformed(args));
  } catch (error) {
    return invalidArguments(error);
  }
}

type Typed = { name: string; type: GraphQLInputType };

/** The values of arguments or input fields with other references in the place of some. */
function withReferences<T extends object>(fields: readonly Typed[], values: T, meant: ReadonlyMap<string, string>): T {
  const types = new Map(fields.map(({ name, type }) => [name, type]));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, withReference(types.get(name), value, meant)]),
  ) as T;
}

function withReference(
  type: GraphQLInputType | undefined,
  value: unknown,
  meant: ReadonlyMap<string, string>,
): unknown {
  if (type === undefined || value === null || value === undefined) return value;
  if (isNonNullType(type)) return withReference(type.ofType, value, meant);
  if (isListType(type))
    return Array.isArray(value) ? value.map((each) => withReference(type.ofType, each, meant)) : value;
  if (isInputObjectType(type)) return withReferences(Object.values(type.getFields()), value, meant);
  return type.name === 'Ref' && typeof value === 'string' ? (meant.get(value) ?? value) : value;
}

/** The same ahead of any execution, where the arguments contain no variable. */
export function bindConstantArguments(field: FieldPlan): BoundArguments | undefined {
  const hasVariable = field.nodes[0]!.arguments?.some(({ value }) => containsVariable(value));
  return hasVariable ? undefined : bindArguments(field, {});
}

function containsVariable(value: ValueNode): boolean {
  switch (value.kind) {
    case Kind.VARIABLE:
      return true;
    case Kind.LIST:
      return value.values.some(containsVariable);
    case Kind.OBJECT:
      return value.fields.some((field) => containsVariable(field.value));
    default:
      return false;
  }
}
