import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { TellableError } from '../../domain/errors.ts';
import { type Memory, javaOptions, neo4jConf } from './configuration.ts';
import { type Java } from './java.ts';
import { homeArgument } from './orphans.ts';
import { runProgram } from './run-program.ts';

/** Recovery after a crash replays the log of transactions, so a start may take its time; a hung one may not. */
const START_LIMIT_MS = 180_000;
const STOP_LIMIT_MS = 30_000;

/** What it takes to run Neo4j. */
export interface Installation {
  java: Java;
  /** The folder with Neo4j's jar files. */
  jars: string;
  /** The file with their classes as this Java likes them best, which may not be there yet. */
  archive: string;
  /** Neo4j's own home. */
  home: string;
  memory: Memory;
  env: NodeJS.ProcessEnv;
}

/** A running Neo4j. */
export interface Neo4jProcess {
  pid: number;
  port: number;
  /** Settles when the process has ended, for whatever reason. */
  ended: Promise<void>;
  /** Sends it a signal, which is lost on one that has ended. */
  kill(signal: NodeJS.Signals): void;
  /** Asks it to stop, and kills it when it does not. */
  stop(): Promise<void>;
}

/**
 * Sets the password of the user `neo4j`; only works before the first start. It goes in by a file, because every user of
 * the machine can read command lines.
 */
export async function setInitialPassword(installation: Installation, password: string): Promise<void> {
  const { home, java, jars, memory, env } = installation;
  await mkdir(join(home, 'conf'), { recursive: true });
  await writeFile(join(home, 'conf', 'neo4j.conf'), neo4jConf({ port: 7687, memory }));
  const argumentsFile = join(home, 'conf', 'set-initial-password.args');
  const words = ['org.neo4j.server.startup.Neo4jAdminCommand', 'dbms', 'set-initial-password', password];
  await writeFile(argumentsFile, words.join('\n'), { mode: 0o600 });
  try {
    const outcome = await runProgram(
      java.command,
      ['-XX:TieredStopAtLevel=1', ...javaOptions(memory), '-cp', join(jars, '*'), `@${argumentsFile}`],
      { env: { ...env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') } },
    );
    if (outcome?.code !== 0) throw wontStart(installation, outcome?.output ?? '');
  } finally {
    await rm(argumentsFile, { force: true });
  }
}

/**
 * Starts Neo4j and waits until it answers on its port. It runs in a process group of its own: the terminal's Ctrl-C
 * reaches only us, who then stop it in order.
 *
 * @param options Further options for Java: class-archive.ts has some.
 * @throws TellableError NEO4J_WONT_START with the end of its log.
 */
export async function startNeo4j(
  installation: Installation,
  port: number,
  options: readonly string[],
): Promise<Neo4jProcess> {
  const { home, java, jars, memory, env } = installation;
  for (const folder of ['conf', 'logs']) await mkdir(join(home, folder), { recursive: true });
  await writeFile(join(home, 'conf', 'neo4j.conf'), neo4jConf({ port, memory }));

  const console = join(home, 'logs', 'console.log');
  const log = openSync(console, 'w');
  const child = spawn(
    java.command,
    [
      ...javaOptions(memory),
      ...options,
      '-cp',
      join(jars, '*'),
      'org.neo4j.server.CommunityEntryPoint',
      homeArgument(home),
      `--config-dir=${join(home, 'conf')}`,
    ],
    { detached: true, stdio: ['ignore', log, log], cwd: home, env: { ...env, NEO4J_HOME: home } },
  );
  closeSync(log);

  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  // Should this process end without stopping it first (a second Ctrl-C, an unforeseen error), Neo4j stops in order.
  const stopWithUs = () => child.kill('SIGTERM');
  process.once('exit', stopWithUs);
  void ended.then(() => process.removeListener('exit', stopWithUs));

  const running: Neo4jProcess = {
    pid: child.pid!,
    port,
    ended,
    kill: (signal) => void child.kill(signal),
    stop: () => stop(child, ended),
  };
  const answers = await Promise.race([portAnswers(port, child), ended.then(() => false)]);
  if (answers) return running;
  await running.stop();
  throw wontStart(installation, await readFile(console, 'utf8'));
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  await ended;
  clearTimeout(impatience);
}

async function portAnswers(port: number, child: ChildProcess): Promise<boolean> {
  for (const deadline = Date.now() + START_LIMIT_MS; Date.now() < deadline && child.exitCode === null;) {
    if (await accepts(port)) return true;
    await sleep(50);
  }
  return false;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** A port that nobody uses at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

function wontStart({ java, home }: Installation, output: string): TellableError {
  const last = output
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('\tat '))
    .slice(-5)
    .map((line) => `  ${line.trim()}`);
  const hint = [17, 21].includes(java.version)
    ? ''
    : ` It is made for Java 17 and 21, and this is Java ${java.version}: set JAVA_HOME to one of those.`;
  return new TellableError(
    'NEO4J_WONT_START',
    `The managed Neo4j did not start.${hint} Its logs are in ${join(home, 'logs')}. It said last:\n${last.join('\n')}`,
  );
}
