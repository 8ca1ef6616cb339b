import { setTimeout as sleep } from 'node:timers/promises';
import { ClientError } from '../../domain/errors.ts';
import { type Database, connect } from '../../graph/database.ts';
import { type Home, HomeLocked, hasDatabase, resolveHome, readPassword, readRun } from '../../graph/managed/home.ts';
import { startManaged } from '../../graph/managed/managed.ts';
import { isAlive } from '../../graph/managed/orphans.ts';
import { type Config } from './config.ts';

/** Prints one line of progress. */
export type PrintLine = (line: string) => void;

/** A database that is connected and migrated, and how to close it. */
export interface OpenDatabase {
  database: Database;
  /** Whether this is a Neo4j that Chancery runs. */
  managed: boolean;
  /** Resolves when the managed Neo4j keeps crashing and is not restarted again; never for an external one. */
  crashed: Promise<ClientError>;
  /** Makes the next start of the managed Neo4j faster; to be called when there is nothing else to do. */
  prepareFastStart(): Promise<void>;
  /** Closes the connections and stops the managed Neo4j. */
  stop(): Promise<void>;
}

/** How long to wait for a database that another process is starting; the first start downloads Neo4j. */
const ATTACH_TIMEOUT_MS = 15 * 60_000;

/**
 * Opens and migrates the database of the settings: the one at NEO4J_URI, or a managed one, which this process then owns.
 *
 * @throws ClientError, among them HomeLocked when another process owns the managed database.
 */
export async function openDatabase(
  config: Config,
  print: PrintLine,
  { lockTimeoutMs }: { lockTimeoutMs?: number } = {},
): Promise<OpenDatabase> {
  if (config.external !== null) return openExternal(config, config.external.uri, print);

  let database: Database | undefined;
  const neo4j = await startManaged({
    folder: config.home,
    onProgress: print,
    lockTimeoutMs,
    // A response read during the crash may be torn; a new version invalidates it.
    onRestart: () => void database?.write(() => Promise.resolve()).catch(() => {}),
  });
  try {
    database = await openMigrated(connect(neo4j), print);
  } catch (error) {
    await neo4j.stop();
    throw error;
  }
  const opened = database;
  return {
    database: opened,
    managed: true,
    crashed: neo4j.crashed,
    prepareFastStart: () => neo4j.prepareFastStart(),
    stop: async () => {
      await opened.close();
      await neo4j.stop();
    },
  };
}

/**
 * Opens the database for a command: like {@link openDatabase}, but if another process already runs the managed database, that one is
 * used, and left running.
 *
 * @param creates Whether the command creates a managed database that does not exist. For any other, an empty one would be the wrong
 *   answer to a mistyped CHANCERY_HOME.
 * @throws ClientError NO_DATABASE if there is none and the command creates none.
 */
export async function openForCommand(
  config: Config,
  print: PrintLine,
  { creates = false }: { creates?: boolean } = {},
): Promise<OpenDatabase> {
  if (config.external === null && !creates) await requireDatabase(resolveHome(config.home));
  try {
    return await openDatabase(config, print, { lockTimeoutMs: 0 });
  } catch (error) {
    if (error instanceof HomeLocked) return attach(config, print);
    throw error;
  }
}

async function requireDatabase(home: Home): Promise<void> {
  if (await hasDatabase(home)) return;
  const run = await readRun(home);
  if (run !== null && isAlive(run.owner)) return; // it is being created
  throw new ClientError(
    'NO_DATABASE',
    `There is no database in ${home.folder}. If yours is elsewhere, set CHANCERY_HOME to its folder. To create one, run npm start, ` +
      'or import into it: npm run -s chancery -- import FILE',
  );
}

async function openExternal(config: Config, uri: string, print: PrintLine): Promise<OpenDatabase> {
  print(`Connecting to ${uri} ...`);
  const database = await openMigrated(connect(config.external!), print);
  return {
    database,
    managed: false,
    crashed: new Promise(() => {}),
    prepareFastStart: () => Promise.resolve(),
    stop: () => database.close(),
  };
}

/** Connects to the managed database of another process, which may still be starting. */
async function attach(config: Config, print: PrintLine): Promise<OpenDatabase> {
  const home = resolveHome(config.home);
  for (const deadline = Date.now() + ATTACH_TIMEOUT_MS; Date.now() < deadline; await sleep(200)) {
    const run = await readRun(home);
    // The owner has ended, or has just started and this is its predecessor's file.
    if (run === null || !isAlive(run.owner))
      return sleep(200).then(() => openForCommand(config, print, { creates: true }));
    if (run.port === null) continue;
    print('Using the database that is already running.');
    const address = { uri: `bolt://127.0.0.1:${run.port}`, username: 'neo4j', password: (await readPassword(home))! };
    const database = await openMigrated(connect(address), print);
    return {
      database,
      managed: true,
      crashed: new Promise(() => {}),
      prepareFastStart: () => Promise.resolve(),
      stop: () => database.close(),
    };
  }
  throw new HomeLocked(home, await readRun(home));
}

async function openMigrated(connecting: Promise<Database>, print: PrintLine): Promise<Database> {
  const database = await connecting;
  try {
    const { applied, needsRebuild } = await database.migrate();
    for (const name of applied) print(`Migrated the database: ${name}.`);
    if (needsRebuild) print('The new version derives more data. Run once: npm run -s chancery -- rebuild');
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
