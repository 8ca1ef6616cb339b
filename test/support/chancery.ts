import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll } from '@jest/globals';
import { type Home, resolveHome, readPassword, readRun } from '../../src/graph/managed/home.ts';
import { killOrphans } from '../../src/graph/managed/orphans.ts';
import { type DatabaseAddress } from '../../src/graph/database.ts';
import { SHORT_LIFE, makeThrowawayFolder } from './neo4j/throwaway.ts';

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');

/** The command line as a process of its own. */
export interface Command {
  process: ChildProcess;
  pid: number;
  /** All it has printed so far. */
  output(): string;
  /** Settles with its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>;
  /** Settles when it has printed this, and fails when it ends without. */
  says(words: string): Promise<void>;
}

/** Starts `chancery` with these words and only these settings beside the environment of the test. */
export function chancery(words: string[], settings: { [name: string]: string }): Command {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...words], {
    env: { ...process.env, NODE_OPTIONS: '', ...SHORT_LIFE, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)));
  const ended = new Promise<number | NodeJS.Signals>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal!)),
  );
  return {
    process: child,
    pid: child.pid!,
    output: () => output,
    ended,
    says: async (words) => {
      while (!output.includes(words)) {
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`It ended, having said:\n${output}`);
        await sleep(20);
      }
    },
  };
}

/** `chancery db`, once it is ready. */
export async function startDb(settings: { [name: string]: string }): Promise<Command> {
  const db = chancery(['db'], settings);
  await db.says('Ctrl-C stops it.');
  return db;
}

/** A new key of an analyst. */
export async function addAnalystKey(settings: { [name: string]: string }): Promise<string> {
  const command = chancery(['keys', 'add', 'faults', '--role', 'analyst'], settings);
  const code = await command.ended;
  const [key] = /chancery_\S+/.exec(command.output()) ?? [];
  if (code !== 0 || key === undefined) throw new Error(`No key was added:\n${command.output()}`);
  return key;
}

/**
 * A throwaway CHANCERY_HOME for all tests of a file, because making one takes longest; whatever still runs on it after
 * them is ended.
 */
export function throwawayHome(): { home: Home; settings: { CHANCERY_HOME: string } } {
  const home = resolveHome(makeThrowawayFolder());
  afterAll(async () => {
    await killOrphans(home.neo4j, 0);
    await rm(home.folder, { recursive: true, force: true });
  });
  return { home, settings: { CHANCERY_HOME: home.folder } };
}

/** Where the database of a home can be reached while it runs. */
export async function addressOf(home: Home): Promise<DatabaseAddress> {
  const run = await readRun(home);
  return { uri: `bolt://127.0.0.1:${run!.port}`, username: 'neo4j', password: (await readPassword(home))! };
}
