/** What `web/bundle.ts` puts in. */
declare module 'saved-queries' {
  import type { Example } from '../examples.ts';
  const examples: Example[];
  export default examples;
}

/** Addresses of the editor's workers, by the name of their entry: `json.worker`. */
declare const WORKER_URLS: Record<string, string>;

declare module '*.css';
