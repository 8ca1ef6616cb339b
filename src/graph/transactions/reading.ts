import { setTimeout as sleep } from 'node:timers/promises';
import {
  LOCK_FOR_READ,
  type CommitState,
  READ_COMMIT_STATE,
  type ReadStatement,
  isUnchanged,
  splitCommitState,
  withCommitState,
} from './read-consistency.ts';
import { withRetries } from './retry.ts';
import { type Sessions } from './sessions.ts';
import { type Tx, toTuples, createTx } from './transaction.ts';

export interface ReadOptions {
  /** The database stops the work after this time; 30 seconds when not given. */
  timeoutMs?: number;
  /** Stops the running statement when aborted. */
  signal?: AbortSignal;
  /** True where nobody looks at the answer: then it is read once, whether a commit falls into it or an error may pass. */
  allowTorn?: boolean;
}

const DEFAULT_TIMEOUT_MS = 30_000;
/**
 * How often a read is done when commits keep falling into it, before it makes the writers wait: it does not take long, and
 * beside writers that never rest on a machine that has more to do, ten times were not always enough either.
 */
const MAX_ATTEMPTS = 5;
/** About as long as a commit takes; longer each time, lest reader and writer keep step. */
const PAUSE_MS = 3;

/** An answer, and whether it shows one state of the graph for certain. */
interface ReadAttempt<T> {
  value: T;
  consistent: boolean;
}

/** Does the work in one READ transaction, again where a commit fell into it, and at last while nobody may write. */
export function read<T>(sessions: Sessions, work: (tx: Tx) => Promise<T>, options: ReadOptions = {}): Promise<T> {
  const attempt = (timeout: number) =>
    sessions.withSession(
      'READ',
      async (session) => {
        // Nothing is awaited here, so that the beginning and the first statements travel together.
        const transaction = session.beginTransaction({ timeout });
        const tx = createTx(transaction);
        const before = readCommitState(tx);
        before.catch(() => {}); // the work fails with it
        const value = await work(tx);
        const after = await readCommitState(tx);
        return { value, consistent: isUnchanged(await before, after) };
      },
      options.signal,
    );
  return consistentRead(options, attempt, (timeout) => lockedRead(sessions, work, timeout, options.signal));
}

/** Holds the lock of writers while it reads, and takes back that it did. */
function lockedRead<T>(sessions: Sessions, work: (tx: Tx) => Promise<T>, timeout: number, signal?: AbortSignal) {
  return sessions.withSession(
    'WRITE',
    async (session) => {
      const transaction = session.beginTransaction({ timeout });
      await createTx(transaction).rows(LOCK_FOR_READ);
      const value = await work(createTx(transaction));
      await transaction.rollback();
      return value;
    },
    signal,
  );
}

/** The rows of one statement, in the quickest way there is: without a transaction around it. */
export function readRows(
  sessions: Sessions,
  statement: ReadStatement,
  parameters: { [name: string]: unknown },
  options: ReadOptions = {},
): Promise<unknown[][]> {
  const cypher = withCommitState(statement);
  const rows = (tx: Tx) => tx.rows(statement.cypher, parameters);
  const attempt = (timeout: number) =>
    sessions.withSession(
      'READ',
      async (session) => {
        const result = withoutStackTrace(() => session.run(cypher, parameters, { timeout }));
        const split = splitCommitState(await toTuples(result));
        if (split !== null) return { value: split.rows, consistent: isUnchanged(split.before, split.after) };
        return { value: await read(sessions, rows, options), consistent: true };
      },
      options.signal,
    );
  return consistentRead(options, attempt, (timeout) => lockedRead(sessions, rows, timeout, options.signal));
}

/**
 * The driver takes a stack trace of every result, for the error that it may come to: a twentieth of what a small question costs Node. Here it
 * would be the same for all of them.
 */
function withoutStackTrace<T>(run: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

async function readCommitState(tx: Tx): Promise<CommitState> {
  const rows = await tx.rows(READ_COMMIT_STATE);
  return (rows[0] ?? [0, 0]) as unknown as CommitState; // none before the first migration
}

/** Attempts until nothing was committed meanwhile, at last without anybody committing. */
async function consistentRead<T>(
  options: ReadOptions,
  attempt: (timeoutMs: number) => Promise<ReadAttempt<T>>,
  locked: (timeoutMs: number) => Promise<T>,
): Promise<T> {
  const { timeoutMs = DEFAULT_TIMEOUT_MS, signal, allowTorn = false } = options;
  const retry = <R>(work: (timeoutMs: number) => Promise<R>) =>
    withRetries(() => work(timeoutMs), { limitMs: allowTorn ? 0 : timeoutMs, signal });
  for (let attempts = 1; attempts <= MAX_ATTEMPTS; attempts++) {
    const result = await retry(attempt);
    if (result.consistent || allowTorn) return result.value;
    await sleep(PAUSE_MS * attempts, undefined, { signal });
  }
  return retry(locked);
}
