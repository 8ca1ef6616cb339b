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
import { type Model } from '../model/model.ts';
import { bindConstantArguments } from './bind-arguments.ts';
import { isSchemaField } from '../codebook.ts';
import { type CollectContext, collectFields } from './collect-fields.ts';
import { type FieldPlan, type RootPlan, type SelectionPlan } from '../ir/field-plan.ts';

/** What an operation asks for, root field by root field in the order of the response. */
export type OperationPlan = readonly RootEntry[];

export type RootEntry =
  | { kind: 'graph'; key: string; root: RootPlan }
  /** What is about the schema and not the graph, which graphql-js answers. */
  | { kind: 'introspection'; key: string; nodes: readonly FieldNode[] };

/**
 * Plans an operation: fragments merged, fields of each possible type in the order of the response, arguments not yet looked
 * at. It holds as long as the variables of `@skip` and `@include` do.
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
        calls: fieldsWithArguments,
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

  /** Types that are asked for the same field in the same words share it, so that it is read once, whatever the type. */
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
