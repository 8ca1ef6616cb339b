import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type NameNode,
  type OperationDefinitionNode,
  OperationTypeNode,
  getArgumentValues,
  getVariableValues,
  parseType,
} from 'graphql';
import { collectFields } from './collect-fields.ts';

/** A subscription as a query that is asked again and again: for what came after a place in the log. */
export interface SubscriptionQuery {
  /** Its variables are those of the subscription and `afterVariable`. */
  document: DocumentNode;
  afterVariable: string;
  /** The response key of the changes. */
  key: string;
  /** The response key of each change's own place, beside what was asked for. */
  cursorKey: string;
  /** The response key of the last change of all, `[{ cursor }]`: what is read to its end is read up to there. */
  headKey: string;
}

/** The subscription of a validated document, with what its variables say. */
export interface AcceptedSubscription {
  query: SubscriptionQuery;
  /** The place after which to begin; null for the present end of the log. */
  after: string | null;
}

/** Changes that one query asks for. Each change is charged its whole selection, so that a page must stay within what a query may cost. */
export const SUBSCRIPTION_PAGE = 20;

const queries = new WeakMap<DocumentNode, Map<string, SubscriptionQuery>>();

/**
 * Reads a subscription of a validated document as a query of `Query.changes`, which tells changes with the same fields and filters; the
 * same document gives the same query, so that its plan is found again.
 */
export function acceptSubscription(
  schema: GraphQLSchema,
  { document, operationName, variables }: SubscriptionRequest,
): AcceptedSubscription | { errors: readonly GraphQLError[] } {
  const operation = document.definitions.find(
    (each): each is OperationDefinitionNode =>
      each.kind === Kind.OPERATION_DEFINITION && (!operationName || each.name?.value === operationName),
  );
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) {
    return {
      errors: [new GraphQLError('This document has no such subscription. Send queries and mutations by POST.')],
    };
  }
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {});
  if (errors) return { errors };
  const type = schema.getSubscriptionType()!;
  const fragments = Object.fromEntries(
    document.definitions.flatMap((each): [string, FragmentDefinitionNode][] =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
    ),
  );
  const [selected] = collectFields({ schema, fragments, variables: coerced }, type, [operation.selectionSet]);
  if (!selected)
    return { errors: [new GraphQLError('A subscription needs its field: @skip and @include leave it out.')] };
  const [key, nodes] = selected;
  try {
    const args = getArgumentValues(type.getFields()[nodes[0]!.name.value]!, nodes[0]!, coerced);
    const ofDocument = queries.get(document) ?? new Map<string, SubscriptionQuery>();
    queries.set(document, ofDocument);
    const name = operation.name?.value ?? '';
    let query = ofDocument.get(name);
    if (!query) ofDocument.set(name, (query = asQuery(document, operation, key, nodes)));
    return { query, after: (args.after as string | null | undefined) ?? null };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}

interface SubscriptionRequest {
  document: DocumentNode;
  operationName?: string | null | undefined;
  variables?: Readonly<Record<string, unknown>> | null | undefined;
}

function asQuery(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  key: string,
  nodes: readonly FieldNode[],
): SubscriptionQuery {
  const [cursorKey, headKey, afterVariable] = ['cursor_', 'head_', 'after_'].map((name) => unusedName(document, name));
  const [first] = nodes;
  const selections = nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  const changes: FieldNode = {
    ...first!,
    arguments: [
      ...(first!.arguments ?? []).filter(({ name }) => name.value !== 'after'),
      { kind: Kind.ARGUMENT, name: named('first'), value: { kind: Kind.INT, value: String(SUBSCRIPTION_PAGE) } },
      {
        kind: Kind.ARGUMENT,
        name: named('after'),
        value: { kind: Kind.VARIABLE, name: named(afterVariable!) },
      },
    ],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [...selections, field('cursor', cursorKey)] },
  };
  const head: FieldNode = {
    ...field('changes', headKey),
    arguments: [{ kind: Kind.ARGUMENT, name: named('last'), value: { kind: Kind.INT, value: '1' } }],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [field('cursor')] },
  };
  const asked: OperationDefinitionNode = {
    ...operation,
    operation: OperationTypeNode.QUERY,
    variableDefinitions: [
      ...(operation.variableDefinitions ?? []),
      {
        kind: Kind.VARIABLE_DEFINITION,
        variable: { kind: Kind.VARIABLE, name: named(afterVariable!) },
        type: parseType('String'),
      },
    ],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [changes, head] },
  };
  const others = document.definitions.filter(
    (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.typeCondition.name.value !== 'Subscription',
  );
  return {
    document: { ...document, definitions: [asked, ...others] },
    afterVariable: afterVariable!,
    key,
    cursorKey: cursorKey!,
    headKey: headKey!,
  };
}

const named = (value: string): NameNode => ({ kind: Kind.NAME, value });
const field = (name: string, alias?: string): FieldNode => ({
  kind: Kind.FIELD,
  name: named(name),
  ...(alias !== undefined && { alias: named(alias) }),
});

/** A name that begins so and stands nowhere in the text. */
function unusedName({ loc }: DocumentNode, start: string): string {
  const text = loc?.source.body ?? '';
  let name = start;
  while (text.includes(name)) name += '_';
  return name;
}
