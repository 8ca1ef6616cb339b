import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type OperationDefinitionNode,
  TypeNameMetaFieldDef,
  getNamedType,
  isAbstractType,
  isCompositeType,
} from 'graphql';
import { type Model, isSchemaField } from '../model/model.ts';
import { bindConstantArguments } from './bind-arguments.ts';
import { type CollectContext, collectFields } from './collect-fields.ts';
import { type FieldPlan, type RootPlan, type SelectionPlan } from '../ir/field.ts';

/** The root fields of an operation, in response order. */
export type OperationPlan = readonly RootEntry[];

export type RootEntry =
  | { kind: 'graph'; key: string; root: RootPlan }
  /** Answered by graphql-js from the schema alone. */
  | { kind: 'introspection'; key: string; nodes: readonly FieldNode[] };

/**
 * Plans an operation: merges fragments and looks up mappings, for each possible type; arguments are not read yet. A plan is
 * valid for all variables that make the same choices in `@skip` and `@include`.
 */
export function planOperation(
  context: CollectContext,
  operation: OperationDefinitionNode,
  model: Model,
): OperationPlan {
  const root = context.schema.getRootType(operation.operation)!;
  return [...collectFields(context, root, [operation.selectionSet])].map(([key, nodes]) => {
    if (isSchemaField(nodes[0]!.name.value)) return { kind: 'introspection', key, nodes };
    const fieldsWithArguments: FieldPlan[] = [];
    return {
      kind: 'graph',
      key,
      root: {
        field: new Planner(context, model, fieldsWithArguments).field(root, key, nodes),
        fieldsWithArguments,
      },
    };
  });
}

class Planner {
  private readonly context: CollectContext;
  private readonly model: Model;
  private readonly fieldsWithArguments: FieldPlan[];

  constructor(context: CollectContext, model: Model, fieldsWithArguments: FieldPlan[]) {
    this.context = context;
    this.model = model;
    this.fieldsWithArguments = fieldsWithArguments;
  }

  field(parent: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): FieldPlan {
    const name = nodes[0]!.name.value;
    const definition = name === '__typename' ? TypeNameMetaFieldDef : parent.getFields()[name]!;
    const mapping = this.model.getMapping(parent.name, name);
    const field: FieldPlan = {
      key,
      nodes,
      parent,
      definition,
      mapping,
      argumentsIndex: null,
      constantArguments: undefined,
      selection: undefined,
    };
    if (mapping?.bind && definition.args.length > 0) {
      field.argumentsIndex = this.fieldsWithArguments.push(field) - 1;
      field.constantArguments = bindConstantArguments(field);
    }
    const type = getNamedType(definition.type);
    if (isCompositeType(type)) field.selection = this.selection(type, nodes);
    return field;
  }

  /** Types with the same mapping and the same field nodes share one field plan, so that it is read once, whatever the type. */
  private selection(type: GraphQLCompositeType, nodes: readonly FieldNode[]): SelectionPlan {
    const { schema } = this.context;
    const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const sharedFields: FieldPlan[] = [];
    const shareField = (object: GraphQLObjectType, key: string, fieldNodes: readonly FieldNode[]): FieldPlan => {
      const mapping = this.model.getMapping(object.name, fieldNodes[0]!.name.value);
      const existing = sharedFields.find(
        (field) =>
          field.key === key &&
          mapping !== undefined &&
          field.mapping === mapping &&
          field.nodes.length === fieldNodes.length &&
          field.nodes.every((node, index) => node === fieldNodes[index]),
      );
      if (existing) return existing;
      const field = this.field(object, key, fieldNodes);
      sharedFields.push(field);
      return field;
    };
    return new Map(
      (isAbstractType(type) ? schema.getPossibleTypes(type) : [type]).map((object) => [
        object.name,
        [...collectFields(this.context, object, selectionSets)].map(([key, fieldNodes]) =>
          shareField(object, key, fieldNodes),
        ),
      ]),
    );
  }
}
