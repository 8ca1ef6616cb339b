import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { test } from '@jest/globals';

/** Where the scripts for Python are. */
export const PYTHON_SCRIPTS = join(import.meta.dirname, '../python');
const INSTALL_LIMIT = 300_000;
const RUN_LIMIT = 120_000;

/** Python with UTF-8 and no packages of the user's. */
export const PYTHON_ENV = { ...process.env, PYTHONUTF8: '1', PYTHONNOUSERSITE: '1' };

/** A Python with the packages of a list in test/python; or why there is none. */
export type Python = { path: string } | { missing: string };

/** The lists: what most tests need, and what needs a compiler. */
type Requirements = 'requirements.txt' | 'requirements-ftm.txt';

const found = new Map<Requirements, Python>();

/** Installs the packages once for each machine and list, in the user's cache; the first call may take a minute. */
export function findPython(list: Requirements = 'requirements.txt'): Python {
  const python = found.get(list) ?? installed(join(PYTHON_SCRIPTS, list));
  found.set(list, python);
  return python;
}

/** A test that needs Python. Without, it is skipped, and its name says why. */
export function pythonTest(
  name: string,
  run: (python: string) => void | Promise<void>,
  list: Requirements = 'requirements.txt',
): void {
  const python = findPython(list);
  if ('path' in python) test(name, () => run(python.path));
  else test.skip(`${name} (skipped: ${python.missing})`, () => undefined);
}

/** What a script of test/python prints, given these arguments. Throws with what it complained of. */
export function runPython(python: string, script: string, ...args: string[]): string {
  return succeed(python, [join(PYTHON_SCRIPTS, script), ...args], RUN_LIMIT);
}

function installed(requirements: string): Python {
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'chancery-test');
  try {
    // A virtual environment is of one Python: its version is a part of the name.
    const version = succeed('python3', ['-c', 'import sys; print(sys.version, sys.base_prefix)'], RUN_LIMIT);
    const hash = createHash('sha256').update(version).update(readFileSync(requirements)).digest('hex');
    const folder = join(cache, `python-${hash.slice(0, 16)}`);
    if (!existsSync(folder)) install(cache, folder, requirements);
    return { path: join(folder, 'bin/python') };
  } catch (error) {
    return { missing: (error as Error).message };
  }
}

/** Installs beside the folder and moves it there as a whole, so that of two at once each sees nothing or all. */
function install(cache: string, folder: string, requirements: string): void {
  mkdirSync(cache, { recursive: true });
  const building = mkdtempSync(join(cache, 'building-'));
  try {
    succeed('python3', ['-m', 'venv', building], INSTALL_LIMIT);
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--retries', '1'];
    succeed(join(building, 'bin/python'), [...pip, '--only-binary', ':all:', '-r', requirements], INSTALL_LIMIT);
    renameSync(building, folder);
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // Else another was faster.
  }
}

/** The output of a program that ended well; otherwise an error of one line. */
function succeed(program: string, args: readonly string[], timeout: number): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    timeout,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: PYTHON_ENV,
  });
  if (error) throw new Error(`${program} does not run: ${error.message}`);
  if (status !== 0) throw new Error(`${program} ends with ${status}: ${stderr.trim().split('\n').at(-1) ?? ''}`);
  return stdout;
}
