import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  OperationTypeNode,
  getVariableValues,
} from 'graphql';
import { type Database, type Reads } from '../graph/database.ts';
import { type Viewer, costOfIntrospection, introspect } from './introspection.ts';
import { checkVariables } from './limits/variables.ts';
import { findIdentified } from './read/identified.ts';
import { withMergeRedirects } from './read/redirects.ts';
import { validateModel } from './model/validate-model.ts';
import { model } from './model/model.ts';
import { type MutationExecutor, executeMutation } from './execute-mutation.ts';
import { bindRootArguments, compileRoot } from './plan/compile.ts';
import { type AsOfRoot, executeAsOf, asOfInstant } from './as-of/answer.ts';
import { type BoundRoot, addCosts, checkCost, estimateCost } from './plan/cost.ts';
import { type PreparedOperation, OperationPreparer } from './plan/prepare-operation.ts';
import { type RootEntry, type OperationPlan } from './plan/plan-operation.ts';
import { type RootReader, type RootStatement, readRoots } from './read/read-roots.ts';
import { type Tuple } from './ir/reader.ts';
import { invalidArguments } from './ir/bound-arguments.ts';
import { type ComputedValues, type ComputeEnvironment, type NetworkReader } from './ir/computed.ts';
import { type ListCounter } from './ir/counted.ts';
import { createListCounter } from './counts/list-counter.ts';
import { createNetworks } from './networks/networks.ts';

/** A parsed and validated document, the operation to execute, and its variables. */
export interface EngineRequest {
  document: DocumentNode;
  operationName?: string | null;
  variables?: Readonly<Record<string, unknown>> | null;
  /** Executes mutations; without it they are refused. */
  executor?: MutationExecutor;
  /** Aborts what runs in the database, because the client has disconnected. */
  signal?: AbortSignal;
  /** The address of this server as the caller knows it, for addresses in the answer; without a slash at the end. */
  baseUrl?: string;
  /** Who asks; null, or left out, for nobody known. */
  viewer?: Viewer | null;
  /** In the place of the engine's own, for who wants more of a network than an answer has. */
  networks?: NetworkReader;
}

/** Executes GraphQL operations on the graph. */
export interface Engine {
  /** Rejects where the database fails or `signal` aborts; all other errors are in the result. */
  execute(request: EngineRequest): Promise<ExecutionResult>;
}

export interface EngineOptions {
  schema: GraphQLSchema;
  database: Database;
  today?: () => string;
  read?: RootReader;
  networks?: NetworkReader;
  counter?: ListCounter;
}

/** The current day in UTC: `YYYY-MM-DD`. */
export const todayUtc = (): string => new Date().toISOString().slice(0, 10);

const MAX_VARIABLE_ERRORS = 50;

/**
 * The query engine; README.md walks through the path of a query.
 *
 * @param options `today` returns the day by which plans are overdue. `read` reads the tuples, by default with one statement per
 *   root field. `networks` reads and keeps networks, `counter` what whole lists are counted by.
 * @throws Error listing the fields on which the schema and the model disagree.
 */
