/** How often the version is asked for while anybody waits: what others write is told within this time. */
const POLL_MS = 250;

/** Wakes those who wait for the graph to change. One timer for all of them, and none while nobody waits. */
export interface VersionWatch {
  /** The version as last seen; null before it was seen. */
  latest(): string | null;
  /** Resolves when the version is another one than `known`, or the signal aborts. A database that is away is waited for. */
  changed(known: string | null, signal: AbortSignal): Promise<void>;
}

/** @param versionOf The version of the graph; null while a commit is in progress. */
export function createVersionWatch(versionOf: () => Promise<string | null>): VersionWatch {
  let latest: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  /** Those who wait, with the version that they know. */
  const waiting = new Map<() => void, string | null>();

  async function poll(): Promise<void> {
    latest = (await versionOf().catch(() => null)) ?? latest;
    for (const [wake, known] of waiting) if (latest !== known) wake();
    timer = waiting.size > 0 ? setTimeout(() => void poll(), POLL_MS) : undefined;
  }

  return {
    latest: () => latest,
    changed: (known, signal) => {
      if (signal.aborted || (latest !== null && latest !== known)) return Promise.resolve();
      return new Promise((resolve) => {
        const wake = () => {
          waiting.delete(wake);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        waiting.set(wake, known);
        signal.addEventListener('abort', wake, { once: true });
        timer ??= setTimeout(() => void poll(), POLL_MS);
      });
    },
  };
}
