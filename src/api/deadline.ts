import { ClientError } from '../domain/errors.ts';

/**
 * Runs `work` with a signal that fires when the deadline has passed or when `leaving` does. Then it rejects at once with the
 * reason, whether or not the work heeds the signal: that of the deadline, or that of `leaving`.
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
  const timer = setTimeout(() => controller.abort(reason()), timeoutMs);
  const abortWithClient = () => controller.abort(clientSignal?.reason);
  if (clientSignal?.aborted) abortWithClient();
  clientSignal?.addEventListener('abort', abortWithClient, { once: true });
  try {
    return await Promise.race([aborted, work(controller.signal)]);
  } finally {
    clearTimeout(timer);
    clientSignal?.removeEventListener('abort', abortWithClient);
  }
}

/** How long something may take, in milliseconds, and what is said of what took longer: `TIMED_OUT`. */
export interface Deadline {
  timeoutMs: number;
  reason: () => ClientError;
}

/** For questions. */
export const queryTimeout = (timeoutMs: number): Deadline => ({
  timeoutMs,
  reason: () =>
    new ClientError(
      'TIMED_OUT',
      `The answer took longer than ${timeoutMs / 1000} seconds and was given up. Ask for fewer things at once: smaller pages (first: 10), fewer levels, or a narrower filter.`,
      { timeoutMs },
    ),
});

/** For changes, which go on. */
export const mutationTimeout = (timeoutMs: number): Deadline => ({
  timeoutMs,
  reason: () =>
    new ClientError(
      'TIMED_OUT',
      `The change took longer than ${timeoutMs / 1000} seconds; it may still be made, or wait for another one to end. Send it again with the same idempotencyKey: it is made once, and you get its answer.`,
      { timeoutMs },
    ),
});
