import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ClientError } from '../../domain/errors.ts';

/** The paths in CHANCERY_HOME. */
export interface Home {
  folder: string;
  /** Neo4j's own home: its data, logs and configuration. */
  neo4j: string;
  passwordFile: string;
  lockFile: string;
  runFile: string;
  /** For the temporary database of cds-archive.ts. */
  scratch: string;
}

/** The content of run.json while a home is locked. */
export interface RunFile {
  /** The process that has locked the home. */
  owner: number;
  /** Neo4j's process and port; null while it starts. */
  pid: number | null;
  port: number | null;
  startedAt: string;
}

/** SQLite's error code for a file that another process has locked. */
const SQLITE_BUSY = 5;

export function resolveHome(folder: string): Home {
  const root = resolve(folder);
  return {
    folder: root,
    neo4j: join(root, 'neo4j'),
    passwordFile: join(root, 'neo4j-password'),
    lockFile: join(root, 'lock'),
    runFile: join(root, 'run.json'),
    scratch: join(root, 'scratch'),
  };
}

/** Thrown by {@link lockHome}; commands then connect to the database that is already running. */
export class HomeLocked extends ClientError {
  constructor(home: Home, run: RunFile | null) {
    const holder = run === null ? 'Another process' : `Another Chancery (process ${run.owner})`;
    super(
      'HOME_IS_HELD',
      `${holder} is already using ${home.folder}. Stop it first, or set CHANCERY_HOME to another folder to run a second one.`,
      { owner: run?.owner ?? null },
    );
  }
}

/**
 * Locks the home for this process, with SQLite's file lock: it is a lock of the operating system, which is released when the
 * process ends for any reason and is not inherited by child processes.
 *
 * @returns A function that releases the lock.
 * @throws HomeLocked if another process has locked it; ClientError HOME_UNUSABLE if it cannot be written.
 */
export async function lockHome(home: Home): Promise<() => void> {
  let lock: DatabaseSync;
  try {
    await mkdir(home.folder, { recursive: true, mode: 0o700 });
    lock = new DatabaseSync(home.lockFile);
  } catch (error) {
    throw new ClientError(
      'HOME_UNUSABLE',
      `CHANCERY_HOME (${home.folder}) cannot be used: ${(error as Error).message}. It must be a folder that you may write to.`,
    );
  }
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error;
    throw new HomeLocked(home, await readRun(home));
  }
  return () => lock.close();
}

/** The content of run.json, or null if there is none; only valid while the home is locked. */
export async function readRun(home: Home): Promise<RunFile | null> {
  try {
    return JSON.parse(await readFile(home.runFile, 'utf8')) as RunFile;
  } catch {
    return null;
  }
}

export async function writeRun(home: Home, run: Omit<RunFile, 'owner' | 'startedAt'>): Promise<void> {
  const content: RunFile = { owner: process.pid, ...run, startedAt: new Date().toISOString() };
  await writeFile(`${home.runFile}.new`, `${JSON.stringify(content)}\n`);
  await rename(`${home.runFile}.new`, home.runFile);
}

export async function removeRun(home: Home): Promise<void> {
  await rm(home.runFile, { force: true });
}

/** The password of the managed database, or null before its first start. */
export async function readPassword(home: Home): Promise<string | null> {
  try {
    return (await readFile(home.passwordFile, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Creates a password file that only this user can read. It is renamed when complete, so it is never half written. */
export async function makePassword(home: Home): Promise<string> {
  const password = randomBytes(18).toString('hex');
  await writeFile(`${home.passwordFile}.new`, `${password}\n`, { mode: 0o600 });
  await rename(`${home.passwordFile}.new`, home.passwordFile);
  return password;
}
