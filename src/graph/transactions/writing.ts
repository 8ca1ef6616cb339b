import { ClientError } from '../../domain/errors.ts';
import { BEGIN_COMMIT, LOCK_FOR_WRITE, END_COMMIT } from './read-consistency.ts';
import { PATIENCE_MS, withRetries } from './retry.ts';
import { type Sessions } from './sessions.ts';
import { together } from './together.ts';
import { type Tx, createTx } from './transaction.ts';

/** The statements of one write transaction. `version` is the graph version that it creates, `asked` what was asked ahead. */
export type WriteWork<T, A = void> = (tx: Tx, version: number, asked: A) => Promise<T>;

/** Look-ups that are sent together with the lock, and see what whoever holds it sees. */
export type AskAhead<A> = (tx: Tx) => Promise<A>;

/** A write, as its caller and the writer see it while it goes on. */
export interface WriteAttempt {
  /** How long to wait for a database that is unavailable. */
  patienceMs: number;
  /** Set by the caller, who has stopped waiting: what is not committed yet will not be. */
  isGivenUp: boolean;
  /** Set by the writer: from here on the write may take effect. */
  isCommitting: boolean;
}

/** What a write begins with. */
export const newAttempt = (patienceMs = PATIENCE_MS): WriteAttempt => ({
  patienceMs,
  isGivenUp: false,
  isCommitting: false,
});

const NOT_PREPARED_MESSAGE =
  'The nodes that Chancery keeps for itself are missing; the database may have been emptied. Restart Chancery to prepare the ' +
  'database again.';

/** Enough for the export of millions of rows, and for those who wait until it is done. */
const TIMEOUT_MS = 60 * 60_000;

export type Writer = <T, A = void>(work: WriteWork<T, A>, ahead?: AskAhead<A>, attempt?: WriteAttempt) => Promise<T>;

/** A writer that serializes writes: in this process by a queue, across processes by the write lock. */
export function createWriter(sessions: Sessions): Writer {
  let last: Promise<unknown> = Promise.resolve();
  return (work, ahead, attempt = newAttempt()) => {
    // Waiting for the lock in the database would take connections from readers.
    const result = last.then(() => write(sessions, work, ahead, attempt));
    last = result.catch(() => {});
    return result;
  };
}

async function write<T, A>(
  sessions: Sessions,
  work: WriteWork<T, A>,
  ahead: AskAhead<A> | undefined,
  attempt: WriteAttempt,
): Promise<T> {
  /** Results of transactions whose commit was sent but not confirmed, by number. */
  const unconfirmed = new Map<number, T>();
  // Only a commit that may have taken effect is worth finding out about when nobody waits.
  const patienceMs = () => (unconfirmed.size > 0 ? PATIENCE_MS : attempt.patienceMs);
  const stopIfGivenUp = () => {
    if (attempt.isGivenUp && unconfirmed.size === 0) throw new Error('The write was given up before its commit.');
  };

  const writeOnce = () =>
    sessions.withSession('WRITE', async (session) => {
      stopIfGivenUp();
      const transaction = session.beginTransaction({ timeout: TIMEOUT_MS });
      const tx = createTx(transaction);
      const [[locked], asked] = await together([
        tx.rows(LOCK_FOR_WRITE) as Promise<[number: number, recent: number[]][]>,
        ahead?.(tx),
      ]);
      if (locked === undefined) throw new ClientError('NOT_PREPARED', NOT_PREPARED_MESSAGE);
      const [number, recent] = locked;

      const earlier = recent.find((number) => unconfirmed.has(number));
      if (earlier !== undefined) {
        await transaction.rollback();
        return unconfirmed.get(earlier)!; // it was committed, only the confirmation was lost
      }
      unconfirmed.clear(); // they were not committed, or the lock would still be held
      stopIfGivenUp();

      const value = await work(tx, number, asked as A);
      stopIfGivenUp();
      attempt.isCommitting = true;
      await autoCommit(sessions, BEGIN_COMMIT, number);
      unconfirmed.set(number, value);
      try {
        await transaction.commit();
      } finally {
        // If this fails too, the next write sets `done` for both.
        await withRetries(() => autoCommit(sessions, END_COMMIT, number)).catch(() => {});
      }
      return value;
    });
  return withRetries(writeOnce, { patienceMs });
}

/** Runs a statement in a transaction of its own. */
function autoCommit(sessions: Sessions, cypher: string, number: number): Promise<unknown> {
  return sessions.withSession('WRITE', (session) => session.run(cypher, { number }));
}
