import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageName } from './bundle.ts';

const HERE = import.meta.dirname;

/**
 * The folder of a built page (`web/dist/playground`). Builds it first when the page, the saved queries or an installed
 * package has changed since, which takes some seconds and is told through `say`. Whoever builds at the same time gets the
 * same result: a build happens aside and is moved into place when it is complete.
 */
async function builtPage(name: PageName, say: (line: string) => void): Promise<string> {
  const folder = join(HERE, 'dist', name);
  const wanted = fingerprint(name);
  if (fingerprintOf(folder) === wanted) return folder;
  say(`Building the page ${TOLD_AS[name]}: some seconds, only after an installation or a change.`);
  const aside = `${folder}.${process.pid}`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  const { bundlePage } = await import('./bundle.ts'); // With the bundler, which an image that only runs does without.
  await bundlePage(name, aside);
  writeFileSync(join(aside, 'fingerprint'), wanted);
  replace(folder, aside, () => fingerprintOf(folder) === wanted);
  return folder;
}

const TOLD_AS: Record<PageName, string> = { playground: '/ (playground)', explore: '/explore' };

export const builtPlayground = (say: (line: string) => void): Promise<string> => builtPage('playground', say);
export const builtExplorer = (say: (line: string) => void): Promise<string> => builtPage('explore', say);

/** What the result depends on: the page, the saved queries, how they are built, and every installed package. */
function fingerprint(name: PageName): string {
  const hash = createHash('sha256');
  for (const file of builtFrom(name)) hash.update(`${file}\0${readFileSync(join(HERE, file), 'utf8')}\0`);
  return hash.digest('hex');
}

/** The files that the result depends on, as paths from here. */
export const builtFrom = (name: PageName): string[] =>
  globSync([`${name}/**/*.*`, ...ALSO_FROM[name], '*.ts', 'favicon.svg', '../package-lock.json'], { cwd: HERE }).sort();

const ALSO_FROM: Record<PageName, readonly string[]> = {
  playground: ['examples/**/*.graphql', 'shared/**/*.*'],
  explore: ['../src/domain/**/*.ts'],
};

function fingerprintOf(folder: string): string | undefined {
  const file = join(folder, 'fingerprint');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Moves `fresh` to where `folder` is; when somebody else has just put the same there, theirs stays. */
function replace(folder: string, fresh: string, isSame: () => boolean): void {
  const old = `${fresh}.old`;
  try {
    renameSync(folder, old);
  } catch {
    // Nothing is there, or somebody else is just moving it.
  }
  try {
    renameSync(fresh, folder);
  } catch (error) {
    if (!isSame()) throw error;
    rmSync(fresh, { recursive: true, force: true });
  }
  rmSync(old, { recursive: true, force: true });
}
