import { setTimeout as sleep } from 'node:timers/promises';
import { type ClientError } from '../../domain/errors.ts';
import { type Database, connect } from '../../graph/database.ts';
import { HomeLocked, resolveHome, readPassword, readRun } from '../../graph/managed/home.ts';
import { startManaged } from '../../graph/managed/managed.ts';
import { isAlive } from '../../graph/managed/orphans.ts';
import { type Config } from './config.ts';

/** Prints one line of progress for the person who waits. */
export type PrintLine = (line: string) => void;

/** A database that is ready to be used, and how to be done with it. */
export interface OpenDatabase {
  database: Database;
  /** Whether Chancery runs this Neo4j itself. */
  managed: boolean;
  /** Settles when the managed Neo4j keeps ending and is given up; never for an external one. */
  crashed: Promise<ClientError>;
  /** Makes the next start of a managed Neo4j quicker, for when nobody waits. */
  prepareFastStart(): Promise<void>;
  /** Closes the connections and stops the managed Neo4j. */
  stop(): Promise<void>;
}

/** A holder that starts its own database is waited for this long; the first start fetches it. */
const ATTACH_TIMEOUT_MS = 15 * 60_000;

/**
 * Opens the database that the settings ask for, for a process that keeps it: the one at NEO4J_URI, or a managed one that
 * no other process uses. It is migrated.
 *
 * @throws TellableError, among them HomeIsHeld.
 */
export async function openDatabase(config: Config, print: PrintLine): Promise<OpenDatabase> {
  if (config.external !== null) return openExternal(config, config.external.uri, print);

  let database: Database | undefined;
  const neo4j = await startManaged({
    folder: config.home,
    onProgress: print,
    // An answer read while it crashed may be torn, so the start of a database advances the version.
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
 * Opens the database for a command: as {@link openDatabase} does, but where another Chancery already runs the managed one,
 * that one is used and left running.
 */
export async function openForCommand(config: Config, print: PrintLine): Promise<OpenDatabase> {
  try {
    return await openDatabase(config, print);
  } catch (error) {
    if (error instanceof HomeLocked) return attach(config, print);
    throw error;
  }
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

/** Uses the database that another process runs; it may still be starting. */
async function attach(config: Config, print: PrintLine): Promise<OpenDatabase> {
  const home = resolveHome(config.home);
  for (const deadline = Date.now() + ATTACH_TIMEOUT_MS; Date.now() < deadline; await sleep(200)) {
    const run = await readRun(home);
    // The holder has ended since, or has just begun and this is what its predecessor wrote.
    if (run === null || !isAlive(run.owner)) return sleep(200).then(() => openForCommand(config, print));
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
    for (const name of applied) print(`Prepared the database: ${name}.`);
    if (needsRebuild) print('What is new in it has to be worked out once: npm run -s chancery -- rebuild');
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
