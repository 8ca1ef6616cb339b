import { type Arguments } from '../../query/ir/bound-arguments.ts';
import { type WriteOperation, rejected } from '../../record/operation/operation.ts';
import { type Problem } from '../../record/input/problem.ts';

/** What a root field of a mutation asks for. */
export interface MutationRequest {
  deed: WriteOperation;
  reason: string | null;
  dryRun: boolean;
  idempotencyKey: string | null;
}

/** How it is to be done, where these stand among the arguments themselves. */
export function mutationOptions({ reason, idempotencyKey, dryRun }: Arguments): Omit<MutationRequest, 'deed'> {
  return {
    reason: typeof reason === 'string' ? reason : null,
    idempotencyKey: typeof idempotencyKey === 'string' ? idempotencyKey : null,
    dryRun: dryRun === true,
  };
}

/** The deed, its problems told with paths that begin at the argument of the mutation. */
export function mapProblemPaths(
  operation: WriteOperation,
  mapPath: (path: Problem['path']) => Problem['path'],
): WriteOperation {
  return async (tx, stamp) => {
    const result = await operation(tx, stamp);
    return { ...result, problems: result.problems.map((each) => ({ ...each, path: mapPath(each.path) })) };
  };
}

/** A deed that cannot even be tried. */
export const invalidOperation =
  (problems: readonly Problem[]): WriteOperation =>
  () =>
    Promise.resolve(rejected(problems));

/**
 * Arguments as the writer takes them: what is null is left out, as GraphQL takes the two for the same; addresses are text.
 */
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
