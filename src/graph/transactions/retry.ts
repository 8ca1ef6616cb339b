import { setTimeout as sleep } from 'node:timers/promises';
import { isRetryable, isUnavailable } from './driver-errors.ts';

/** Long enough for the managed Neo4j to restart after a crash, even on a busy machine. */
export const PATIENCE_MS = 60_000;
/** For callers who would rather be told: enough for a connection that was lost while the database goes on. */
export const SHORT_PATIENCE_MS = 800;
const FIRST_PAUSE_MS = 20;
const MAX_PAUSE_MS = 1_000;

/**
 * Runs the work and retries it after transient errors, with exponential backoff and jitter.
 *
 * @param limitMs No attempt starts after this time.
 * @param patienceMs While the database is unavailable, no attempt starts after this time.
 */
export async function withRetries<T>(
  work: () => Promise<T>,
  options: { limitMs?: number; patienceMs?: () => number; signal?: AbortSignal } = {},
): Promise<T> {
  const { limitMs = PATIENCE_MS, patienceMs = () => PATIENCE_MS, signal } = options;
  const begunAt = Date.now();
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, MAX_PAUSE_MS)) {
    try {
      return await work();
    } catch (error) {
      const wait = pause * (0.5 + Math.random());
      const limit = Math.min(limitMs, isUnavailable(error) ? patienceMs() : PATIENCE_MS);
      if (!isRetryable(error) || Date.now() + wait > begunAt + limit) throw error;
      await sleep(wait, undefined, { signal });
    }
  }
}
