import neo4j, { type Driver, type ManagedTransaction, type Session } from 'neo4j-driver';
import { isAnswer, isUnavailable } from './driver-errors.ts';

/** Opens sessions and always closes them. */
export interface Sessions {
  /**
   * Runs the work in a new session. All sessions share a bookmark manager, so that each sees every write that this process
   * has committed. When the signal aborts, the session is closed, which stops the running statement.
   */
  withSession<T>(mode: 'READ' | 'WRITE', work: (session: Session) => Promise<T>, signal?: AbortSignal): Promise<T>;
}

/** What the sessions notice of the database (availability.ts). */
export interface ConnectionSigns {
  /** It has answered. */
  answered(): void;
  /** A connection was lost. */
  lost(): void;
}

/** A transaction or a session. */
export type StatementRunner = Pick<ManagedTransaction, 'run'>;

export function createSessions(
  driver: Driver,
  database: string | undefined,
  signs: ConnectionSigns = { answered: () => {}, lost: () => {} },
): Sessions {
  const bookmarkManager = neo4j.bookmarkManager();
  return {
    withSession: async (mode, work, signal) => {
      signal?.throwIfAborted();
      const session = driver.session({ database, defaultAccessMode: mode, bookmarkManager, fetchSize: 2_000 });
      const stop = () => void session.close();
      signal?.addEventListener('abort', stop, { once: true });
      try {
        const result = await work(session);
        signs.answered();
        return result;
      } catch (error) {
        if (isUnavailable(error)) signs.lost();
        else if (isAnswer(error)) signs.answered();
        signal?.throwIfAborted(); // the error then only says that the session was closed
        throw error;
      } finally {
        signal?.removeEventListener('abort', stop);
        const closed = session.close();
        // Closing a read session cannot change the result, so it is not awaited.
        if (mode === 'READ') closed.catch(() => {});
        else await closed;
      }
    },
  };
}
