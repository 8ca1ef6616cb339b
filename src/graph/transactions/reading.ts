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
import { PATIENCE_MS, withRetries } from './retry.ts';
import { type Sessions } from './sessions.ts';
import { type Tx, toTuples, createTx } from './transaction.ts';

export interface ReadOptions {
  /** The transaction timeout; 30 seconds by default. */
  timeoutMs?: number;
  /** Stops the running statement when aborted. */
  signal?: AbortSignal;
  /** How long to wait for a database that is unavailable; a minute by default. */
  patienceMs?: number;
  /** Accept a torn read and do not retry; for warm-up reads whose result is not used. */
  allowTorn?: boolean;
}

const DEFAULT_TIMEOUT_MS = 30_000;
/**
 * How often a read is attempted before it locks out writers. More attempts do not help much: beside continuous writers on a
 * busy machine, even ten were not always enough, and the lock is held only briefly.
 */
const MAX_ATTEMPTS = 5;
/** About the duration of a commit; increased with each attempt, so that reader and writer do not stay in step. */
const PAUSE_MS = 3;

/** A result, and whether no commit happened while it was read. */
interface ReadAttempt<T> {
  value: T;
  consistent: boolean;
}

/** Reads in one READ transaction, repeated if a commit happened during it; the last attempt locks out writers. */
export function read<T>(sessions: Sessions, work: (tx: Tx) => Promise<T>, options: ReadOptions = {}): Promise<T> {
  const attempt = (timeout: number) =>
    sessions.withSession(
      'READ',
      async (session) => {
        // Not awaited, so that BEGIN and the first statements are sent together.
        const transaction = session.beginTransaction({ timeout });
        const tx = createTx(transaction);
        const before = readCommitState(tx);
        before.catch(() => {}); // the work fails with the same error
        const value = await work(tx);
        const after = await readCommitState(tx);
        return { value, consistent: isUnchanged(await before, after) };
      },
      options.signal,
    );
  return consistentRead(options, attempt, (timeout) => lockedRead(sessions, work, timeout, options.signal));
}

/** Reads while holding the write lock, then rolls back. */
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

/** The rows of one statement as an auto-commit query, which is faster than a transaction. */
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
 * The driver captures a stack trace for every result, in case of an error: 5% of Node's time for a small query. It is not useful
 * here because it is the same for all queries.
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
  return (rows[0] ?? [0, 0]) as unknown as CommitState; // missing before the first migration
}

/** Repeats the attempt until it is consistent, at last with writers locked out. */
async function consistentRead<T>(
  options: ReadOptions,
  attempt: (timeoutMs: number) => Promise<ReadAttempt<T>>,
  locked: (timeoutMs: number) => Promise<T>,
): Promise<T> {
  const { timeoutMs = DEFAULT_TIMEOUT_MS, patienceMs = PATIENCE_MS, signal, allowTorn = false } = options;
  const retry = <R>(work: (timeoutMs: number) => Promise<R>) =>
    withRetries(() => work(timeoutMs), { limitMs: allowTorn ? 0 : timeoutMs, patienceMs: () => patienceMs, signal });
  for (let attempts = 1; attempts <= MAX_ATTEMPTS; attempts++) {
    const result = await retry(attempt);
    if (result.consistent || allowTorn) return result.value;
    await sleep(PAUSE_MS * attempts, undefined, { signal });
  }
  return retry(locked);
}
