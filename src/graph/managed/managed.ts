import { join } from 'node:path';
import { TellableError } from '../../domain/errors.ts';
import { neo4jJars } from './artifacts.ts';
import { archivePath, makeArchive, removeScratch, useArchive } from './class-archive.ts';
import { type Memory, memoryFor } from './configuration.ts';
import { exists } from './exists.ts';
import { type Home, holdHome, homeAt, makePassword, readPassword, removeRun, writeRun } from './home.ts';
import { findJava } from './java.ts';
import { type Installation, type Neo4jProcess, freePort, setInitialPassword, startNeo4j } from './neo4j-process.ts';
import { endOrphans } from './orphans.ts';

/** A Neo4j that ends sooner than this after its start has hardly run; */
const HARDLY_RUN_MS = 60_000;
/** and after so many such runs in a row, starting it again would help nobody. */
const MOST_SHORT_RUNS = 4;

/** A Neo4j that Chancery runs itself. */
export interface ManagedNeo4j {
  uri: string;
  username: string;
  password: string;
  passwordFile: string;
  /** Settles only when Neo4j keeps ending by itself and is given up. */
  lost: Promise<TellableError>;
  /**
   * Makes the next start quicker, by a third of the processor's time; for when nobody waits (class-archive.ts). Rejects
   * where that fails or is broken off by `stop`, which does no harm.
   */
  quickenNextStart(): Promise<void>;
  /** Stops Neo4j and lets go of the home. */
  stop(): Promise<void>;
}

/**
 * Starts the managed Neo4j of a home and keeps it running: when its process ends by itself it is started again, on the
 * same port, so that drivers find it.
 *
 * @param say Told what takes time.
 * @param onRestart Called when Neo4j has been started again.
 * @throws HomeIsHeld when another process uses the home; TellableError where Java, Maven or Neo4j itself is in the way.
 */
export async function startManaged(options: {
  folder: string;
  say: (line: string) => void;
  env?: NodeJS.ProcessEnv;
  memory?: Memory;
  onRestart?: () => void;
}): Promise<ManagedNeo4j> {
  const { say, env = process.env, memory = memoryFor() } = options;
  const home = homeAt(options.folder);
  const letGo = await holdHome(home);
  try {
    await writeRun(home, { pid: null, port: null });
    if ((await endOrphans(home.neo4j)) > 0) say('Ended the Neo4j that an interrupted Chancery had left behind.');
    await removeScratch(home.scratch);
    const java = await findJava(env);
    const jars = await neo4jJars(env, say);
    const archive = archivePath(jars, java.build);
    const installation: Installation = { java, jars, archive, home: home.neo4j, memory, env };

    const password = (await hasData(home)) ? await knownPassword(home) : await prepare(home, installation, say);
    say('Starting Neo4j ...');
    const keeper = await keepRunning(home, installation, say, options.onRestart);
    const stopping = new AbortController();
    let quickening: Promise<void> = Promise.resolve();
    return {
      uri: `bolt://127.0.0.1:${keeper.port}`,
      username: 'neo4j',
      password,
      passwordFile: home.passwordFile,
      lost: keeper.lost,
      quickenNextStart: () => (quickening = makeArchive(installation, home.scratch, stopping.signal)),
      stop: async () => {
        stopping.abort();
        await Promise.all([keeper.stop(), quickening.catch(() => {})]);
        await removeRun(home);
        letGo();
      },
    };
  } catch (error) {
    await removeRun(home);
    letGo();
    throw error;
  }
}

/** Starts Neo4j, and starts it again whenever it ends without being told to. */
async function keepRunning(
  home: Home,
  installation: Installation,
  say: (line: string) => void,
  onRestart: () => void = () => {},
) {
  const port = await freePort();
  let stopping = false;
  let current = await start();
  let giveUp: (error: TellableError) => void;
  const lost = new Promise<TellableError>((resolve) => (giveUp = resolve));
  const watching = watch();

  async function start(): Promise<Neo4jProcess> {
    const started = await startNeo4j(installation, port, useArchive(installation.archive));
    await writeRun(home, { pid: started.pid, port });
    return started;
  }

  async function watch(): Promise<void> {
    for (let shortRuns = 0; ;) {
      const startedAt = Date.now();
      await current.ended;
      if (stopping) return;
      shortRuns = Date.now() - startedAt < HARDLY_RUN_MS ? shortRuns + 1 : 0;
      if (shortRuns === MOST_SHORT_RUNS) return giveUp(keepsEnding(installation));
      say('Neo4j ended unexpectedly; starting it again ...');
      try {
        current = await start();
      } catch (error) {
        return giveUp(error instanceof TellableError ? error : keepsEnding(installation));
      }
      if (stopping) return current.stop();
      say('Neo4j runs again.');
      onRestart();
    }
  }

  return {
    port,
    lost,
    stop: async () => {
      stopping = true;
      await current.stop();
      await watching; // a restart may have been under way
    },
  };
}

function keepsEnding(installation: Installation): TellableError {
  return new TellableError(
    'NEO4J_KEEPS_ENDING',
    `The managed Neo4j keeps ending by itself. Its logs are in ${join(installation.home, 'logs')}.`,
  );
}

/** Makes the password. Its file comes first: a database whose password is lost would be worse than none. */
async function prepare(home: Home, installation: Installation, say: (line: string) => void): Promise<string> {
  say(`Making a database in ${home.folder} ...`);
  const password = (await readPassword(home)) ?? (await makePassword(home));
  await setInitialPassword(installation, password);
  return password;
}

async function knownPassword(home: Home): Promise<string> {
  const password = await readPassword(home);
  if (password !== null) return password;
  throw new TellableError(
    'PASSWORD_FILE_MISSING',
    `There is a database in ${home.folder}, but its password file ${home.passwordFile} is gone. Put the file back, or ` +
      'move the folder away to begin with a new database.',
  );
}

/** Whether Neo4j has ever started here; a first start that was interrupted before that begins anew. */
function hasData(home: Home): Promise<boolean> {
  return exists(join(home.neo4j, 'data', 'databases'));
}
