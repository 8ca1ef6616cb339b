import {
  type ASTVisitor,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  Kind,
  TypeInfo,
  type ValidationContext,
  type ValueNode,
  getNullableType,
  isInputObjectType,
  isListType,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { type Excess, excessError, excessOf } from './excess.ts';
import { type InputLimit, type InputLimits, inputLimits } from './input-limits.ts';

/** A validation rule: lists and texts that stand in a document are within their limits. */
export function inputLimitsRule(context: ValidationContext): ASTVisitor {
  const limits = inputLimits(context.getSchema());
  return {
    Argument({ value }) {
      const argument = context.getArgument();
      const limit = argument && limits.get(argument);
      if (!limit) return;
      for (const found of findInLiteral(value, argument.type, limit, limits)) {
        if ('measure' in found) context.reportError(excessError(`\`${found.limit.coordinate}\``, found, found.node));
      }
    },
  };
}

/** Where a variable is used: the type and the limit that its value has there. */
export interface VariableUse {
  type: GraphQLInputType;
  limit: InputLimit;
}

/** The places where each variable of a document is used, once for each argument or input field. */
export type VariableUses = ReadonlyMap<string, ReadonlyMap<InputLimit, VariableUse>>;

export function findVariableUses(schema: GraphQLSchema, document: DocumentNode): VariableUses {
  const limits = inputLimits(schema);
  const uses = new Map<string, Map<InputLimit, VariableUse>>();
  const typeInfo = new TypeInfo(schema);
  const visitor: ASTVisitor = {
    Argument({ value }) {
      const argument = typeInfo.getArgument();
      const limit = argument && limits.get(argument);
      if (!limit) return;
      for (const found of findInLiteral(value, argument.type, limit, limits)) {
        if (!('variable' in found)) continue;
        const places = uses.get(found.variable) ?? new Map<InputLimit, VariableUse>();
        uses.set(found.variable, places.set(found.limit, found));
      }
    },
  };
  visit(document, visitWithTypeInfo(typeInfo, visitor));
  return uses;
}

type Found = (Excess & { node: ValueNode }) | (VariableUse & { variable: string });

/** What is too long in a literal, and the variables in it. */
function* findInLiteral(
  node: ValueNode,
  type: GraphQLInputType,
  limit: InputLimit,
  limits: InputLimits,
): Generator<Found> {
  const nullable = getNullableType(type);
  if (node.kind === Kind.VARIABLE) {
    yield { variable: node.name.value, type, limit };
  } else if (node.kind === Kind.STRING) {
    for (const excess of excessOf(limit, 'characters', node.value.length)) yield { ...excess, node };
  } else if (node.kind === Kind.LIST && isListType(nullable)) {
    for (const excess of excessOf(limit, 'items', node.values.length)) yield { ...excess, node };
    for (const item of node.values) yield* findInLiteral(item, nullable.ofType, limit, limits);
  } else if (node.kind === Kind.OBJECT) {
    const object = isListType(nullable) ? getNullableType(nullable.ofType) : nullable;
    if (!isInputObjectType(object)) return;
    const fields = object.getFields();
    for (const { name, value } of node.fields) {
      const field = fields[name.value];
      if (field) yield* findInLiteral(value, field.type, limits.get(field)!, limits);
    }
  }
}
