import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ClientError } from '../../domain/errors.ts';

/** Where things lie under CHANCERY_HOME. */
export interface Home {
  folder: string;
  /** Neo4j's own home: its data, logs and configuration. */
  neo4j: string;
  passwordFile: string;
  lockFile: string;
  runFile: string;
  /** Where what the next start is to be quicker by is made. */
  scratch: string;
}

/** What run.json says while a home is held. */
export interface RunFile {
  /** The process that holds the home. */
  owner: number;
  /** Neo4j's process and port; null while it starts. */
  pid: number | null;
  port: number | null;
  startedAt: string;
}

/** SQLite's word for a file that another process has locked. */
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

/** Thrown by {@link lockHome}; a command then uses the database that already runs. */
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
 * Takes the home for this process. The lock is SQLite's on a file, that is the operating system's: it ends with the
 * process, however that ends, and a child process does not inherit it.
 *
 * @returns A function that lets go.
 * @throws HomeIsHeld when another process has it; TellableError HOME_UNUSABLE where it cannot be written.
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

/** What run.json says, or null where there is none; only believe it while the home is held. */
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

/** Makes a password that only this user can read. Written and renamed, so that half a password is never found. */
export async function makePassword(home: Home): Promise<string> {
  const password = randomBytes(18).toString('hex');
  await writeFile(`${home.passwordFile}.new`, `${password}\n`, { mode: 0o600 });
  await rename(`${home.passwordFile}.new`, home.passwordFile);
  return password;
}
