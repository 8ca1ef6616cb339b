import { setTimeout as sleep } from 'node:timers/promises';
import { isRetryable } from './driver-errors.ts';

/** Long enough for the managed Neo4j to restart after a crash, even on a busy machine. */
const LIMIT_MS = 60_000;
const FIRST_PAUSE_MS = 20;
const MAX_PAUSE_MS = 1_000;

/**
 * Runs the work and retries it after transient errors, with exponential backoff and jitter.
 *
 * @param limitMs No attempt starts after this time.
 */
export async function withRetries<T>(
  work: () => Promise<T>,
  options: { limitMs?: number; signal?: AbortSignal } = {},
): Promise<T> {
  const deadline = Date.now() + Math.min(options.limitMs ?? LIMIT_MS, LIMIT_MS);
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, MAX_PAUSE_MS)) {
    try {
      return await work();
    } catch (error) {
      const wait = pause * (0.5 + Math.random());
      if (!isRetryable(error) || Date.now() + wait > deadline) throw error;
      await sleep(wait, undefined, { signal: options.signal });
    }
  }
}
