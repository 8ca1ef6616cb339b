import { type ExecutionResult, GraphQLError } from 'graphql';
import { ClientError } from '../domain/errors.ts';
import { type Tx } from '../graph/database.ts';
import { type Arguments, plainArguments } from './ir/bound-arguments.ts';
import { bindRootArguments, compileRoot } from './plan/compile.ts';
import { type OperationPlan } from './plan/plan-operation.ts';
import { type RootPlan } from './ir/field-plan.ts';
import { type RootStatement, toParameters, toTuple } from './read/read-roots.ts';
import { type Tuple } from './ir/reader.ts';

/** What is done and read in one transaction: the id of an `:Activity` is given, and what was asked of it comes back. */
export type ReadPayload<T> = (tx: Tx, activity: string) => Promise<T>;

/**
 * Does what a root field of a mutation asks for.
 *
 * @param field Its name, `recordMeeting`.
 * @param place Which of the root fields of its operation it is, from 0.
 * @param read To be called inside the transaction, when all is done; its answer is to be given back.
 */
export type MutationExecutor = <T>(field: string, args: Arguments, index: number, read: ReadPayload<T>) => Promise<T>;

/** What one execution knows beside the plan. */
interface MutationContext {
  variables: Readonly<Record<string, unknown>>;
  /** `YYYY-MM-DD`. */
  today: string;
  executor: MutationExecutor;
}

/** Does the root fields of a mutation one after the other, as GraphQL has it; after one that failed, no other is done. */
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
      // Payloads are never null, so nothing else of the answer remains.
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
  // What Neo4j holds is made into an answer after the commit: whatever could go wrong there must not undo it.
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

/** What a person can do something about fails its field; everything else has kept the whole operation from an answer. */
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
