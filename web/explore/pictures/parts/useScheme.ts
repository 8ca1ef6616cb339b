/// <reference lib="dom" />
import { useSyncExternalStore } from 'react';

const dark = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  const query = dark();
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Whether the page is light or dark, for what is drawn with colours of its own. */
export const useScheme = (): 'dark' | 'light' =>
  useSyncExternalStore(subscribe, () => (dark().matches ? 'dark' : 'light'));
