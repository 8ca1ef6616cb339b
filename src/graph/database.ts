import { availableParallelism } from 'node:os';
import neo4j, { type Config, type Driver, type QueryResult } from 'neo4j-driver';
import { ClientError } from '../domain/errors.ts';
import { createAvailability } from './availability.ts';
import { createPing } from './ping.ts';
import { type ReadStatement } from './transactions/read-consistency.ts';
import { translateDriverError } from './transactions/driver-errors.ts';
import { type MigrationResult, migrate } from './migrations/migrate.ts';
import { type ReadOptions, read, readRows } from './transactions/reading.ts';
import { checkServerVersion } from './server-version.ts';
import { type Sessions, createSessions } from './transactions/sessions.ts';
import { type Tx, toTuples } from './transactions/transaction.ts';
import { type GraphVersion, createVersionCache } from './version-cache.ts';
import { SHORT_PATIENCE_MS } from './transactions/retry.ts';
import { type AskAhead, type WriteWork, createWriter, newAttempt } from './transactions/writing.ts';

export { type ReadStatement } from './transactions/read-consistency.ts';
export { type MigrationResult } from './migrations/migrate.ts';
export { type ReadOptions } from './transactions/reading.ts';
export { type Tx } from './transactions/transaction.ts';

/** The address of a database and the credentials for it. */
export interface DatabaseAddress {
  uri: string;
  username: string;
  password: string;
  /** The name of the database on the server; the user's home database by default. */
  database?: string;
}

/**
 * The graph, as all other modules use it. Errors that a user can do something about are ClientErrors. While the database is unavailable,
 * reads and writes wait for it for up to a minute, which is long enough for a restart; see {@link Database.impatient}.
 */
export interface Database {
  /**
   * Reads in one transaction, which a cluster may route to any member. The result shows one state of the graph: the work is
   * repeated if a commit happens during it, and after transient errors.
   */
  read<T>(work: (tx: Tx) => Promise<T>, options?: ReadOptions): Promise<T>;
  /** The rows of a single statement as tuples, with the guarantees of {@link read} in two thirds of the time. */
  queryRows(
    statement: ReadStatement,
    parameters: { [name: string]: unknown },
    options?: ReadOptions,
  ): Promise<unknown[][]>;
  /**
   * Writes in one transaction; other writers wait. The work may run more than once, but takes effect once or not at all.
   *
   * @param ahead What the work needs to know first; it is asked together with the lock.
   */
  write<T, A = void>(work: WriteWork<T, A>, ahead?: AskAhead<A>): Promise<T>;
  /**
   * A string that changes with every change of the graph. Taken before a read, it can tag the result (ETag): the result is
   * valid as long as the version is the same. It may be slightly outdated (version-cache.ts) unless `fresh`; writes of this
   * process are always seen. Null while a commit is in progress.
   */
  version(fresh?: boolean): Promise<string | null>;
  /** Applies pending migrations; safe if two servers do it at once. */
  migrate(): Promise<MigrationResult>;
  /** Resolves when the database responds, on a connection that no query uses. */
  ping(): Promise<void>;
  /**
   * The same graph for callers who would rather be told than wait: while the database is unavailable, everything rejects with
   * DATABASE_UNAVAILABLE, and what is running when it becomes so within a second. A write whose commit was sent by then goes on, and its
   * error has `mayTakeEffect`; any other has no effect.
   */
  impatient(): Database;
  close(): Promise<void>;
}

/** The part of it that reads. */
export type Reads = Pick<Database, 'read' | 'queryRows'>;

/**
 * Connects, and checks that the server responds, accepts the credentials and has a supported version.
 *
 * @throws ClientError DATABASE_UNAVAILABLE, WRONG_PASSWORD, DATABASE_NOT_FOUND or UNSUPPORTED_NEO4J.
 */
