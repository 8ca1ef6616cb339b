import { ClientError } from '../../domain/errors.ts';
import { BEGIN_COMMIT, LOCK_FOR_WRITE, END_COMMIT } from './read-consistency.ts';
import { withRetries } from './retry.ts';
import { type Sessions } from './sessions.ts';
import { type Tx, createTx } from './transaction.ts';

/** What is written: the statements of one transaction. The number is the graph's version that this write makes. */
export type WriteWork<T> = (tx: Tx, version: number) => Promise<T>;

const NOT_PREPARED_MESSAGE =
  'The database has lost the nodes that Chancery keeps for itself; someone may have emptied it. Start Chancery again: it ' +
  'prepares the database anew.';

/** Enough for the largest batch of an import. */
const TIMEOUT_MS = 10 * 60_000;

/** A writer that lets one write after the other have the graph, in this process and, by the lock, in all. */
export function createWriter(sessions: Sessions): <T>(work: WriteWork<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    // Writers that wait for the lock would use up the connections of readers; so they wait here.
    const result = last.then(() => write(sessions, work));
    last = result.catch(() => {});
    return result;
  };
}

async function write<T>(sessions: Sessions, work: WriteWork<T>): Promise<T> {
  /** What attempts have come to whose commit was asked for but not confirmed, by their numbers. */
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
        return unconfirmed.get(earlier)!; // it was committed, and only the confirmation was lost
      }

      const value = await work(tx, number);
      await autoCommit(sessions, BEGIN_COMMIT, number);
      unconfirmed.set(number, value);
      try {
        await transaction.commit();
      } finally {
        // Where even this fails, the next write settles for both.
        await withRetries(() => autoCommit(sessions, END_COMMIT, number)).catch(() => {});
      }
      return value;
    }),
  );
}

/** A small commit of its own. */
function autoCommit(sessions: Sessions, cypher: string, number: number): Promise<unknown> {
  return sessions.withSession('WRITE', (session) => session.run(cypher, { number }));
}
