import { setTimeout as sleep } from 'node:timers/promises';

/** How long, in milliseconds, something that nobody waits for gives way at a time: on a busy server there is always somebody. */
const PATIENCE_MS = 250;

/** Lets work that nobody waits for go on while nobody waits for anything else. */
export interface Pace {
  /** Does what somebody waits for. */
  first: <T>(work: () => Promise<T>) => Promise<T>;
  /** Returns when nobody waits any more, or patience is at its end. */
  turn: () => Promise<void>;
}

export function paceOf(): Pace {
  let awaited = 0;
  let quiet = Promise.withResolvers<void>();
  return {
    first: async (work) => {
      if (awaited++ === 0) quiet = Promise.withResolvers();
      try {
        return await work();
      } finally {
        if (--awaited === 0) quiet.resolve();
      }
    },
    turn: async () => {
      if (awaited > 0) await Promise.race([quiet.promise, sleep(PATIENCE_MS, undefined, { ref: false })]);
    },
  };
}
