import { type Arguments } from '../../query/fields/call.ts';
import { type Deed, refused } from '../../record/deed/deed.ts';
import { type Problem } from '../../record/problem.ts';

/** What a root field of a mutation asks for. */
export interface Asked {
  deed: Deed;
  reason: string | null;
  dryRun: boolean;
  idempotencyKey: string | null;
}

/** How it is to be done, where these stand among the arguments themselves. */
export function howOf({ reason, idempotencyKey, dryRun }: Arguments): Omit<Asked, 'deed'> {
  return {
    reason: typeof reason === 'string' ? reason : null,
    idempotencyKey: typeof idempotencyKey === 'string' ? idempotencyKey : null,
    dryRun: dryRun === true,
  };
}

/** The deed, its problems told with paths that begin at the argument of the mutation. */
export function pathed(deed: Deed, pathOf: (path: Problem['path']) => Problem['path']): Deed {
  return async (tx, stamp) => {
    const outcome = await deed(tx, stamp);
    return { ...outcome, problems: outcome.problems.map((each) => ({ ...each, path: pathOf(each.path) })) };
  };
}

/** A deed that cannot even be tried. */
export const impossible =
  (problems: readonly Problem[]): Deed =>
  () =>
    Promise.resolve(refused(problems));

/**
 * Arguments as the writer takes them: what is null is left out, as GraphQL takes the two for the same; addresses are text.
 */
export function plain(value: unknown): unknown {
  if (value instanceof URL) return value.href;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== null && part !== undefined)
      .map(([name, part]) => [name, plain(part)]),
  );
}
