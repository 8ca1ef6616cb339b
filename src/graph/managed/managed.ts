import { join } from 'node:path';
import { ClientError } from '../../domain/errors.ts';
import { ensureNeo4jJars } from './artifacts.ts';
import { cdsArchivePath, createCdsArchive, removeScratch, cdsOptions } from './cds-archive.ts';
import { type Memory, type Neo4jSettings, memoryFor } from './configuration.ts';
import {
  type Home,
  hasDatabase,
  lockHome,
  resolveHome,
  makePassword,
  readPassword,
  removeRun,
  writeRun,
} from './home.ts';
import { findJava } from './java.ts';
import { type Installation, type Neo4jProcess, findFreePort, setInitialPassword, startNeo4j } from './neo4j-process.ts';
import { killOrphans } from './orphans.ts';

/** Neo4j is given up after {@link MAX_SHORT_RUNS} consecutive runs shorter than this. */
const MIN_UPTIME_MS = 60_000;
const MAX_SHORT_RUNS = 4;

/** Another Chancery that is stopping lets go of the home within this time: it waits for its running requests, then for Neo4j. */
const LOCK_TIMEOUT_MS = 15_000;

/** A Neo4j process that Chancery runs. */
export interface ManagedNeo4j {
  uri: string;
  username: string;
  password: string;
  passwordFile: string;
  /** Resolves if Neo4j keeps crashing and is given up. */
  crashed: Promise<ClientError>;
  /**
   * Makes the next start faster, in the background (cds-archive.ts). Rejects if that fails or is cancelled by `stop`, which is
   * harmless.
   */
  prepareFastStart(): Promise<void>;
  /** Stops Neo4j and unlocks the home. */
  stop(): Promise<void>;
}

/**
 * Starts the managed Neo4j of a home and restarts it when its process exits unexpectedly, on the same port, so that drivers
 * reconnect.
 *
 * @param onProgress Called with messages about slow steps.
 * @param onRestart Called after a restart.
 * @param lockTimeoutMs How long to wait for another process that uses the home, which may be stopping.
 * @throws HomeLocked if another process uses the home; ClientError for problems with Java, Maven or Neo4j.
 */
export async function startManaged(options: {
  folder: string;
  onProgress: (line: string) => void;
  env?: NodeJS.ProcessEnv;
  memory?: Memory;
  settings?: Neo4jSettings;
  onRestart?: () => void;
  lockTimeoutMs?: number;
}): Promise<ManagedNeo4j> {
  const {
    onProgress,
    env = process.env,
    memory = memoryFor(),
    settings = {},
    lockTimeoutMs = LOCK_TIMEOUT_MS,
  } = options;
  const home = resolveHome(options.folder);
  const unlock = await lockHome(home, {
    timeoutMs: lockTimeoutMs,
    onWait: ({ holder }) => onProgress(`${holder} is still using ${home.folder}; waiting for it to stop ...`),
  });
  try {
    await writeRun(home, { pid: null, port: null });
    if ((await killOrphans(home.neo4j)) > 0) onProgress('Stopped an orphaned Neo4j process of an earlier run.');
    await removeScratch(home.scratch);
    const java = await findJava(env);
    const jars = await ensureNeo4jJars(env, onProgress);
    const cdsArchive = cdsArchivePath(jars, java.build);
    const installation: Installation = { java, jars, cdsArchive, home: home.neo4j, memory, settings, env };

    const password = (await hasDatabase(home))
      ? await requirePassword(home)
      : await initialize(home, installation, onProgress);
    onProgress('Starting Neo4j ...');
    const supervisor = await supervise(home, installation, onProgress, options.onRestart);
    const stopping = new AbortController();
    let preparing: Promise<void> = Promise.resolve();
    return {
      uri: `bolt://127.0.0.1:${supervisor.port}`,
      username: 'neo4j',
      password,
      passwordFile: home.passwordFile,
      crashed: supervisor.crashed,
      prepareFastStart: () => (preparing = createCdsArchive(installation, home.scratch, stopping.signal)),
      stop: async () => {
        stopping.abort();
        await Promise.all([supervisor.stop(), preparing.catch(() => {})]);
        await removeRun(home);
        unlock();
      },
    };
  } catch (error) {
    await removeRun(home);
    unlock();
    throw error;
  }
}

/** Starts Neo4j and restarts it whenever it exits unexpectedly. */
async function supervise(
  home: Home,
  installation: Installation,
  onProgress: (line: string) => void,
  onRestart: () => void = () => {},
) {
  const port = await findFreePort();
  let stopping = false;
  let current = await start();
  let giveUp: (error: ClientError) => void;
  const crashed = new Promise<ClientError>((resolve) => (giveUp = resolve));
  const supervising = restartOnExit();

  async function start(): Promise<Neo4jProcess> {
    const started = await startNeo4j(installation, port, cdsOptions(installation.cdsArchive));
    await writeRun(home, { pid: started.pid, port });
    return started;
  }

  async function restartOnExit(): Promise<void> {
    for (let shortRuns = 0; ;) {
      const startedAt = Date.now();
      await current.ended;
      if (stopping) return;
      shortRuns = Date.now() - startedAt < MIN_UPTIME_MS ? shortRuns + 1 : 0;
      if (shortRuns === MAX_SHORT_RUNS) return giveUp(crashLoopError(installation));
      onProgress('Neo4j stopped unexpectedly; restarting it ...');
      try {
        current = await start();
      } catch (error) {
        return giveUp(error instanceof ClientError ? error : crashLoopError(installation));
      }
      if (stopping) return current.stop();
      onProgress('Neo4j is running again.');
      onRestart();
    }
  }

  return {
    port,
    crashed,
    stop: async () => {
      stopping = true;
      await current.stop();
      await supervising; // a restart may be in progress
    },
  };
}

function crashLoopError(installation: Installation): ClientError {
  return new ClientError(
    'NEO4J_KEEPS_ENDING',
    `The managed Neo4j keeps crashing. Its logs are in ${join(installation.home, 'logs')}.`,
  );
}

/** Sets the initial password. Its file is written first, so that there is never a database with an unknown password. */
async function initialize(home: Home, installation: Installation, onProgress: (line: string) => void): Promise<string> {
  onProgress(`Creating a database in ${home.folder} ...`);
  const password = (await readPassword(home)) ?? (await makePassword(home));
  await setInitialPassword(installation, password);
  return password;
}

async function requirePassword(home: Home): Promise<string> {
  const password = await readPassword(home);
  if (password !== null) return password;
  throw new ClientError(
    'PASSWORD_FILE_MISSING',
    `There is a database in ${home.folder}, but its password file ${home.passwordFile} is missing. Restore the file, or ` +
      'move the folder away to start with a new database.',
  );
}
