import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  OperationTypeNode,
  getVariableValues,
} from 'graphql';
import { type Database } from '../graph/database.ts';
import { introspect } from './introspection.ts';
import { withMergeRedirects } from './read/redirects.ts';
import { validateModel } from './model/validate-model.ts';
import { model } from './model/model.ts';
import { type MutationExecutor, executeMutation } from './execute-mutation.ts';
import { bindRootArguments, compileRoot } from './plan/compile.ts';
import { type AsOfRoot, executeAsOf, asOfInstant } from './as-of/answer.ts';
import { type BoundRoot, checkCost } from './plan/cost.ts';
import { type PreparedOperation, OperationPreparer } from './plan/prepare-operation.ts';
import { type RootEntry, type OperationPlan } from './plan/plan-operation.ts';
import { type RootReader, type RootStatement, readRoots } from './read/read-roots.ts';
import { type Tuple } from './ir/reader.ts';

/** A parsed and validated document, the operation to execute, and its variables. */
export interface EngineRequest {
  document: DocumentNode;
  operationName?: string | null;
  variables?: Readonly<Record<string, unknown>> | null;
  /** Executes mutations; without it they are refused. */
  executor?: MutationExecutor;
  /** Aborts what runs in the database, because the client has disconnected. */
  signal?: AbortSignal;
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
}

/** The current day in UTC: `YYYY-MM-DD`. */
export const todayUtc = (): string => new Date().toISOString().slice(0, 10);

const MAX_VARIABLE_ERRORS = 50;

/**
 * The query engine; README.md walks through the path of a query.
 *
 * @param options `today` returns the day by which plans are overdue. `read` reads the tuples, by default with one statement per
 *   root field.
 * @throws Error listing the fields on which the schema and the model disagree.
 */
export function createEngine({ schema, database, today = todayUtc, read = readRoots }: EngineOptions): Engine {
  validateModel(schema, model);
  const preparer = new OperationPreparer(schema, model);
  const readWithRedirects = withMergeRedirects(read);

  async function execute({
    document,
    operationName,
    variables,
    executor,
    signal,
  }: EngineRequest): Promise<ExecutionResult> {
    let operation: PreparedOperation;
    try {
      operation = preparer.prepare(document, operationName);
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
    const { coerced, errors } = getVariableValues(
      schema,
      operation.definition.variableDefinitions ?? [],
      variables ?? {},
      { maxErrors: MAX_VARIABLE_ERRORS },
    );
    if (errors) return { errors };

    const plan = operation.planFor(coerced);
    const day = today();
    const introspection = introspect(schema, operation, plan, variables ?? {});
    if (operation.definition.operation === OperationTypeNode.MUTATION) {
      if (!executor) return { errors: [new GraphQLError('Mutations are not supported here.')] };
      return executeMutation(plan, introspection, { variables: coerced, today: day, executor });
    }
    const statements = new Map<RootEntry, RootStatement>();
    const asOfRoots: AsOfRoot[] = [];
    const boundRoots: BoundRoot[] = [];
    for (const entry of plan) {
      if (entry.kind !== 'graph') continue;
      const { root } = entry;
      const boundArguments = bindRootArguments(root, coerced, day);
      boundRoots.push({ root, boundArguments });
      const instant = asOfInstant(
        root.field.argumentsIndex === null ? undefined : boundArguments[root.field.argumentsIndex],
      );
      if (instant) asOfRoots.push({ entry, instant });
      else statements.set(entry, { root, compiled: compileRoot(root, boundArguments), boundArguments });
    }
    const costError = checkCost(boundRoots);
    if (costError) return { errors: [costError] };

    const asOfContext = { schema, model, operation, variables: variables ?? {}, today: day };
    const [tuples, asOfResults] = await Promise.all([
      readWithRedirects(database, [...statements.values()], { signal }),
      executeAsOf(database, asOfRoots, asOfContext, { signal }),
    ]);
    return buildResponse(plan, statements, tuples, { introspection, asOfResults });
  }

  return { execute };
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
  { compiled, boundArguments }: RootStatement,
  tuple: Tuple | undefined,
  errors: GraphQLError[],
): unknown {
  return tuple === undefined ? null : compiled.read(tuple, undefined, { boundArguments, errors });
}
