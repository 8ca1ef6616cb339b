import { type ValueNode, Kind, getArgumentValues } from 'graphql';
import { type BoundArguments, invalidArguments } from '../ir/bound-arguments.ts';
import { rejectMalformed, withMalformedText } from '../ir/malformed-value.ts';
import { type FieldPlan } from '../ir/field.ts';

/** Coerces and binds the arguments of a field. An error of the client is not thrown but kept, to fail only this field. */
export function bindArguments(field: FieldPlan, variables: Readonly<Record<string, unknown>>): BoundArguments {
  if (field.constantArguments) return field.constantArguments;
  try {
    const args = getArgumentValues(field.definition, field.nodes[0]!, variables);
    const mapping = field.mapping!;
    return mapping.bind!(mapping.acceptsMalformed ? withMalformedText(args) : rejectMalformed(args));
  } catch (error) {
    return invalidArguments(error);
  }
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
