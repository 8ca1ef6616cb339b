import { readFile, readdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { runProgram } from './run-program.ts';

/** The argument that identifies the managed Neo4j of a home; it must not be the last argument. */
export function homeArgument(neo4jHome: string): string {
  return `--home-dir=${neo4jHome}`;
}

/**
 * Stops Neo4j processes of this home that were orphaned when an earlier Chancery was killed: by SIGTERM, so that the store is
 * closed properly, and by SIGKILL after the timeout.
 *
 * @returns The number of processes.
 */
export async function killOrphans(neo4jHome: string, timeoutMs = 20_000): Promise<number> {
  const found = await findProcesses(neo4jHome);
  for (const pid of found) signal(pid, 'SIGTERM');
  const deadline = Date.now() + timeoutMs;
  for (let left = found; left.length > 0; left = await findProcesses(neo4jHome)) {
    if (Date.now() > deadline) for (const pid of left) signal(pid, 'SIGKILL');
    await sleep(100);
  }
  return found.length;
}

/** The processes with this home on their command line. Zombie processes have no command line. */
export async function findProcesses(neo4jHome: string): Promise<number[]> {
  const lines = process.platform === 'linux' ? await findInProc(neo4jHome) : await findWithPs(neo4jHome);
  return lines.filter((pid) => pid !== null);
}

async function findInProc(neo4jHome: string): Promise<(number | null)[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lookups = pids.map(async (pid) => {
    const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''); // it may have exited meanwhile
    return commandLine.split('\0').includes(homeArgument(neo4jHome)) ? Number(pid) : null;
  });
  return Promise.all(lookups);
}

async function findWithPs(neo4jHome: string): Promise<(number | null)[]> {
  const result = await runProgram('ps', ['-axww', '-o', 'pid=,command=']);
  const lines = (result?.output ?? '').split('\n');
  return lines.map((line) => (line.includes(`${homeArgument(neo4jHome)} `) ? Number.parseInt(line, 10) : null));
}

/** Whether the process exists, also if it belongs to another user. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has already exited.
  }
}
