import { ClientError } from '../domain/errors.ts';

/**
 * Runs `work` with a signal that aborts at the deadline, together with `clientSignal`, or when the work fails. It then
 * rejects at once with the reason of the abort, even if the work ignores the signal.
 */
export async function withDeadline<T>(
  { timeoutMs, reason }: Deadline,
  clientSignal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason as Error), { once: true });
  });
  aborted.catch(() => {}); // nobody waits for it if the work throws before it returns a promise
  const timer = setTimeout(() => controller.abort(reason()), timeoutMs);
  const abortWithClient = () => controller.abort(clientSignal?.reason);
  if (clientSignal?.aborted) abortWithClient();
  clientSignal?.addEventListener('abort', abortWithClient, { once: true });
  try {
    return await Promise.race([aborted, work(controller.signal)]);
  } catch (error) {
    controller.abort(error); // stops what else the work has begun
    throw error;
  } finally {
    clearTimeout(timer);
    clientSignal?.removeEventListener('abort', abortWithClient);
  }
}

/** A time limit, and the error (`TIMED_OUT`) when it is exceeded. */
export interface Deadline {
  timeoutMs: number;
  reason: () => ClientError;
}

/** The limit of a query, which is stopped. */
export const queryTimeout = (timeoutMs: number): Deadline => ({
  timeoutMs,
  reason: () =>
    new ClientError(
      'TIMED_OUT',
      `The query timed out after ${timeoutMs / 1000} s. Ask for less at once: smaller pages (first: 10), fewer nested levels, or a narrower filter.`,
      { timeoutMs },
    ),
});

/** The limit of a mutation, which goes on in the background. */
export const mutationTimeout = (timeoutMs: number): Deadline => ({
  timeoutMs,
  reason: () =>
    new ClientError(
      'TIMED_OUT',
      `The mutation did not finish within ${timeoutMs / 1000} s, and may still take effect. Send it again with the same idempotencyKey: it takes effect once, and you get its result.`,
      { timeoutMs },
    ),
});
