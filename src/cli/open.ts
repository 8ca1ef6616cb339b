import { setTimeout as sleep } from 'node:timers/promises';
import { type TellableError } from '../domain/errors.ts';
import { type Database, connect } from '../graph/database.ts';
import { HomeIsHeld, homeAt, readPassword, readRun } from '../graph/managed/home.ts';
import { startManaged } from '../graph/managed/managed.ts';
import { isAlive } from '../graph/managed/orphans.ts';
import { type Config } from './config.ts';

/** Prints one line of progress for the person who waits. */
export type Say = (line: string) => void;

/** A database that is ready to be used, and how to be done with it. */
export interface Opened {
  database: Database;
  /** Whether Chancery runs this Neo4j itself. */
  managed: boolean;
  /** Settles when the managed Neo4j keeps ending and is given up; never for an external one. */
  lost: Promise<TellableError>;
  /** Makes the next start of a managed Neo4j quicker, for when nobody waits. */
  quickenNextStart(): Promise<void>;
  /** Closes the connections and stops the managed Neo4j. */
  stop(): Promise<void>;
}

/** A holder that starts its own database is waited for this long; the first start fetches it. */
const HOLDER_LIMIT_MS = 15 * 60_000;

/**
 * Opens the database that the settings ask for, for a process that keeps it: the one at NEO4J_URI, or a managed one that
 * no other process uses. It is migrated.
 *
 * @throws TellableError, among them HomeIsHeld.
 */
export async function openDatabase(config: Config, say: Say): Promise<Opened> {
  if (config.external !== null) return external(config, config.external.uri, say);

  let database: Database | undefined;
  const neo4j = await startManaged({
    folder: config.home,
    say,
    // An answer read while it crashed may be torn, so the start of a database advances the version.
    onRestart: () => void database?.write(() => Promise.resolve()).catch(() => {}),
  });
  try {
    database = await ready(connect(neo4j), say);
  } catch (error) {
    await neo4j.stop();
    throw error;
  }
  const opened = database;
  return {
    database: opened,
    managed: true,
    lost: neo4j.lost,
    quickenNextStart: () => neo4j.quickenNextStart(),
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
export async function openForCommand(config: Config, say: Say): Promise<Opened> {
  try {
    return await openDatabase(config, say);
  } catch (error) {
    if (error instanceof HomeIsHeld) return join(config, say);
    throw error;
  }
}

async function external(config: Config, uri: string, say: Say): Promise<Opened> {
  say(`Connecting to ${uri} ...`);
  const database = await ready(connect(config.external!), say);
  return {
    database,
    managed: false,
    lost: new Promise(() => {}),
    quickenNextStart: () => Promise.resolve(),
    stop: () => database.close(),
  };
}

/** Uses the database that another process runs; it may still be starting. */
async function join(config: Config, say: Say): Promise<Opened> {
  const home = homeAt(config.home);
  for (const deadline = Date.now() + HOLDER_LIMIT_MS; Date.now() < deadline; await sleep(200)) {
    const run = await readRun(home);
    // The holder has ended since, or has just begun and this is what its predecessor wrote.
    if (run === null || !isAlive(run.owner)) return sleep(200).then(() => openForCommand(config, say));
    if (run.port === null) continue;
    say('Using the database that is already running.');
    const address = { uri: `bolt://127.0.0.1:${run.port}`, username: 'neo4j', password: (await readPassword(home))! };
    const database = await ready(connect(address), say);
    return {
      database,
      managed: true,
      lost: new Promise(() => {}),
      quickenNextStart: () => Promise.resolve(),
      stop: () => database.close(),
    };
  }
  throw new HomeIsHeld(home, await readRun(home));
}

async function ready(connecting: Promise<Database>, say: Say): Promise<Database> {
  const database = await connecting;
  try {
    const { applied, needsRebuild } = await database.migrate();
    for (const name of applied) say(`Prepared the database: ${name}.`);
    if (needsRebuild) say('What is new in it has to be worked out once: npm run -s chancery -- rebuild');
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
