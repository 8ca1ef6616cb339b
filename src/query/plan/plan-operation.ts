import {
  type FieldNode,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLObjectType,
  type OperationDefinitionNode,
  TypeNameMetaFieldDef,
  getNamedType,
  isAbstractType,
  isCompositeType,
} from 'graphql';
import { formatCount } from '../limits/input-limits.ts';
import { type Model, isSchemaField } from '../model/model.ts';
import { bindConstantArguments } from './bind-arguments.ts';
import { type CollectContext, collectFields } from './collect-fields.ts';
import { type FieldPlan, type RootPlan, type SelectionPlan } from '../ir/field.ts';

/**
 * Fields of all root fields together, once for each of the possible types that reads it in its own way. Where a type is an interface
 * they can be far more than the document has, and each is a part of a statement; the examples have at most 46.
 */
const MAX_PLANNED_FIELDS = 2_000;

/** The root fields of an operation, in response order. */
export type OperationPlan = readonly RootEntry[];

export type RootEntry =
  | { kind: 'graph'; key: string; root: RootPlan }
  /** Answered by graphql-js without the graph. */
  | { kind: 'introspection'; key: string; nodes: readonly FieldNode[] };

/**
 * Plans an operation: merges fragments and looks up mappings, for each possible type; arguments are not read yet. A plan is
 * valid for all variables that make the same choices in `@skip` and `@include`.
 *
 * @throws GraphQLError TOO_COSTLY when there are too many fields to plan.
 */
export function planOperation(
  context: CollectContext,
  operation: OperationDefinitionNode,
  model: Model,
): OperationPlan {
  const root = context.schema.getRootType(operation.operation)!;
  const planner = new Planner(context, model);
  return [...collectFields(context, root, [operation.selectionSet])].map(([key, nodes]) =>
    isSchemaField(nodes[0]!.name.value)
      ? { kind: 'introspection', key, nodes }
      : { kind: 'graph', key, root: planner.root(root, key, nodes) },
  );
}

class Planner {
  private readonly context: CollectContext;
  private readonly model: Model;
  private fieldsWithArguments: FieldPlan[] = [];
  private plannedFields = 0;

  constructor(context: CollectContext, model: Model) {
    this.context = context;
    this.model = model;
  }

  root(parent: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): RootPlan {
    this.fieldsWithArguments = [];
    const field = this.field(parent, key, nodes);
    return { field, fieldsWithArguments: this.fieldsWithArguments };
  }

  private field(parent: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): FieldPlan {
    if (++this.plannedFields > MAX_PLANNED_FIELDS) throw tooManyFields(nodes);
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
    const sharedFields = new Map<string, FieldPlan[]>();
    const shareField = (object: GraphQLObjectType, key: string, fieldNodes: readonly FieldNode[]): FieldPlan => {
      const mapping = this.model.getMapping(object.name, fieldNodes[0]!.name.value);
      const sameKey = sharedFields.get(key) ?? [];
      const existing = sameKey.find(
        (field) =>
          mapping !== undefined &&
          field.mapping === mapping &&
          field.nodes.length === fieldNodes.length &&
          field.nodes.every((node, index) => node === fieldNodes[index]),
      );
      if (existing) return existing;
      const field = this.field(object, key, fieldNodes);
      sharedFields.set(key, [...sameKey, field]);
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

function tooManyFields(nodes: readonly FieldNode[]): GraphQLError {
  const limit = formatCount(MAX_PLANNED_FIELDS);
  const message =
    `This operation reads more than ${limit} fields, counted for each type that its nodes may have; the limit is ${limit}. Name the ` +
    'types you want (`... on Meeting`) where a field can have many, or ask for the inner part in a second operation.';
  return new GraphQLError(message, { nodes, extensions: { code: 'TOO_COSTLY', limit: MAX_PLANNED_FIELDS } });
}
