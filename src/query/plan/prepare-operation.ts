import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { type VariableUses, findVariableUses } from '../limits/literals.ts';
import { type Model } from '../model/model.ts';
import { type OperationPlan, planOperation } from './plan-operation.ts';

/** Per operation: each choice that variables in `@skip` and `@include` make is a plan of its own. */
const MAX_PLANS = 64;

/** An operation of a document, with its cached plans. */
export interface PreparedOperation {
  definition: OperationDefinitionNode;
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  variableUses: VariableUses;
  /**
   * The plan for these coerced variables, cached for each choice that `@skip` and `@include` make.
   *
   * @throws GraphQLError TOO_COSTLY when there are too many fields to plan.
   */
  planFor(variables: Readonly<Record<string, unknown>>): OperationPlan;
}

/** Prepares operations of validated documents, cached as long as the document lives. */
export class OperationPreparer {
  private readonly cache = new WeakMap<DocumentNode, Map<string, PreparedOperation>>();
  private readonly schema: GraphQLSchema;
  private readonly model: Model;

  constructor(schema: GraphQLSchema, model: Model) {
    this.schema = schema;
    this.model = model;
  }

  /** The operation with that name, or the only one. Throws a GraphQLError where there is none. */
  prepare(document: DocumentNode, name: string | null | undefined): PreparedOperation {
    const operations = this.cache.get(document) ?? new Map<string, PreparedOperation>();
    this.cache.set(document, operations);
    let operation = operations.get(name ?? '');
    if (!operation) operations.set(name ?? '', (operation = this.create(document, selectOperation(document, name))));
    return operation;
  }

  private create(document: DocumentNode, definition: OperationDefinitionNode): PreparedOperation {
    const fragments: Record<string, FragmentDefinitionNode> = Object.create(null) as object as never;
    for (const each of document.definitions) {
      if (each.kind === Kind.FRAGMENT_DEFINITION) fragments[each.name.value] = each;
    }
    const variableUses = findVariableUses(this.schema, document);
    const conditional = conditionalVariables(document);
    const plans = new LRUCache<string, OperationPlan>({ max: MAX_PLANS });
    return {
      definition,
      fragments,
      variableUses,
      planFor: (variables) => {
        const planKey = conditional.map((variable) => String(variables[variable])).join();
        let plan = plans.get(planKey);
        if (!plan) {
          plan = planOperation({ schema: this.schema, fragments, variables }, definition, this.model);
          plans.set(planKey, plan);
        }
        return plan;
      },
    };
  }
}

function selectOperation(document: DocumentNode, name: string | null | undefined): OperationDefinitionNode {
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const [operation, ambiguous] = name ? operations.filter((each) => each.name?.value === name) : operations;
  if (!operation) throw new GraphQLError(name ? `Unknown operation named "${name}".` : 'Must provide an operation.');
  if (ambiguous) throw new GraphQLError('Must provide operation name if query contains multiple operations.');
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
    const message =
      'A subscription is told over a connection that stays open: by a WebSocket (graphql-ws) at /graphql, or as server-sent events at ' +
      '/graphql/stream. Here only queries and mutations are answered; `changes(after:)` is the query that tells the same.';
    throw new GraphQLError(message, { nodes: operation });
  }
  return operation;
}

/** The variables used in `@skip` and `@include`. */
function conditionalVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: args }) {
      if (name.value !== GraphQLSkipDirective.name && name.value !== GraphQLIncludeDirective.name) return;
      for (const { value } of args ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
