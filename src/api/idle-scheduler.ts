import { setTimeout as sleep } from 'node:timers/promises';

/** Background work waits this long at most: a busy server is never idle. */
const MAX_YIELD_MS = 250;

/** Runs background work in the gaps between requests. */
export interface Scheduler {
  /** Runs work that a client waits for. */
  foreground: <T>(work: () => Promise<T>) => Promise<T>;
  /** To be awaited by background work between steps: resolves when no foreground work runs, or after a short while. */
  yieldToForeground: () => Promise<void>;
}

export function createIdleScheduler(): Scheduler {
  let running = 0;
  let idle = Promise.withResolvers<void>();
  return {
    foreground: async (work) => {
      if (running++ === 0) idle = Promise.withResolvers();
      try {
        return await work();
      } finally {
        if (--running === 0) idle.resolve();
      }
    },
    yieldToForeground: async () => {
      if (running > 0) await Promise.race([idle.promise, sleep(MAX_YIELD_MS, undefined, { ref: false })]);
    },
  };
}
