import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from '@jest/globals';

/** Where the scripts for R are. */
export const R_SCRIPTS = join(import.meta.dirname, '../r');

/** R with UTF-8, which it does not take for granted where nothing says so, and with no settings of the user's. */
export const R_ENV = { ...process.env, LC_ALL: 'C.UTF-8' };
export const R_OPTIONS = ['--vanilla'];

/** A test that needs R and these packages. Without, it is skipped, and its name says why. */
export function rTest(name: string, packages: readonly string[], run: () => void | Promise<void>): void {
  const needed = packages.map((each) => `library(${each})`).join('; ');
  const { status, error } = spawnSync('Rscript', [...R_OPTIONS, '-e', needed], { env: R_ENV });
  if (status === 0) return test(name, run);
  const why = error ? 'there is no Rscript' : `R lacks one of ${packages.join(', ')}`;
  test.skip(`${name} (skipped: ${why})`, () => undefined);
}
