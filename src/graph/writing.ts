import { TellableError } from '../domain/errors.ts';
import { ANNOUNCE, LOCK, SETTLE } from './commits.ts';
import { withRetries } from './retry.ts';
import { type Sessions } from './sessions.ts';
import { type Tx, txOn } from './transaction.ts';

/** What is written: the statements of one transaction. The number is the graph's version that this write makes. */
export type WriteWork<T> = (tx: Tx, version: number) => Promise<T>;

const NOT_PREPARED =
  'The database has lost the nodes that Chancery keeps for itself; someone may have emptied it. Start Chancery again: it ' +
  'prepares the database anew.';

/** Enough for the largest batch of an import. */
const LIMIT_MS = 10 * 60_000;

/** A writer that lets one write after the other have the graph, in this process and, by the lock, in all. */
export function writerOn(sessions: Sessions): <T>(work: WriteWork<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    // Writers that wait for the lock would use up the connections of readers; so they wait here.
    const mine = last.then(() => write(sessions, work));
    last = mine.catch(() => {});
    return mine;
  };
}

async function write<T>(sessions: Sessions, work: WriteWork<T>): Promise<T> {
  /** What attempts have come to whose commit was asked for but not confirmed, by their numbers. */
  const unconfirmed = new Map<number, T>();

  return withRetries(() =>
    sessions.within('WRITE', async (session) => {
      const transaction = session.beginTransaction({ timeout: LIMIT_MS });
      const tx = txOn(transaction);
      const [locked] = (await tx.rows(LOCK)) as [number: number, recent: number[]][];
      if (locked === undefined) throw new TellableError('NOT_PREPARED', NOT_PREPARED);
      const [number, recent] = locked;

      const earlier = recent.find((past) => unconfirmed.has(past));
      if (earlier !== undefined) {
        await transaction.rollback();
        return unconfirmed.get(earlier)!; // it was committed, and only the confirmation was lost
      }

      const value = await work(tx, number);
      await single(sessions, ANNOUNCE, number);
      unconfirmed.set(number, value);
      try {
        await transaction.commit();
      } finally {
        // Where even this fails, the next write settles for both.
        await withRetries(() => single(sessions, SETTLE, number)).catch(() => {});
      }
      return value;
    }),
  );
}

/** A small commit of its own. */
function single(sessions: Sessions, cypher: string, number: number): Promise<unknown> {
  return sessions.within('WRITE', (session) => session.run(cypher, { number }));
}
