import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
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

/** Builds the page, its workers, styles and fonts into a folder: everything it needs, so that it works with no internet. */
export async function bundlePlayground(outdir: string): Promise<void> {
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
  await stop();
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
