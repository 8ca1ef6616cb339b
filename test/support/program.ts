import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from '@jest/globals';
import { type DatabaseAddress } from '../../src/graph/database.ts';

/** `npm start`, as its caller sees it. */
export interface Program {
  process: ChildProcess;
  /** What it has written for people so far. */
  out: () => string;
  /** What it has written to the error stream so far: the log, and why it ended. */
  err: () => string;
  /** The address it says to open; rejects when it ends before. */
  opened: Promise<string>;
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>;
}

const running: { program: Program; folder: string }[] = [];
afterEach(async () => {
  for (const { program, folder } of running.splice(0)) {
    if (program.process.exitCode === null) program.process.kill('SIGKILL');
    await program.ended;
    rmSync(folder, { recursive: true });
  }
});

/** Starts the program with these settings and no others, in an empty folder. What a test leaves running is ended after it. */
export function startProgram(settings: Record<string, string>): Program {
  const { PATH, HOME } = process.env;
  const folder = mkdtempSync(join(tmpdir(), 'chancery-start-'));
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, '../../src/main.ts')],
    { cwd: folder, env: { PATH, HOME, ...settings } },
  );
  let out = '';
  let err = '';
  const { promise: opened, resolve, reject } = Promise.withResolvers<string>();
  opened.catch(() => {}); // Not every test waits for it.
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    const [, url] = /^Open (\S+) /m.exec(out) ?? [];
    if (url) resolve(url);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = new Promise<number | null>((end) => {
    child.once('close', (code) => {
      reject(new Error(`The program ended with ${code}:\n${out}\n${err}`));
      end(code);
    });
  });
  const program = { process: child, out: () => out, err: () => err, opened, ended };
  running.push({ program, folder });
  return program;
}

/** The settings for the database at an address. */
export function settingsFor({ uri, username, password }: DatabaseAddress): Record<string, string> {
  return { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password };
}
