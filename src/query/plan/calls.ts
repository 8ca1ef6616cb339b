import { type ValueNode, Kind, getArgumentValues } from 'graphql';
import { type Call, failingCall } from '../fields/call.ts';
import { type PlannedField } from './planned.ts';

/** What the arguments of a field come to with these variables. Never throws for what a caller did. */
export function callOf(field: PlannedField, variables: Readonly<Record<string, unknown>>): Call {
  if (field.constant) return field.constant;
  try {
    return field.mapping!.call!(getArgumentValues(field.definition, field.nodes[0]!, variables));
  } catch (error) {
    return failingCall(error);
  }
}

/** The same, once and for all, where the arguments hold no variable. */
export function constantCallOf(field: PlannedField): Call | undefined {
  const holdsVariable = field.nodes[0]!.arguments?.some(({ value }) => isVariable(value));
  return holdsVariable ? undefined : callOf(field, {});
}

function isVariable(value: ValueNode): boolean {
  switch (value.kind) {
    case Kind.VARIABLE:
      return true;
    case Kind.LIST:
      return value.values.some(isVariable);
    case Kind.OBJECT:
      return value.fields.some((field) => isVariable(field.value));
    default:
      return false;
  }
}
