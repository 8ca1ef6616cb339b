import { ClientError } from '../../domain/errors.ts';
import { BEGIN_COMMIT, LOCK_FOR_WRITE, END_COMMIT } from './read-consistency.ts';
import { withRetries } from './retry.ts';
import { type Sessions } from './sessions.ts';
import { type Tx, createTx } from './transaction.ts';

/** The statements of one write transaction. `version` is the graph version that it creates. */
export type WriteWork<T> = (tx: Tx, version: number) => Promise<T>;

const NOT_PREPARED_MESSAGE =
  'The nodes that Chancery keeps for itself are missing; the database may have been emptied. Restart Chancery to prepare the ' +
  'database again.';

/** Enough for the largest batch of an import. */
const TIMEOUT_MS = 10 * 60_000;

/** A writer that serializes writes: in this process by a queue, across processes by the write lock. */
export function createWriter(sessions: Sessions): <T>(work: WriteWork<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    // Waiting for the lock in the database would take connections from readers.
    const result = last.then(() => write(sessions, work));
    last = result.catch(() => {});
    return result;
  };
}

async function write<T>(sessions: Sessions, work: WriteWork<T>): Promise<T> {
  /** Results of attempts whose commit was sent but not confirmed, by number. */
  const unconfirmed = new Map<number, T>();

  return withRetries(() =>
    sessions.withSession('WRITE', async (session) => {
      const transaction = session.beginTransaction({ timeout: TIMEOUT_MS });
      const tx = createTx(transaction);
      const [locked] = (await tx.rows(LOCK_FOR_WRITE)) as [number: number, recent: number[]][];
      if (locked === undefined) throw new ClientError('NOT_PREPARED', NOT_PREPARED_MESSAGE);
      const [number, recent] = locked;

      const earlier = recent.find((number) => unconfirmed.has(number));
      if (earlier !== undefined) {
        await transaction.rollback();
        return unconfirmed.get(earlier)!; // it was committed, only the confirmation was lost
      }

      const value = await work(tx, number);
      await autoCommit(sessions, BEGIN_COMMIT, number);
      unconfirmed.set(number, value);
      try {
        await transaction.commit();
      } finally {
        // If this fails too, the next write sets `done` for both.
        await withRetries(() => autoCommit(sessions, END_COMMIT, number)).catch(() => {});
      }
      return value;
    }),
  );
}

/** Runs a statement in a transaction of its own. */
function autoCommit(sessions: Sessions, cypher: string, number: number): Promise<unknown> {
  return sessions.withSession('WRITE', (session) => session.run(cypher, { number }));
}