export function createEngine({
  schema,
  database,
  today = todayUtc,
  read = readRoots,
  networks = createNetworks(database, { schema, today }),
  counter = createListCounter(database),
}: EngineOptions): Engine {
  validateModel(schema, model);
  const preparer = new OperationPreparer(schema, model);
  const readWithRedirects = withMergeRedirects(read);

  async function execute({
    document,
    operationName,
    variables,
    executor,
    signal,
    baseUrl = '',
    viewer = null,
    networks: reader = networks,
  }: EngineRequest): Promise<ExecutionResult> {
    const accepted = accept(document, operationName, variables ?? {});
    if ('errors' in accepted) return accepted;
    const { operation, coerced, plan } = accepted;
    const day = today();
    const isMutation = operation.definition.operation === OperationTypeNode.MUTATION;
    const given = isMutation ? [] : bindRoots(plan, coerced, day);
    const cost = addCosts(estimateCost(given), costOfIntrospection(schema, operation, plan, coerced));
    const costError = checkCost(cost, operation.definition.selectionSet.selections);
    if (costError) return { errors: [costError] };

    const introspection = introspect(schema, operation, plan, { variables: variables ?? {}, viewer });
    if (isMutation) {
      if (!executor) return { errors: [new GraphQLError('Mutations are not supported here.')] };
      return executeMutation(plan, introspection, { variables: coerced, today: day, executor });
    }
    const meant = await findIdentified(
      database,
      given.flatMap(({ boundArguments }) => boundArguments),
      { signal },
    );
    const bound = meant === undefined ? given : bindRoots(plan, coerced, day, meant);
    const boundRoots = await Promise.all(
      bound.map((each) => compute(each, { networks: reader, baseUrl, today: day, signal })),
    );
    // How many nodes a computed list has was not known before.
    const computedCostError = checkCost(estimateCost(boundRoots), operation.definition.selectionSet.selections);
    if (computedCostError) return { errors: [computedCostError] };
    const answer = async (roots: readonly BoundEntry[], from: Reads): Promise<ExecutionResult> => {
      const statements = new Map<RootEntry, RootStatement>();
      const asOfRoots: AsOfRoot[] = [];
      for (const { entry, root, boundArguments, computed } of roots) {
        const instant = asOfInstant(
          root.field.argumentsIndex === null ? undefined : boundArguments[root.field.argumentsIndex],
        );
        if (instant) asOfRoots.push({ entry, instant });
        else statements.set(entry, { root, compiled: compileRoot(root, boundArguments), boundArguments, computed });
      }
      const asOfContext = { schema, model, operation, variables: variables ?? {}, today: day };
      const [tuples, asOfResults] = await Promise.all([
        readWithRedirects(from, [...statements.values()], { signal }),
        executeAsOf(from, asOfRoots, asOfContext, { signal }),
      ]);
      return buildResponse(plan, statements, tuples, { introspection, asOfResults });
    };
    const counted = boundRoots.map((each) => each.root.field.mapping?.counted?.(each));
    if (counted.every((each) => each === undefined)) return answer(boundRoots, database);
    return counter.read(
      async ({ count, database: from }) => {
        const roots = boundRoots.map(async (each, index) => {
          const lists = counted[index];
          return lists ? { ...each, boundArguments: lists.withGroups(await count(lists.list)) } : each;
        });
        return answer(await Promise.all(roots), from);
      },
      { signal },
    );
  }

  /** The operation with its variables and its plan; or the errors for which it is refused, before anything else is done. */
  function accept(
    document: DocumentNode,
    operationName: string | null | undefined,
    variables: Readonly<Record<string, unknown>>,
  ): AcceptedOperation | { errors: readonly GraphQLError[] } {
    try {
      const operation = preparer.prepare(document, operationName);
      const { definition, variableUses } = operation;
      const tooLong = checkVariables(schema, definition, variableUses, variables);
      if (tooLong.length > 0) return { errors: tooLong };
      const { coerced, errors } = getVariableValues(schema, definition.variableDefinitions ?? [], variables, {
        maxErrors: MAX_VARIABLE_ERRORS,
      });
      return errors ? { errors } : { operation, coerced, plan: operation.planFor(coerced) };
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
  }

  return { execute };
}

interface AcceptedOperation {
  operation: PreparedOperation;
  coerced: Readonly<Record<string, unknown>>;
  plan: OperationPlan;
}

/** A root field that is read from the graph, with its arguments. */
type BoundEntry = BoundRoot & { entry: RootEntry & { kind: 'graph' }; computed?: ComputedValues | null };

/** Computes the value of a root field that is computed. An error of the client fails only this field. */
async function compute(bound: BoundEntry, environment: ComputeEnvironment): Promise<BoundEntry> {
  const { field } = bound.root;
  const index = field.argumentsIndex;
  if (!field.mapping?.compute || index === null || bound.boundArguments[index]!.error) return bound;
  try {
    const { boundArguments, values } = await field.mapping.compute(bound, environment);
    return { ...bound, boundArguments, computed: values };
  } catch (error) {
    return { ...bound, boundArguments: bound.boundArguments.with(index, invalidArguments(error)) };
  }
}

function bindRoots(
  plan: OperationPlan,
  variables: Readonly<Record<string, unknown>>,
  day: string,
  meant?: ReadonlyMap<string, string>,
): BoundEntry[] {
  return plan.flatMap((entry) =>
    entry.kind === 'graph'
      ? [{ entry, root: entry.root, boundArguments: bindRootArguments(entry.root, variables, day, meant) }]
      : [],
  );
}

/** Builds the response, root field by root field. */
function buildResponse(
  plan: OperationPlan,
  statements: ReadonlyMap<RootEntry, RootStatement>,
  tuples: ReadonlyMap<RootStatement, Tuple>,
  {
    introspection,
    asOfResults,
  }: { introspection: ExecutionResult; asOfResults: ReadonlyMap<RootEntry, ExecutionResult> },
): ExecutionResult {
  const errors = [introspection, ...asOfResults.values()].flatMap((each) => each.errors ?? []);
  // A non-null root field failed, and its error is among these.
  if ([...asOfResults.values()].some((each) => each.data === null)) return { data: null, errors };
  if (introspection.data === null) return { data: null, errors };
  let data: Record<string, unknown> | null = Object.create(null) as Record<string, unknown>;
  try {
    for (const entry of plan) {
      const statement = statements.get(entry);
      data[entry.key] = statement
        ? readRoot(statement, tuples.get(statement), errors)
        : (asOfResults.get(entry) ?? introspection).data?.[entry.key];
    }
  } catch (error) {
    // A non-null root field failed.
    if (!(error instanceof GraphQLError)) throw error;
    errors.push(error);
    data = null;
  }
  return errors.length > 0 ? { data, errors } : { data };
}

/** Null for a root node that does not exist. */
function readRoot(
  { compiled, boundArguments, computed }: RootStatement,
  tuple: Tuple | undefined,
  errors: GraphQLError[],
): unknown {
  return tuple === undefined ? null : compiled.read(tuple, undefined, { boundArguments, errors, computed });
}
