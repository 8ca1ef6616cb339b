import { setTimeout as sleep } from 'node:timers/promises';
import { isRetryable } from './driver-errors.ts';

/** How long work is tried again; long enough for the managed Neo4j to be started again after a crash, on a busy machine too. */
const LIMIT_MS = 60_000;
const FIRST_PAUSE_MS = 20;
const MAX_PAUSE_MS = 1_000;

/**
 * Does the work, again where the error says that this may help, with pauses that grow and differ, so that two that
 * got in each other's way do not do so again.
 *
 * @param limitMs No new attempt is made after this time.
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
