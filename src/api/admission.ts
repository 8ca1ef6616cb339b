import { ClientError } from '../domain/errors.ts';

/** How much runs and waits at once. */
export interface AdmissionLimits {
  /** Operations that run at the same time. */
  running: number;
  /** As long as no more than this wait, the one that has waited longest is next; beyond, the newest. */
  fair: number;
  /** Operations that wait at the same time in a burst; one more, and the one that has waited longest is refused. */
  waiting: number;
  /** How long a burst may take. While the queue has been longer than `fair`, and never empty, for longer, `fair` is how many may wait. */
  burstMs: number;
  /** What has waited this long is refused. */
  waitMs: number;
}

/** Lets operations run, wait or be refused. */
export interface Admission {
  /** Runs work now or in its turn. Rejects with OVERLOADED when it is refused, and with the signal's reason if it has aborted by then. */
  run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
}

interface Waiting {
  since: number;
  signal: AbortSignal | undefined;
  start: () => void;
  refuse: (error: unknown) => void;
}

/**
 * Admission control with a queue that is bounded in length and time. Under overload it is a stack: the newest have clients that still wait, and
 * are answered as fast as without overload, while those that would be late in any case are refused. In a plain queue, everyone would be
 * late (adaptive LIFO, as in B. Maurer, Fail at Scale, ACM Queue 13/8, 2015). Overload that stays is no burst: then few may wait at all.
 *
 * @param now A clock in milliseconds.
 */
export function createAdmission(limits: AdmissionLimits, now: () => number = () => performance.now()): Admission {
  /** By age, the oldest first. */
  const queue: Waiting[] = [];
  /** When the queue became longer than `fair`; since then it was never empty. */
  let crowdedSince: number | undefined;
  let running = 0;
  let timer: NodeJS.Timeout | undefined;

  /** Refuses what has waited too long, and comes back when the next one will have. */
  function expire(): void {
    timer = undefined;
    while (queue.length > 0 && now() - queue[0]!.since >= limits.waitMs) queue.shift()!.refuse(overloaded());
    const [oldest] = queue;
    if (oldest) timer = setTimeout(expire, oldest.since + limits.waitMs - now()).unref();
  }

  function startNext(): void {
    while (running < limits.running && queue.length > 0) {
      const next = queue.length > limits.fair ? queue.pop()! : queue.shift()!;
      if (next.signal?.aborted) {
        next.refuse(next.signal.reason);
        continue;
      }
      running++;
      next.start();
    }
  }

  function wait(signal: AbortSignal | undefined): Promise<void> {
    return new Promise<void>((start, refuse) => {
      if (queue.length === 0) crowdedSince = undefined;
      queue.push({ since: now(), signal, start, refuse });
      if (queue.length > limits.fair) crowdedSince ??= now();
      const isBurst = crowdedSince === undefined || now() - crowdedSince < limits.burstMs;
      while (queue.length > (isBurst ? limits.waiting : limits.fair)) queue.shift()!.refuse(overloaded());
      if (timer === undefined) expire();
    });
  }

  return {
    run: async (work, signal) => {
      if (running < limits.running) running++;
      else await wait(signal); // whoever starts it has counted it
      try {
        return await work();
      } finally {
        running--;
        startNext();
      }
    },
  };
}

function overloaded(): ClientError {
  return new ClientError('OVERLOADED', 'The server has more to do than it can answer in time. Try again in a moment.');
}
