import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build as bundle, stop, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { readExamples } from './examples.ts';

const HERE = import.meta.dirname;
const PAGE = join(HERE, 'playground');

/** Where the server has the files. */
const PUBLIC_PATH = '/playground/';

/** The editor does its parsing and checking in workers of its own. */
const WORKERS = {
  'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
  'json.worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
  'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
};

const COMMON = {
  absWorkingDir: HERE,
  bundle: true,
  minify: true,
  target: 'es2022',
  legalComments: 'none',
  entryNames: '[name]-[hash]',
  chunkNames: 'chunk-[hash]',
  assetNames: '[name]-[hash]',
  publicPath: PUBLIC_PATH,
  define: { 'process.env.NODE_ENV': '"production"' },
  loader: { '.ttf': 'file' },
  metafile: true,
  logLevel: 'warning',
} satisfies BuildOptions;

/**
 * The folder of the built playground (`web/dist/playground`). Builds it first when the page, the saved queries or an installed
 * package has changed since, which takes some seconds and is told through `say`. Whoever builds at the same time gets the
 * same result: a build happens aside and is moved into place when it is complete.
 */
export async function builtPlayground(say: (line: string) => void): Promise<string> {
  const folder = join(HERE, 'dist/playground');
  const wanted = fingerprint();
  if (fingerprintOf(folder) === wanted) return folder;
  say('Building the playground page: some seconds, only after an installation or a change.');
  const aside = `${folder}.${process.pid}`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  await buildInto(aside);
  await stop();
  writeFileSync(join(aside, 'fingerprint'), wanted);
  replace(folder, aside, () => fingerprintOf(folder) === wanted);
  return folder;
}

async function buildInto(outdir: string): Promise<void> {
  const workers = await bundle({ ...COMMON, outdir, entryPoints: WORKERS, format: 'iife' });
  const page = await bundle({
    ...COMMON,
    outdir,
    entryPoints: { page: join(PAGE, 'main.tsx') },
    format: 'esm',
    splitting: true,
    jsx: 'automatic',
    plugins: [savedQueries, editorStylesOnce],
    define: { ...COMMON.define, WORKER_URLS: JSON.stringify(entryUrls(workers.metafile)) },
  });
  const urls = entryUrls(page.metafile);
  const html = readFileSync(join(PAGE, 'index.html'), 'utf8').replace(
    /\{\{(\w+)\}\}/g,
    (_, name: string) => urls[name] ?? '',
  );
  writeFileSync(join(outdir, 'index.html'), html);
  copyFileSync(join(PAGE, 'favicon.svg'), join(outdir, 'favicon.svg'));
}

/** The addresses of what was built, by entry: `{page: '/playground/page-K3J.js', styles: '/playground/page-9XA.css', ...}`. */
function entryUrls({ outputs }: Metafile): Record<string, string> {
  const urls: Record<string, string> = {};
  for (const [path, { entryPoint, cssBundle }] of Object.entries(outputs)) {
    if (!entryPoint || !path.endsWith('.js')) continue;
    urls[basename(path).replace(/-[A-Z0-9]+\.js$/, '')] = PUBLIC_PATH + basename(path);
    if (cssBundle) urls.styles = PUBLIC_PATH + basename(cssBundle);
  }
  return urls;
}

/** `import examples from 'saved-queries'` gives the files of web/examples. */
const savedQueries: Plugin = {
  name: 'saved queries',
  setup(build) {
    build.onResolve({ filter: /^saved-queries$/ }, ({ path }) => ({ path, namespace: 'saved-queries' }));
    build.onLoad({ filter: /.*/, namespace: 'saved-queries' }, () => ({
      contents: JSON.stringify(readExamples()),
      loader: 'json',
    }));
  },
};

/** GraphiQL's own style sheet holds the editor's already; a second copy would be split off and never loaded. */
const editorStylesOnce: Plugin = {
  name: 'editor styles once',
  setup(build) {
    build.onLoad({ filter: /monaco-editor[/\\]esm[/\\].*\.css$/ }, () => ({ contents: '', loader: 'empty' }));
  },
};

/** What the result depends on: the page, the saved queries, how they are built, and every installed package. */
function fingerprint(): string {
  const files = globSync(['playground/*', 'examples/*.graphql', '*.ts', '../package-lock.json'], { cwd: HERE }).sort();
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(HERE, file)))
      .update('\0');
  return hash.digest('hex');
}

function fingerprintOf(folder: string): string | undefined {
  const file = join(folder, 'fingerprint');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Moves `fresh` to where `folder` is; when somebody else has just put the same there, theirs stays. */
function replace(folder: string, fresh: string, isSame: () => boolean): void {
  const old = `${fresh}.old`;
  mkdirSync(dirname(folder), { recursive: true });
  try {
    if (existsSync(folder)) renameSync(folder, old);
    renameSync(fresh, folder);
  } catch (error) {
    if (!isSame()) throw error;
    rmSync(fresh, { recursive: true, force: true });
  }
  rmSync(old, { recursive: true, force: true });
}
