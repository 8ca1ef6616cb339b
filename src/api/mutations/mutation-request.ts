import { type Arguments } from '../../query/ir/bound-arguments.ts';
import { type Problem } from '../../record/input/problem.ts';
import { type WriteOperation, rejected } from '../../record/operation/operation.ts';

/** One root field of a mutation: the operation to execute, and how. */
export interface MutationRequest {
  operation: WriteOperation;
  reason: string | null;
  dryRun: boolean;
  idempotencyKey: string | null;
}

/** The options that all mutations have, from the arguments of a field or of its `input`. */
export function mutationOptions({ reason, idempotencyKey, dryRun }: Arguments): Omit<MutationRequest, 'operation'> {
  return {
    reason: typeof reason === 'string' ? reason : null,
    idempotencyKey: typeof idempotencyKey === 'string' ? idempotencyKey : null,
    dryRun: dryRun === true,
  };
}

/** The request, refused if its reason is blank: that is none. What else is wrong is told with it. */
export function refuseBlankReason({ operation, ...request }: MutationRequest, args: Arguments): MutationRequest {
  if (request.reason === null || request.reason.trim() !== '') return { ...request, operation };
  const problem: Problem = {
    code: 'INVALID',
    path: args.input === undefined ? ['reason'] : ['input', 'reason'],
    message: 'the reason is blank; expected why, in your words',
    suggestions: [],
  };
  return {
    ...request,
    operation: async (tx, context) => {
      const { problems, warnings, duplicateCandidates } = await operation(tx, context);
      return rejected([problem, ...problems], { warnings, duplicateCandidates });
    },
  };
}

/** The operation, with the paths of its problems and warnings changed to begin at an argument of the mutation. */
export function mapProblemPaths(
  operation: WriteOperation,
  mapPath: (path: Problem['path']) => Problem['path'],
): WriteOperation {
  return async (tx, stamp) => {
    const result = await operation(tx, stamp);
    const mapAll = (found: readonly Problem[]) => found.map((each) => ({ ...each, path: mapPath(each.path) }));
    return { ...result, problems: mapAll(result.problems), warnings: mapAll(result.warnings) };
  };
}

/** An operation that fails with these problems, for input that is not valid. */
export const invalidOperation =
  (problems: readonly Problem[]): WriteOperation =>
  () =>
    Promise.resolve(rejected(problems));

/** Arguments as the writer expects them: without nulls, which mean the same as absent here, and with URLs as strings. */
export function toPlainInput(value: unknown): unknown {
  if (value instanceof URL) return value.href;
  if (Array.isArray(value)) return value.map(toPlainInput);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== null && part !== undefined)
      .map(([name, part]) => [name, toPlainInput(part)]),
  );
}
