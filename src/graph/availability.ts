import { isAnswer, isUnavailable } from './transactions/driver-errors.ts';
import { createSpareTimeProbe } from './spare-time.ts';
import { type ConnectionSigns } from './transactions/sessions.ts';

/** How often the watch looks at its state. */
const TICK_MS = 50;
/** After this long without any answer, the database is pinged. */
const QUIET_MS = 100;
/**
 * After this long without any answer, to a ping or to anything else, the database counts as unavailable. Callers are promised to be told
 * within a second; a database that is only busy still answers something in less.
 */
const SILENCE_MS = 800;
/**
 * How much longer the silence may be while no processor of this machine has time to spare: a database that shares it may only be waiting for
 * its turn. (At a load of 15 on two processors, pings took up to some seconds.)
 */
const BUSY_FACTOR = 5;
/** While the database is unavailable, it is pinged again after this pause. */
const RETRY_MS = 100;

/**
 * Whether the database answers, as far as this process knows. It is watched only while someone waits for it, so an idle server sends
 * nothing; once it is unavailable, it is pinged until it answers.
 */
export interface Availability extends ConnectionSigns {
  /**
   * Runs work that needs the database. Rejects at once while the database is unavailable, and as soon as it becomes so, whatever the work
   * does then.
   *
   * @param whenUnavailable Called when the work is given up; returns what to reject with.
   */
  guard<T>(work: () => Promise<T>, whenUnavailable?: (error: Error) => Error): Promise<T>;
  close(): void;
}

/** What the watch takes from its surroundings. */
export interface AvailabilityOptions {
  /**
   * Resolves when the database answers, on a connection that no query uses; rejects when it cannot, or after a time limit of its own, which
   * alone says nothing.
   */
  ping: () => Promise<void>;
  /** Makes the error of a caller who is given up. */
  unavailable: () => Error;
  /** Whether a processor of this machine has been idle since the last call. */
  hasSpareTime?: () => boolean;
  /** A clock in milliseconds. */
  now?: () => number;
}

/** Begins to watch when somebody waits for the database. */
export function createAvailability({
  ping,
  unavailable,
  hasSpareTime = createSpareTimeProbe(),
  now = () => performance.now(),
}: AvailabilityOptions): Availability {
  const waiting = new Set<() => void>();
  let isAvailable = true;
  let isPinging = false;
  let isClosed = false;
  let silentMs = 0;
  let tickedAt = 0;
  let watch: NodeJS.Timeout | undefined;

  function tick(): void {
    const at = now();
    // A process that was itself held up has not listened meanwhile: that time does not count as silence of the database.
    const listenedMs = Math.min(at - tickedAt, 2 * TICK_MS);
    tickedAt = at;
    silentMs += silentMs < QUIET_MS || hasSpareTime() ? listenedMs : listenedMs / BUSY_FACTOR;
    if (silentMs >= SILENCE_MS) becomeUnavailable();
    else if (silentMs >= QUIET_MS) look();
  }

  function look(): void {
    if (isPinging || isClosed) return;
    isPinging = true;
    ping()
      .then(answered, (error: unknown) => {
        if (isUnavailable(error)) becomeUnavailable();
        else if (isAnswer(error)) answered();
      })
      .finally(() => {
        isPinging = false;
        if (!isAvailable) setTimeout(look, RETRY_MS).unref();
      });
  }

  function answered(): void {
    silentMs = 0;
    isAvailable = true;
  }

  function becomeUnavailable(): void {
    isAvailable = false;
    for (const giveUp of [...waiting]) giveUp();
    look();
  }

  function startWatch(): void {
    silentMs = 0;
    tickedAt = now();
    watch = setInterval(tick, TICK_MS).unref();
  }

  return {
    answered,
    lost: () => {
      if (waiting.size > 0) look();
    },
    guard: async (work, whenUnavailable = (error) => error) => {
      if (!isAvailable) throw unavailable();
      const { promise: givenUp, reject } = Promise.withResolvers<never>();
      const giveUp = () => reject(whenUnavailable(unavailable()));
      if (waiting.size === 0) startWatch();
      waiting.add(giveUp);
      try {
        return await Promise.race([givenUp, work()]);
      } finally {
        waiting.delete(giveUp);
        if (waiting.size === 0) clearInterval(watch);
      }
    },
    close: () => {
      isClosed = true;
      clearInterval(watch);
    },
  };
}
