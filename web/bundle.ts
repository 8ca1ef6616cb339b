import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build as bundle, stop, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { readExamples } from './examples.ts';
import { makeWorld } from './explore/pictures/map/world.ts';

const HERE = import.meta.dirname;

/** The pages that are built, each with the address of its files, and the folder beside its `index.html` in which they are. */
const pages = {
  playground: { address: '/playground/', files: '.' },
  explore: { address: '/explore/assets/', files: 'assets' },
} as const;

export type PageName = keyof typeof pages;

/** The playground's editor parses and checks in workers of its own; the explorer lays out networks and draws many ties in others. */
const WORKERS: Record<PageName, Record<string, string>> = {
  playground: {
    'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
    'json.worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
    'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
  },
  explore: {
    'layout.worker': './explore/pictures/network/layout.worker.ts',
    'ties.worker': './explore/pictures/network/ties.worker.ts',
  },
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
  define: { 'process.env.NODE_ENV': '"production"' },
  loader: { '.ttf': 'file' },
  metafile: true,
  logLevel: 'warning',
} satisfies BuildOptions;

/** Builds a page, its workers, styles and fonts into a folder: everything it needs, so that it works with no internet. */
export async function bundlePage(name: PageName, outdir: string): Promise<void> {
  const files = join(outdir, pages[name].files);
  const options = { ...COMMON, outdir: files, publicPath: pages[name].address };
  const workers = await bundle({ ...options, entryPoints: WORKERS[name], format: 'iife' });
  const page = await bundle({
    ...options,
    entryPoints: { page: join(HERE, name, 'main.tsx') },
    format: 'esm',
    splitting: true,
    jsx: 'automatic',
    plugins: [savedQueries, worldMap, editorStylesOnce],
    define: { ...COMMON.define, WORKER_URLS: JSON.stringify(entryUrls(name, workers.metafile)) },
  });
  const urls = entryUrls(name, page.metafile);
  const html = readFileSync(join(HERE, name, 'index.html'), 'utf8').replace(
    /\{\{(\w+)\}\}/g,
    (_, entry: string) => urls[entry] ?? '',
  );
  writeFileSync(join(outdir, 'index.html'), html);
  copyFileSync(join(HERE, 'favicon.svg'), join(files, 'favicon.svg'));
  await stop();
}

/** The addresses of what was built, by entry: `{page: '/playground/page-K3J.js', styles: '/playground/page-9XA.css', ...}`. */
function entryUrls(name: PageName, { outputs }: Metafile): Record<string, string> {
  const urls: Record<string, string> = {};
  for (const [path, { entryPoint, cssBundle }] of Object.entries(outputs)) {
    if (!entryPoint || !path.endsWith('.js')) continue;
    const entry = basename(path).replace(/-[A-Z0-9]+\.js$/, '');
    urls[entry] = pages[name].address + basename(path);
    if (cssBundle && entry === 'page') urls.styles = pages[name].address + basename(cssBundle);
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

/** `import world from 'world-map'` gives the land and the points of states that the map of the explorer is drawn from. */
const worldMap: Plugin = {
  name: 'world map',
  setup(build) {
    build.onResolve({ filter: /^world-map$/ }, ({ path }) => ({ path, namespace: 'world-map' }));
    build.onLoad({ filter: /.*/, namespace: 'world-map' }, () => ({
      contents: JSON.stringify(makeWorld()),
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
