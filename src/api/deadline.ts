import { TellableError } from '../domain/errors.ts';

/**
 * Runs `work` with a signal that fires when `timeoutMs` have passed or when `leaving` does. Then it rejects at once with the
 * reason, whether or not the work heeds the signal: `TIMED_OUT` (a TellableError), or the reason of `leaving`.
 */
export async function withDeadline<T>(
  timeoutMs: number,
  leaving: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const stopped = new Promise<never>((_, reject) => {
    stop.signal.addEventListener('abort', () => reject(stop.signal.reason as Error), { once: true });
  });
  const timer = setTimeout(() => stop.abort(tookTooLong(timeoutMs)), timeoutMs);
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

function tookTooLong(timeoutMs: number): TellableError {
  return new TellableError(
    'TIMED_OUT',
    `The answer took longer than ${timeoutMs / 1000} seconds and was given up. Ask for fewer things at once: smaller pages (first: 10), fewer levels, or a narrower filter.`,
    { timeoutMs },
  );
}
