import { TellableError } from '../domain/errors.ts';

/**
 * Runs `work` with a signal that fires when the deadline has passed or when `leaving` does. Then it rejects at once with the
 * reason, whether or not the work heeds the signal: that of the deadline, or that of `leaving`.
 */
export async function withDeadline<T>(
  { timeoutMs, reason }: Deadline,
  leaving: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const stopped = new Promise<never>((_, reject) => {
    stop.signal.addEventListener('abort', () => reject(stop.signal.reason as Error), { once: true });
  });
  const timer = setTimeout(() => stop.abort(reason()), timeoutMs);
  const leave = () => stop.abort(leaving?.reason);
  if (leaving?.aborted) leave();
  leaving?.addEventListener('abort', leave, { once: true });
  try {
    return await Promise.race([stopped, work(stop.signal)]);
  } finally {
    clearTimeout(timer);
    leaving?.removeEventListener('abort', leave);
  }
}

/** How long something may take, in milliseconds, and what is said of what took longer: `TIMED_OUT`. */
export interface Deadline {
  timeoutMs: number;
  reason: () => TellableError;
}

/** For questions. */
export const tookTooLong = (timeoutMs: number): Deadline => ({
  timeoutMs,
  reason: () =>
    new TellableError(
      'TIMED_OUT',
      `The answer took longer than ${timeoutMs / 1000} seconds and was given up. Ask for fewer things at once: smaller pages (first: 10), fewer levels, or a narrower filter.`,
      { timeoutMs },
    ),
});

/** For changes, which go on. */
export const mayBeDone = (timeoutMs: number): Deadline => ({
  timeoutMs,
  reason: () =>
    new TellableError(
      'TIMED_OUT',
      `The change took longer than ${timeoutMs / 1000} seconds; it may still be made, or wait for another one to end. Send it again with the same idempotencyKey: it is made once, and you get its answer.`,
      { timeoutMs },
    ),
});