export async function connect(address: DatabaseAddress): Promise<Database> {
  const { uri, username, password, database } = address;
  const openDriver = (config: Config) =>
    neo4j.driver(uri, neo4j.auth.basic(username, password), { ...DRIVER_CONFIG, ...config });
  const driver = openDriver({});
  try {
    const { summary } = await pingServer(createSessions(driver, database));
    checkServerVersion(summary.server.agent ?? '', uri);
  } catch (error) {
    await driver.close();
    throw translateDriverError(error, uri);
  }
  return createDatabase(driver, openDriver, address);
}

/** Connections that one {@link Database} opens at most, beside the one for pings. */
export const MAX_CONNECTIONS = 4 * Math.max(2, availableParallelism());

const DRIVER_CONFIG: Config = {
  disableLosslessIntegers: true,
  maxConnectionPoolSize: MAX_CONNECTIONS,
  connectionAcquisitionTimeout: 20_000,
  connectionTimeout: 10_000,
  userAgent: 'chancery',
  telemetryDisabled: true,
  notificationFilter: { minimumSeverityLevel: 'OFF' },
};

/** The smallest query that needs the server, the credentials and the database. */
function pingServer(sessions: Sessions): Promise<QueryResult> {
  return sessions.withSession('READ', (session) => session.run('RETURN 1', {}, { timeout: 20_000 }));
}

function createDatabase(
  driver: Driver,
  openDriver: (config: Config) => Driver,
  { uri, database: name }: DatabaseAddress,
): Database {
  const ping = createPing(openDriver, (own) => pingServer(createSessions(own, name)).then(() => {}));
  const availability = createAvailability({ ping: () => ping.ping(), unavailable: () => unavailable(uri) });
  const sessions = createSessions(driver, name, availability);
  const write = createWriter(sessions);
  const versionCache = createVersionCache(() => availability.guard(() => withClientErrors(readVersion(sessions))));

  const database: Database = {
    read: (work, options) => withClientErrors(read(sessions, work, options)),
    queryRows: (statement, parameters, options) => withClientErrors(readRows(sessions, statement, parameters, options)),
    write: (work, ahead) => withClientErrors(write(work, ahead).finally(() => versionCache.invalidate())),
    version: (fresh) => versionCache.recentVersion(fresh),
    migrate: () => withClientErrors(migrate(sessions, write)),
    ping: () => withClientErrors(availability.guard(() => ping.ping())),
    impatient: () => ({ ...database, ...impatient }),
    close: async () => {
      availability.close();
      await Promise.all([driver.close(), ping.close()]);
    },
  };

  const SHORT = { patienceMs: SHORT_PATIENCE_MS };
  const impatient: Partial<Database> = {
    read: (work, options) => availability.guard(() => database.read(work, { ...options, ...SHORT })),
    queryRows: (statement, parameters, options) =>
      availability.guard(() => database.queryRows(statement, parameters, { ...options, ...SHORT })),
    write: (work, ahead) => {
      const attempt = newAttempt(SHORT_PATIENCE_MS);
      return availability.guard(
        () => withClientErrors(write(work, ahead, attempt).finally(() => versionCache.invalidate())),
        () => {
          attempt.isGivenUp = true;
          return unavailable(uri, attempt.isCommitting ? { mayTakeEffect: true } : {});
        },
      );
    },
  };

  async function withClientErrors<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      throw translateDriverError(error, uri);
    }
  }

  return database;
}

function unavailable(uri: string, details: Record<string, unknown> = {}): ClientError {
  return new ClientError('DATABASE_UNAVAILABLE', `The database at ${uri} does not answer.`, details);
}

/** Reads the version from the graph; it is empty before the first migration. */
async function readVersion(sessions: Sessions): Promise<GraphVersion> {
  const [row = ['', false]] = await sessions.withSession('READ', (session) =>
    toTuples(session.run(VERSION, {}, { timeout: 20_000 })),
  );
  const [version, stable] = row as [string, boolean];
  return { version, stable };
}

const VERSION = 'MATCH (g:Graph), (c:Commits) RETURN g.instance + "." + c.done, c.begun = c.done';
