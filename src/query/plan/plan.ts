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
import { constantCallOf } from './calls.ts';
import { isAboutSchema } from '../codebook.ts';
import { type Scope, collectFields } from './collect.ts';
import { type PlannedField, type PlannedRoot, type PlannedSelection } from './planned.ts';

/** What an operation asks for, root field by root field in the order of the response. */
export type Plan = readonly Entry[];

export type Entry =
  | { kind: 'graph'; key: string; root: PlannedRoot }
  /** What is about the schema and not the graph, which graphql-js answers. */
  | { kind: 'introspection'; key: string; nodes: readonly FieldNode[] };

/**
 * Plans an operation: fragments merged, fields of each possible type in the order of the response, arguments not yet looked
 * at. It holds as long as the variables of `@skip` and `@include` do.
 */
export function planOf(scope: Scope, operation: OperationDefinitionNode, model: Model): Plan {
  const root = scope.schema.getRootType(operation.operation)!;
  return [...collectFields(scope, root, [operation.selectionSet])].map(([key, nodes]) => {
    if (isAboutSchema(nodes[0]!.name.value)) return { kind: 'introspection', key, nodes };
    const calls: PlannedField[] = [];
    return { kind: 'graph', key, root: { field: new Planner(scope, model, calls).field(root, key, nodes), calls } };
  });
}

class Planner {
  private readonly scope: Scope;
  private readonly model: Model;
  private readonly calls: PlannedField[];

  constructor(scope: Scope, model: Model, calls: PlannedField[]) {
    this.scope = scope;
    this.model = model;
    this.calls = calls;
  }

  field(parent: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): PlannedField {
    const name = nodes[0]!.name.value;
    const definition = name === '__typename' ? TypeNameMetaFieldDef : parent.getFields()[name]!;
    const mapping = this.model.mappingOf(parent.name, name);
    const field: PlannedField = {
      key,
      nodes,
      parent,
      definition,
      mapping,
      call: null,
      constant: undefined,
      selection: undefined,
    };
    if (mapping?.call && definition.args.length > 0) {
      field.call = this.calls.push(field) - 1;
      field.constant = constantCallOf(field);
    }
    const type = getNamedType(definition.type);
    if (isCompositeType(type)) field.selection = this.selection(type, nodes);
    return field;
  }

  /** Types that are asked for the same field in the same words share it, so that it is read once, whatever the type. */
  private selection(type: GraphQLCompositeType, nodes: readonly FieldNode[]): PlannedSelection {
    const { schema } = this.scope;
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const shared: PlannedField[] = [];
    const share = (object: GraphQLObjectType, key: string, own: readonly FieldNode[]): PlannedField => {
      const mapping = this.model.mappingOf(object.name, own[0]!.name.value);
      const known = shared.find(
        (field) =>
          field.key === key &&
          mapping !== undefined &&
          field.mapping === mapping &&
          field.nodes.length === own.length &&
          field.nodes.every((node, index) => node === own[index]),
      );
      if (known) return known;
      const field = this.field(object, key, own);
      shared.push(field);
      return field;
    };
    return new Map(
      (isAbstractType(type) ? schema.getPossibleTypes(type) : [type]).map((object) => [
        object.name,
        [...collectFields(this.scope, object, sets)].map(([key, own]) => share(object, key, own)),
      ]),
    );
  }
}
