import { type ExecutionResult, GraphQLError } from 'graphql';
import { ClientError } from '../domain/errors.ts';
import { type Tx } from '../graph/database.ts';
import { type Arguments, plainArguments } from './ir/bound-arguments.ts';
import { bindRootArguments, compileRoot } from './plan/compile.ts';
import { type OperationPlan } from './plan/plan-operation.ts';
import { type RootPlan } from './ir/field.ts';
import { type RootStatement, toTuple } from './read/read-roots.ts';
import { toParameters } from './statement/parameters.ts';
import { type Tuple } from './ir/reader.ts';

/** Reads the payload of a mutation, inside its transaction, from the `:Activity` with that id. */
export type ReadPayload<T> = (tx: Tx, activity: string) => Promise<T>;

/**
 * Executes a root field of a mutation.
 *
 * @param field Its name, such as `recordMeeting`.
 * @param index Its position among the root fields of the operation.
 * @param read Has to be called inside the transaction once everything is written; its result has to be returned.
 */
export type MutationExecutor = <T>(field: string, args: Arguments, index: number, read: ReadPayload<T>) => Promise<T>;

/** What an execution needs in addition to the plan. */
interface MutationContext {
  variables: Readonly<Record<string, unknown>>;
  /** `YYYY-MM-DD`. */
  today: string;
  executor: MutationExecutor;
}

/** Executes the root fields of a mutation serially. After one that fails, no other is executed. */
export async function executeMutation(
  plan: OperationPlan,
  introspection: ExecutionResult,
  context: MutationContext,
): Promise<ExecutionResult> {
  const errors = [...(introspection.errors ?? [])];
  const data = Object.create(null) as Record<string, unknown>;
  for (const [index, entry] of plan.entries()) {
    if (entry.kind === 'introspection') {
      data[entry.key] = introspection.data?.[entry.key];
      continue;
    }
    try {
      data[entry.key] = await executeRoot(entry.root, index, context, errors);
    } catch (error) {
      // Payload types are non-null, so the error leaves no data.
      return { data: null, errors: [...errors, toFieldError(error, entry.root)] };
    }
  }
  return errors.length > 0 ? { data, errors } : { data };
}

async function executeRoot(
  root: RootPlan,
  index: number,
  { variables, today, executor }: MutationContext,
  errors: GraphQLError[],
): Promise<unknown> {
  const boundArguments = bindRootArguments(root, variables, today);
  const argumentsIndex = root.field.argumentsIndex!;
  const { error, arguments: args } = boundArguments[argumentsIndex]!;
  if (error) throw error;
  const compiled = compileRoot(root, boundArguments);
  const read = async (tx: Tx, activity: string): Promise<[RootStatement, Tuple]> => {
    const statement = {
      root,
      compiled,
      boundArguments: boundArguments.with(argumentsIndex, plainArguments(args, [activity])),
    };
    return [statement, await readTuple(tx, statement)];
  };
  // The response is built after the commit, so that an error in it cannot roll back the mutation.
  const [statement, tuple] = await executor(root.field.definition.name, args, index, read);
  return compiled.read(tuple, undefined, { boundArguments: statement.boundArguments, errors });
}

async function readTuple(tx: Tx, { compiled, boundArguments }: RootStatement): Promise<Tuple> {
  if (compiled.text === '') return [];
  const rows = await tx.rows(compiled.text, toParameters(compiled, boundArguments));
  return toTuple(
    rows.map(([d]) => d as Tuple),
    compiled,
  )!;
}

/** An error of the client fails its field; any other error rejects the whole operation. */
function toFieldError(error: unknown, { field }: RootPlan): GraphQLError {
  if (error instanceof GraphQLError) return error;
  if (!(error instanceof ClientError)) throw error;
  return new GraphQLError(error.message, {
    nodes: field.nodes,
    path: [field.key],
    originalError: error,
    extensions: { ...error.details, code: error.code },
  });
}
