import { type ExecutionResult, GraphQLError } from 'graphql';
import { TellableError } from '../domain/errors.ts';
import { type Tx } from '../graph/database.ts';
import { type Arguments, plainCall } from './fields/call.ts';
import { callsOf, compile } from './plan/compile.ts';
import { type Plan } from './plan/plan.ts';
import { type PlannedRoot } from './plan/planned.ts';
import { type Statement, parametersOf, tupleOf } from './reading.ts';
import { type Row } from './response/read.ts';

/** What is done and read in one transaction: the id of an `:Activity` is given, and what was asked of it comes back. */
export type ReadOutcome<T> = (tx: Tx, activity: string) => Promise<T>;

/**
 * Does what a root field of a mutation asks for.
 *
 * @param field Its name, `recordMeeting`.
 * @param place Which of the root fields of its operation it is, from 0.
 * @param read To be called inside the transaction, when all is done; its answer is to be given back.
 */
export type Perform = <T>(field: string, args: Arguments, place: number, read: ReadOutcome<T>) => Promise<T>;

/** What one execution knows beside the plan. */
interface Execution {
  variables: Readonly<Record<string, unknown>>;
  /** `YYYY-MM-DD`. */
  today: string;
  perform: Perform;
}

/** Does the root fields of a mutation one after the other, as GraphQL has it; after one that failed, no other is done. */
export async function executeMutation(
  plan: Plan,
  introspected: ExecutionResult,
  execution: Execution,
): Promise<ExecutionResult> {
  const errors = [...(introspected.errors ?? [])];
  const data = Object.create(null) as Record<string, unknown>;
  for (const [place, entry] of plan.entries()) {
    if (entry.kind === 'introspection') {
      data[entry.key] = introspected.data?.[entry.key];
      continue;
    }
    try {
      data[entry.key] = await outcomeOf(entry.root, place, execution, errors);
    } catch (error) {
      // Payloads are never null, so nothing else of the answer remains.
      return { data: null, errors: [...errors, located(error, entry.root)] };
    }
  }
  return errors.length > 0 ? { data, errors } : { data };
}

async function outcomeOf(
  root: PlannedRoot,
  place: number,
  { variables, today, perform }: Execution,
  errors: GraphQLError[],
): Promise<unknown> {
  const calls = callsOf(root, variables, today);
  const own = root.field.call!;
  const { error, arguments: args } = calls[own]!;
  if (error) throw error;
  const compiled = compile(root, calls);
  const read = async (tx: Tx, activity: string): Promise<[Statement, Row]> => {
    const statement = { root, compiled, calls: calls.with(own, plainCall(args, [activity])) };
    return [statement, await tupleIn(tx, statement)];
  };
  // What Neo4j holds is made into an answer after the commit: whatever could go wrong there must not undo it.
  const [statement, tuple] = await perform(root.field.definition.name, args, place, read);
  return compiled.read(tuple, undefined, { calls: statement.calls, errors });
}

async function tupleIn(tx: Tx, { compiled, calls }: Statement): Promise<Row> {
  if (compiled.text === '') return [];
  const rows = await tx.rows(compiled.text, parametersOf(compiled, calls));
  return tupleOf(
    rows.map(([d]) => d as Row),
    compiled,
  )!;
}

/** What a person can do something about fails its field; everything else has kept the whole operation from an answer. */
function located(error: unknown, { field }: PlannedRoot): GraphQLError {
  if (error instanceof GraphQLError) return error;
  if (!(error instanceof TellableError)) throw error;
  return new GraphQLError(error.message, {
    nodes: field.nodes,
    path: [field.key],
    originalError: error,
    extensions: { ...error.details, code: error.code },
  });
}
