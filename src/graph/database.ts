import { availableParallelism } from 'node:os';
import neo4j, { type Driver, type QueryResult } from 'neo4j-driver';
import { type ReadStatement } from './transactions/read-consistency.ts';
import { translateDriverError } from './transactions/driver-errors.ts';
import { type MigrationResult, migrate } from './migrations/migrate.ts';
import { type ReadOptions, read, readRows } from './transactions/reading.ts';
import { checkServerVersion } from './server-version.ts';
import { type Sessions, createSessions } from './transactions/sessions.ts';
import { type Tx, toTuples } from './transactions/transaction.ts';
import { type GraphVersion, createVersionCache } from './version-cache.ts';
import { type WriteWork, createWriter } from './transactions/writing.ts';

export { type ReadStatement } from './transactions/read-consistency.ts';
export { type MigrationResult } from './migrations/migrate.ts';
export { type ReadOptions } from './transactions/reading.ts';
export { type Tx } from './transactions/transaction.ts';

/** Where a database is and who asks. */
export interface DatabaseAddress {
  uri: string;
  username: string;
  password: string;
  /** The name of the database on the server; the user's home database when not given. */
  database?: string;
}

/** The graph, as every other room sees it. Its errors are TellableErrors where a person can do something about them. */
export interface Database {
  /**
   * Reads in one transaction, which a cluster may give to any of its members. The answer shows one state of the graph:
   * the work is done again when a commit falls into it, and after errors that may pass.
   */
  read<T>(work: (tx: Tx) => Promise<T>, options?: ReadOptions): Promise<T>;
  /** The rows of a single statement, as tuples: what {@link read} promises, in two thirds of the time. */
  queryRows(statement: ReadStatement, parameters: { [name: string]: unknown }, options?: ReadOptions): Promise<unknown[][]>;
  /**
   * Writes in one transaction, alone: whoever else writes waits. The work may be done more than once, but takes effect
   * once or not at all.
   */
  write<T>(work: WriteWork<T>): Promise<T>;
  /**
   * A word that differs whenever the graph differs. Taken before a read, it may tag the answer: as long as the word stays,
   * so does the answer. It is as old as a poll at most (src/graph/watch.ts), or of this moment when `exact`; writes of this
   * process show at once. Null while a commit goes on.
   */
  version(fresh?: boolean): Promise<string | null>;
  /** Brings constraints, indexes and the stored form up to date; safe when two servers do it at once. */
  migrate(): Promise<MigrationResult>;
  /** Returns when the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Connects, and checks that the server is there, lets us in and is recent enough.
 *
 * @throws TellableError DATABASE_UNAVAILABLE, WRONG_PASSWORD, DATABASE_NOT_FOUND or UNSUPPORTED_NEO4J.
 */
export async function connect(address: DatabaseAddress): Promise<Database> {
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
    const { summary } = await pingServer(createSessions(driver, database));
    checkServerVersion(summary.server.agent ?? '', uri);
  } catch (error) {
    await driver.close();
    throw translateDriverError(error, uri);
  }
  return createDatabase(driver, address);
}

/** The smallest question: it needs the server, the password and the database. */
function pingServer(sessions: Sessions): Promise<QueryResult> {
  return sessions.withSession('READ', (session) => session.run('RETURN 1', {}, { timeout: 20_000 }));
}

function createDatabase(driver: Driver, { uri, database: name }: DatabaseAddress): Database {
  const sessions = createSessions(driver, name);
  const write = createWriter(sessions);
  const versionCache = createVersionCache(() => withClientErrors(readVersion(sessions)));

  const database: Database = {
    read: (work, options) => withClientErrors(read(sessions, work, options)),
    queryRows: (statement, parameters, options) => withClientErrors(readRows(sessions, statement, parameters, options)),
    write: (work) => withClientErrors(write(work).finally(() => versionCache.invalidate())),
    version: (fresh) => versionCache.recentVersion(fresh),
    migrate: () => withClientErrors(migrate(sessions, write)),
    ping: () => withClientErrors(pingServer(sessions).then(() => {})),
    close: () => driver.close(),
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

/** The version as the graph has it at this moment; one that nobody has prepared has none. */
async function readVersion(sessions: Sessions): Promise<GraphVersion> {
  const [row = ['', false]] = await sessions.withSession('READ', (session) =>
    toTuples(session.run(VERSION, {}, { timeout: 20_000 })),
  );
  const [version, stable] = row as [string, boolean];
  return { version, stable };
}

const VERSION = 'MATCH (g:Graph), (c:Commits) RETURN g.instance + "." + c.done, c.begun = c.done';
