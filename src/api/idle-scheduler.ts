import { setTimeout as sleep } from 'node:timers/promises';

/** How long, in milliseconds, something that nobody waits for gives way at a time: on a busy server there is always somebody. */
const MAX_YIELD_MS = 250;

/** Lets work that nobody waits for go on while nobody waits for anything else. */
export interface Scheduler {
  /** Does what somebody waits for. */
  foreground: <T>(work: () => Promise<T>) => Promise<T>;
  /** Returns when nobody waits any more, or patience is at its end. */
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
