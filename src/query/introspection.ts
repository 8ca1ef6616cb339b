import {
  type ExecutionResult,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  executeSync,
  getArgumentValues,
  getNamedType,
  isObjectType,
} from 'graphql';
import { getCodebook } from './codebook.ts';
import { type CollectContext, collectFields } from './plan/collect-fields.ts';
import { type Cost, MAX_COST, NO_COST, addCosts } from './plan/cost.ts';
import { type PreparedOperation } from './plan/prepare-operation.ts';
import { type OperationPlan } from './plan/plan-operation.ts';
import { type ViewerRole } from '../domain/vocabulary.generated.ts';

/** Who asks, as the API shows it. */
export interface Viewer {
  name: string;
  role: ViewerRole;
}

/**
 * Answers by graphql-js what needs no graph: introspection, the codebook, and who asks; `data` is undefined where the plan has
 * none of them.
 */
export function introspect(
  schema: GraphQLSchema,
  { definition, fragments }: PreparedOperation,
  plan: OperationPlan,
  { variables, viewer }: { variables: Readonly<Record<string, unknown>>; viewer: Viewer | null },
): ExecutionResult {
  const selections = plan.flatMap((entry) => (entry.kind === 'introspection' ? entry.nodes : []));
  if (selections.length === 0) return {};
  const schemaOperation = { ...definition, selectionSet: { kind: Kind.SELECTION_SET, selections } } as const;
  const document = { kind: Kind.DOCUMENT, definitions: [schemaOperation, ...Object.values(fragments)] } as const;
  const rootValue = { codebook: () => getCodebook(schema), viewer };
  return executeSync({ schema, document, variableValues: variables, rootValue });
}

/**
 * What one object of such an answer costs, in nodes. It is made without a pause by the thread that serves everybody, and two whole
 * introspections, some 70 ms, are just within the limit.
 */
const COST_OF_OBJECT = 10;

/** Counts the objects of the answer that {@link introspect} would give. It takes a fraction of the time, and stops at the limit. */
export function costOfIntrospection(
  schema: GraphQLSchema,
  { fragments }: PreparedOperation,
  plan: OperationPlan,
  variables: Readonly<Record<string, unknown>>,
): Cost {
  const counter = new ObjectCounter({ schema, fragments, variables });
  const costs = plan.flatMap((entry) => {
    if (entry.kind !== 'introspection') return [];
    const total = counter.countRoot(entry.nodes) * COST_OF_OBJECT;
    return [{ total, others: total, path: [entry.nodes[0]!.name.value] }];
  });
  return costs.reduce(addCosts, NO_COST);
}

/** A field whose value is an object or a list of objects, as it is selected. */
interface ObjectField {
  type: GraphQLObjectType;
  nodes: readonly FieldNode[];
  resolve: (parent: unknown) => unknown;
}

class ObjectCounter {
  private readonly context: CollectContext;
  /** Many objects share the same field nodes, so each is looked at once. */
  private readonly known = new Map<readonly FieldNode[], readonly ObjectField[]>();
  private remaining = MAX_COST / COST_OF_OBJECT + 1;

  constructor(context: CollectContext) {
    this.context = context;
  }

  countRoot(nodes: readonly FieldNode[]): number {
    const { schema } = this.context;
    const name = nodes[0]!.name.value;
    if (name === 'viewer') return 1;
    const definition = ROOT_FIELDS[name] ?? schema.getQueryType()?.getFields()[name];
    const before = this.remaining;
    for (const field of this.objectField(definition, nodes)) this.count(field, undefined);
    return before - this.remaining;
  }

  private count(field: ObjectField, parent: unknown): void {
    const value = field.resolve(parent);
    for (const object of Array.isArray(value) ? value : [value]) {
      if (object === null || object === undefined) continue;
      if (this.remaining === 0) return;
      this.remaining--;
      for (const inner of this.objectFieldsOf(field)) this.count(inner, object);
    }
  }

  private objectFieldsOf({ type, nodes }: ObjectField): readonly ObjectField[] {
    let fields = this.known.get(nodes);
    if (!fields) {
      const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
      fields = [...collectFields(this.context, type, sets).values()].flatMap((each) =>
        this.objectField(type.getFields()[each[0]!.name.value], each),
      );
      this.known.set(nodes, fields);
    }
    return fields;
  }

  /** None for a field without objects, and for one whose arguments are not valid: it will fail. */
  private objectField(definition: AnyField | undefined, nodes: readonly FieldNode[]): ObjectField[] {
    const type = definition && getNamedType(definition.type);
    if (!isObjectType(type)) return [];
    const { schema, variables } = this.context;
    try {
      const args = getArgumentValues(definition!, nodes[0]!, variables);
      // The resolvers of introspection use nothing else of the info.
      const info = { schema } as GraphQLResolveInfo;
      const resolve = definition!.resolve ?? (() => getCodebook(schema));
      return [{ type, nodes, resolve: (parent) => resolve(parent, args, undefined, info) }];
    } catch {
      return [];
    }
  }
}

type AnyField = GraphQLField<unknown, unknown>;

const ROOT_FIELDS: Readonly<Record<string, AnyField>> = { __schema: SchemaMetaFieldDef, __type: TypeMetaFieldDef };
