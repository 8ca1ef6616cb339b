import { useSyncExternalStore } from 'react';

/** The caller's key. It is kept here and nowhere else: not in storage, not in addresses. It goes with the page. */
let key: string | null = null;
const listeners = new Set<() => void>();

export const currentKey = (): string | null => key;

/** Takes a key from now on; null forgets it. */
export function setKey(next: string | null): void {
  key = next;
  for (const tell of listeners) tell();
}

/** The key, for what is shown differently once there is one. */
export const useKey = (): string | null => useSyncExternalStore(subscribe, currentKey);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
