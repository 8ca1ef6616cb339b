import { setTimeout as sleep } from 'node:timers/promises';
import { LOCK_ONLY, type Moment, READ_MOMENT, type Statement, isStill, splitMoments, withMoments } from './commits.ts';
import { withRetries } from './retry.ts';
import { type Sessions } from './sessions.ts';
import { type Tx, rowsOf, txOn } from './transaction.ts';

export interface ReadOptions {
  /** The database stops the work after this time; 30 seconds when not given. */
  timeoutMs?: number;
  /** Stops the running statement when aborted. */
  signal?: AbortSignal;
  /** True where nobody looks at the answer: then it is read once, whether a commit falls into it or an error may pass. */
  anyState?: boolean;
}

const LIMIT_MS = 30_000;
/**
 * How often a read is done when commits keep falling into it, before it makes the writers wait: it does not take long, and
 * beside writers that never rest on a machine that has more to do, ten times were not always enough either.
 */
const ATTEMPTS = 5;
/** About as long as a commit takes; longer each time, lest reader and writer keep step. */
const PAUSE_MS = 3;

/** An answer, and whether it shows one state of the graph for certain. */
interface Seen<T> {
  value: T;
  still: boolean;
}

/** Does the work in one READ transaction, again where a commit fell into it, and at last while nobody may write. */
export function read<T>(sessions: Sessions, work: (tx: Tx) => Promise<T>, options: ReadOptions = {}): Promise<T> {
  const attempt = (timeout: number) =>
    sessions.within(
      'READ',
      async (session) => {
        // Nothing is awaited here, so that the beginning and the first statements travel together.
        const transaction = session.beginTransaction({ timeout });
        const tx = txOn(transaction);
        const before = moment(tx);
        before.catch(() => {}); // the work fails with it
        const value = await work(tx);
        const after = await moment(tx);
        return { value, still: isStill(await before, after) };
      },
      options.signal,
    );
  return stillRead(options, attempt, (timeout) => readAlone(sessions, work, timeout, options.signal));
}

/** Holds the lock of writers while it reads, and takes back that it did. */
function readAlone<T>(sessions: Sessions, work: (tx: Tx) => Promise<T>, timeout: number, signal?: AbortSignal) {
  return sessions.within(
    'WRITE',
    async (session) => {
      const transaction = session.beginTransaction({ timeout });
      await txOn(transaction).rows(LOCK_ONLY);
      const value = await work(txOn(transaction));
      await transaction.rollback();
      return value;
    },
    signal,
  );
}

/** The rows of one statement, in the quickest way there is: without a transaction around it. */
export function readRows(
  sessions: Sessions,
  statement: Statement,
  parameters: { [name: string]: unknown },
  options: ReadOptions = {},
): Promise<unknown[][]> {
  const cypher = withMoments(statement);
  const rows = (tx: Tx) => tx.rows(statement.cypher, parameters);
  const attempt = (timeout: number) =>
    sessions.within(
      'READ',
      async (session) => {
        const result = untraced(() => session.run(cypher, parameters, { timeout }));
        const split = splitMoments(await rowsOf(result));
        if (split !== null) return { value: split.rows, still: isStill(split.before, split.after) };
        return { value: await read(sessions, rows, options), still: true };
      },
      options.signal,
    );
  return stillRead(options, attempt, (timeout) => readAlone(sessions, rows, timeout, options.signal));
}

/**
 * The driver takes a stack trace of every result, for the error that it may come to: a twentieth of what a small question costs Node. Here it
 * would be the same for all of them.
 */
function untraced<T>(run: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

async function moment(tx: Tx): Promise<Moment> {
  const rows = await tx.rows(READ_MOMENT);
  return (rows[0] ?? [0, 0]) as unknown as Moment; // none before the first migration
}

/** Attempts until nothing was committed meanwhile, at last without anybody committing. */
async function stillRead<T>(
  options: ReadOptions,
  attempt: (timeoutMs: number) => Promise<Seen<T>>,
  alone: (timeoutMs: number) => Promise<T>,
): Promise<T> {
  const { timeoutMs = LIMIT_MS, signal, anyState = false } = options;
  const retried = <R>(work: (timeoutMs: number) => Promise<R>) =>
    withRetries(() => work(timeoutMs), { limitMs: anyState ? 0 : timeoutMs, signal });
  for (let done = 1; done <= ATTEMPTS; done++) {
    const seen = await retried(attempt);
    if (seen.still || anyState) return seen.value;
    await sleep(PAUSE_MS * done, undefined, { signal });
  }
  return retried(alone);
}
