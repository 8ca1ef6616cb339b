import { availableParallelism } from 'node:os';
import neo4j, { type Driver, type Session } from 'neo4j-driver';
import { tellable } from './errors.ts';
import { migrate, type Migrated } from './migrations/migrate.ts';
import { withRetries } from './retry.ts';
import { checkServerVersion } from './server-version.ts';
import { type Tx, txOn } from './transaction.ts';

export { type Tx } from './transaction.ts';
export { type Migrated } from './migrations/migrate.ts';

/** Where a database is and who asks. */
export interface Address {
  uri: string;
  username: string;
  password: string;
  /** The name of the database on the server; the user's home database when not given. */
  database?: string;
}

export interface ReadOptions {
  /** The database stops the work after this time; 30 seconds when not given. */
  timeoutMs?: number;
  /** Stops the running statement when aborted. */
  signal?: AbortSignal;
}

/** The graph, as every other room sees it. */
export interface Database {
  /** Reads in one transaction that a cluster may give to any of its members. The work may be done more than once. */
  read<T>(work: (tx: Tx) => Promise<T>, options?: ReadOptions): Promise<T>;
  /**
   * Writes in one transaction, alone: whoever else writes waits. The work may be done more than once, but takes effect
   * once or not at all.
   *
   * @param work Given the graph's version that this write makes.
   */
  write<T>(work: (tx: Tx, version: number) => Promise<T>): Promise<T>;
  /** A word that differs whenever the graph differs. Taken before a read, it may tag the answer. */
  version(): Promise<string>;
  /** Brings constraints, indexes and the stored form up to date; safe when two servers do it at once. */
  migrate(): Promise<Migrated>;
  /** Returns when the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

const READ_LIMIT_MS = 30_000;
/** For the largest batch of an import. */
const WRITE_LIMIT_MS = 10 * 60_000;
const LOCK_AND_ADVANCE =
  'MATCH (g:Graph) SET g.locked = true WITH g SET g.version = g.version + 1 REMOVE g.locked RETURN g.version';

/**
 * Connects, and checks that the server is there, lets us in and is recent enough.
 *
 * @throws TellableError DATABASE_UNAVAILABLE, WRONG_PASSWORD, DATABASE_NOT_FOUND or UNSUPPORTED_NEO4J.
 */
export async function connect(address: Address): Promise<Database> {
  const { uri, username, password, database } = address;
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), {
    disableLosslessIntegers: true,
    maxConnectionPoolSize: 4 * Math.max(2, availableParallelism()),
    connectionAcquisitionTimeout: 20_000,
    connectionTimeout: 10_000,
    userAgent: 'chancery',
    telemetryDisabled: true,
    notificationFilter: { minimumSeverityLevel: 'OFF' },
  });
  try {
    checkServerVersion((await driver.getServerInfo({ database })).agent ?? '', uri);
  } catch (error) {
    await driver.close();
    throw tellable(error, uri);
  }
  return databaseOn(driver, address);
}

function databaseOn(driver: Driver, { uri, database }: Address): Database {
  const bookmarkManager = neo4j.bookmarkManager();
  const sessionFor = (defaultAccessMode: 'READ' | 'WRITE') =>
    driver.session({ database, defaultAccessMode, bookmarkManager, fetchSize: 2_000 });
  let lastWrite: Promise<unknown> = Promise.resolve();

  const self: Database = {
    read: (work, { timeoutMs = READ_LIMIT_MS, signal } = {}) =>
      telling(() =>
        withRetries(() => inTransaction(sessionFor('READ'), timeoutMs, work, signal), { limitMs: timeoutMs, signal }),
      ),

    write: (work) => {
      // One at a time in this process too: writers that wait for the lock would else use up the connections of readers.
      const mine = lastWrite.then(() => telling(() => write(work)));
      lastWrite = mine.catch(() => {});
      return mine;
    },

    version: () =>
      self.read(async (tx) => (await tx.rows('MATCH (g:Graph) RETURN g.instance + "." + g.version'))[0]![0] as string),

    migrate: () => telling(() => migrate(driver, self, database)),
    ping: () => telling(async () => void (await driver.getServerInfo({ database }))),
    close: () => driver.close(),
  };

  async function write<T>(work: (tx: Tx, version: number) => Promise<T>): Promise<T> {
    const result = await withRetries(() =>
      inTransaction(sessionFor('WRITE'), WRITE_LIMIT_MS, async (tx) => {
        const [[version] = []] = await tx.rows(LOCK_AND_ADVANCE);
        return work(tx, version as number);
      }),
    );
    // Neo4j gives no snapshots: a reader may have seen half of the commit and tagged it with the version just made.
    await withRetries(() => inTransaction(sessionFor('WRITE'), WRITE_LIMIT_MS, (tx) => tx.rows(LOCK_AND_ADVANCE)));
    return result;
  }

  async function telling<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw tellable(error, uri);
    }
  }

  return self;
}

/** Does the work in one transaction and closes the session; closing it early stops what runs. */
async function inTransaction<T>(
  session: Session,
  timeoutMs: number,
  work: (tx: Tx) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  signal?.throwIfAborted();
  const stop = () => void session.close();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    // Not awaited: the first statement travels together with the beginning.
    const transaction = session.beginTransaction({ timeout: timeoutMs });
    const result = await work(txOn(transaction));
    await transaction.commit();
    return result;
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
    await session.close();
  }
}
