import neo4j, { type Driver, type ManagedTransaction, type Session } from 'neo4j-driver';

/** How sessions are opened, and closed whatever happens. */
export interface Sessions {
  /**
   * Does the work in a session of its own, through the bookmarks that all sessions of the driver share, so that it sees
   * every write that was acknowledged here. When the signal aborts, closing the session stops the running statement.
   */
  withSession<T>(mode: 'READ' | 'WRITE', work: (session: Session) => Promise<T>, signal?: AbortSignal): Promise<T>;
}

/** What can run statements: a transaction, or a session by itself. */
export type StatementRunner = Pick<ManagedTransaction, 'run'>;

export function createSessions(driver: Driver, database: string | undefined): Sessions {
  const bookmarkManager = neo4j.bookmarkManager();
  return {
    withSession: async (mode, work, signal) => {
      signal?.throwIfAborted();
      const session = driver.session({ database, defaultAccessMode: mode, bookmarkManager, fetchSize: 2_000 });
      const stop = () => void session.close();
      signal?.addEventListener('abort', stop, { once: true });
      try {
        return await work(session);
      } catch (error) {
        signal?.throwIfAborted(); // the error is then only that of the session that was closed under it
        throw error;
      } finally {
        signal?.removeEventListener('abort', stop);
        const closed = session.close();
        // What a reading transaction comes to changes no answer, so nobody waits for its end.
        if (mode === 'READ') closed.catch(() => {});
        else await closed;
      }
    },
  };
}
