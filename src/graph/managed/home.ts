import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';
import { ClientError } from '../../domain/errors.ts';
import { exists } from './exists.ts';

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

/** How long to wait for the lock, if at all, and what to call when that begins. */
export interface LockOptions {
  timeoutMs?: number;
  onWait?: (locked: HomeLocked) => void;
}

const LOCK_POLL_MS = 200;

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
  /** The process that has locked it. */
  readonly holder: string;

  constructor(home: Home, run: RunFile | null) {
    const holder = run === null ? 'Another process' : `Another Chancery (process ${run.owner})`;
    super(
      'HOME_IS_HELD',
      `${holder} is already using ${home.folder}. Stop it first, or set CHANCERY_HOME to another folder to run a second one.`,
      { owner: run?.owner ?? null },
    );
    this.holder = holder;
  }
}

/**
 * Locks the home for this process, with SQLite's file lock: it is a lock of the operating system, which is released when the
 * process ends for any reason and is not inherited by child processes.
 *
 * @returns A function that releases the lock.
 * @throws HomeLocked if another process has locked it and keeps it until the timeout; ClientError HOME_UNUSABLE if it cannot be written.
 */
export async function lockHome(
  home: Home,
  { timeoutMs = 0, onWait = () => {} }: LockOptions = {},
): Promise<() => void> {
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
  const deadline = Date.now() + timeoutMs;
  for (let hasWaited = false; !tryLock(lock); hasWaited = true) {
    const locked = new HomeLocked(home, await readRun(home));
    if (Date.now() >= deadline) {
      lock.close();
      throw locked;
    }
    if (!hasWaited) onWait(locked);
    await sleep(LOCK_POLL_MS);
  }
  return () => lock.close();
}

function tryLock(lock: DatabaseSync): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return false;
    lock.close();
    throw error;
  }
}

/** Whether Neo4j has ever started here. A first start that was interrupted before that is repeated. */
export function hasDatabase(home: Home): Promise<boolean> {
  return exists(join(home.neo4j, 'data', 'databases'));
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
