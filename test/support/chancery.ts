import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { homeAt, readPassword, readRun } from '../../src/graph/managed/home.ts';
import { endOrphans } from '../../src/graph/managed/orphans.ts';
import { type Address } from '../../src/graph/database.ts';

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
    // Compiling less costs a short life less.
    env: { ...process.env, NODE_OPTIONS: '', JDK_JAVA_OPTIONS: '-XX:TieredStopAtLevel=1', ...settings },
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

/** A throwaway CHANCERY_HOME; whatever still runs on it is ended with the test. */
export async function throwawayHome(): Promise<{ folder: string } & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'chancery-home-'));
  return {
    folder,
    [Symbol.asyncDispose]: async () => {
      await endOrphans(homeAt(folder).neo4j, 0);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Where the database of a home can be reached while it runs. */
export async function addressOf(folder: string): Promise<Address> {
  const home = homeAt(folder);
  const run = await readRun(home);
  return { uri: `bolt://127.0.0.1:${run!.port}`, username: 'neo4j', password: (await readPassword(home))! };
}
