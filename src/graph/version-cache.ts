/** The maximum age of the cached version: writes of other processes are noticed within this time. */
export const MAX_AGE_MS = 250;

/** Short, because the version is needed for responses from the cache. */
const LOAD_TIMEOUT_MS = 1_000;

/** A version of the graph; `stable` is false while a commit is in progress. */
export interface GraphVersion {
  version: string;
  stable: boolean;
}

/** Caches the version of the graph. */
export interface VersionCache {
  /**
   * The version of the graph, at most {@link MAX_AGE_MS} old and not older than the last write of this process; null while a
   * commit is in progress, because results then have no version.
   *
   * @param fresh Reads it from the database in any case.
   * @throws Error if the database does not respond within {@link LOAD_TIMEOUT_MS}.
   */
  recentVersion(fresh?: boolean): Promise<string | null>;
  /** To be called after a write of this process. */
  invalidate(): void;
}

/**
 * Loads the version on demand, so that an idle server does not poll, and once for concurrent callers (single flight).
 *
 * @param loadVersion Reads the version from the database.
 * @param now A clock in milliseconds.
 */
export function createVersionCache(
  loadVersion: () => Promise<GraphVersion>,
  now: () => number = () => performance.now(),
): VersionCache {
  let cached: { version: GraphVersion; at: number } | undefined;
  let inFlight: Promise<GraphVersion> | undefined;

  function load(): Promise<GraphVersion> {
    const at = now(); // before the query, so that the version is at least as recent
    const loading: Promise<GraphVersion> = withTimeout(LOAD_TIMEOUT_MS, loadVersion()).then((loaded) => {
      if (inFlight === loading) cached = { version: loaded, at };
      return loaded;
    });
    inFlight = loading;
    const done = () => {
      if (inFlight === loading) inFlight = undefined;
    };
    loading.then(done, done);
    return loading;
  }

  return {
    recentVersion: async (fresh = false) => {
      if (fresh) return stableVersion(await load());
      const age = cached === undefined ? Infinity : now() - cached.at;
      if (age > MAX_AGE_MS) return stableVersion(await (inFlight ?? load()));
      // Refreshed in the background at half of its maximum age, so that on a busy server no request waits for it.
      if (age > MAX_AGE_MS / 2 && inFlight === undefined) load().catch(() => {});
      return stableVersion(cached!.version);
    },
    invalidate: () => {
      cached = undefined;
      inFlight = undefined; // it may have been read before the write
    },
  };
}

async function withTimeout<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Timed out while reading the graph version.')), limitMs);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

function stableVersion({ version, stable }: GraphVersion): string | null {
  return stable ? version : null;
}
