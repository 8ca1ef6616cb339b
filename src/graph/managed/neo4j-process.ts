import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ClientError } from '../../domain/errors.ts';
import { type Memory, type Neo4jSettings, javaOptions, neo4jConf } from './configuration.ts';
import { type Java } from './java.ts';
import { homeArgument } from './orphans.ts';
import { runProgram } from './run-program.ts';

/** Long, because recovery after a crash replays the transaction log. */
const START_TIMEOUT_MS = 180_000;
const STOP_TIMEOUT_MS = 30_000;

/** Everything needed to run Neo4j. */
export interface Installation {
  java: Java;
  /** The folder with Neo4j's jar files. */
  jars: string;
  /** The path of the class-data-sharing archive, which may not exist yet. */
  cdsArchive: string;
  /** Neo4j's own home. */
  home: string;
  memory: Memory;
  settings: Neo4jSettings;
  env: NodeJS.ProcessEnv;
}

/** A running Neo4j. */
export interface Neo4jProcess {
  pid: number;
  port: number;
  /** Resolves when the process has exited for any reason. */
  ended: Promise<void>;
  /** Sends a signal; does nothing if it has exited. */
  kill(signal: NodeJS.Signals): void;
  /** Terminates it, and kills it if it does not stop in time. */
  stop(): Promise<void>;
}

/**
 * Sets the password of the user `neo4j`; only works before the first start. It is passed in a file, because every user of the
 * machine can read command lines.
 */
export async function setInitialPassword(installation: Installation, password: string): Promise<void> {
  const { home, java, jars, memory, settings, env } = installation;
  await mkdir(join(home, 'conf'), { recursive: true });
  await writeFile(join(home, 'conf', 'neo4j.conf'), neo4jConf({ port: 7687, memory, settings }));
  const argumentsFile = join(home, 'conf', 'set-initial-password.args');
  // After the dashes a password that begins with one is no option.
  const args = ['org.neo4j.server.startup.Neo4jAdminCommand', 'dbms', 'set-initial-password', '--', password];
  await writeFile(argumentsFile, args.join('\n'), { mode: 0o600 });
  try {
    const result = await runProgram(
      java.command,
      ['-XX:TieredStopAtLevel=1', ...javaOptions(memory), '-cp', join(jars, '*'), `@${argumentsFile}`],
      { env: { ...env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') } },
    );
    if (result?.code !== 0) throw startFailure(installation, result?.output ?? '');
  } finally {
    await rm(argumentsFile, { force: true });
  }
}

/**
 * Starts Neo4j and waits until it accepts connections. It has its own process group, so that Ctrl-C in the terminal reaches only
 * Chancery, which then stops it properly.
 *
 * @param options Additional JVM options (cds-archive.ts).
 * @throws ClientError NEO4J_WONT_START with the end of its log.
 */
export async function startNeo4j(
  installation: Installation,
  port: number,
  options: readonly string[],
): Promise<Neo4jProcess> {
  const { home, java, jars, memory, settings, env } = installation;
  for (const folder of ['conf', 'logs']) await mkdir(join(home, folder), { recursive: true });
  await writeFile(join(home, 'conf', 'neo4j.conf'), neo4jConf({ port, memory, settings }));

  const consoleLog = join(home, 'logs', 'console.log');
  const log = openSync(consoleLog, 'w');
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
  // If this process exits without stopping Neo4j first (a second Ctrl-C, an unexpected error), Neo4j still shuts down properly.
  const stopOnExit = () => child.kill('SIGTERM');
  process.once('exit', stopOnExit);
  void ended.then(() => process.removeListener('exit', stopOnExit));

  const running: Neo4jProcess = {
    pid: child.pid!,
    port,
    ended,
    kill: (signal) => void child.kill(signal),
    stop: () => stop(child, ended),
  };
  const isReady = await Promise.race([waitForPort(port, child), ended.then(() => false)]);
  if (isReady) return running;
  await running.stop();
  throw startFailure(installation, await readFile(consoleLog, 'utf8'));
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGTERM');
  const killTimer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(killTimer);
}

async function waitForPort(port: number, child: ChildProcess): Promise<boolean> {
  for (const deadline = Date.now() + START_TIMEOUT_MS; Date.now() < deadline && child.exitCode === null;) {
    if (await isListening(port)) return true;
    await sleep(50);
  }
  return false;
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** A port that is currently free. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

function startFailure({ java, home }: Installation, output: string): ClientError {
  const lastLines = output
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('\tat '))
    .slice(-5)
    .map((line) => `  ${line.trim()}`);
  const hint = [17, 21].includes(java.version)
    ? ''
    : ` It supports Java 17 and 21, but this is Java ${java.version}: set JAVA_HOME to one of those.`;
  return new ClientError(
    'NEO4J_WONT_START',
    `The managed Neo4j did not start.${hint} Its logs are in ${join(home, 'logs')}. Last output:\n${lastLines.join('\n')}`,
  );
}
