import { spawn } from 'node:child_process';

/** What a program left behind: its exit code (null when a signal ended it) and everything it printed. */
export interface ProgramResult {
  code: number | null;
  output: string;
}

/**
 * Runs a program to its end and collects what it prints, on either stream.
 *
 * @param onOutput Called with each piece of output as it comes.
 * @returns The outcome, or null when there is no such program.
 */
export function runProgram(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; onOutput?: (text: string) => void } = {},
): Promise<ProgramResult | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: options.cwd, env: options.env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        options.onOutput?.(text);
      });
    }
    child.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? resolve(null) : reject(error)));
    child.on('close', (code) => resolve({ code, output }));
  });
}
