/** How old, in milliseconds, what is known of the version may become: others' writes are noticed within this time. */
export const MAX_AGE_MS = 250;

/** How long, in milliseconds, the database may take to tell: the version is for answers from memory, which should be quick. */
const LOAD_TIMEOUT_MS = 1_000;

/** A version of the graph as it was read; `still` is false while a commit goes on. */
export interface GraphVersion {
  version: string;
  stable: boolean;
}

/** Knows the version of the graph without asking for it each time. */
export interface VersionCache {
  /**
   * The version of the graph, as it was no more than {@link MAX_AGE_MS} ago and not before a write of this process was
   * acknowledged; null while a commit goes on, when there is no version that an answer could be kept under.
   *
   * @param fresh Asks the database now, whatever is known.
   * @throws Error where the database does not answer, or not within {@link LOAD_TIMEOUT_MS}.
   */
  recentVersion(fresh?: boolean): Promise<string | null>;
  /** What is known is out of date: this process has written. */
  invalidate(): void;
}

/**
 * Asks only when somebody wants to know, once for all who want to know at the time: a graph nobody reads is not polled.
 *
 * @param loadVersion Reads the version.
 * @param now A clock in milliseconds.
 */
export function createVersionCache(
  loadVersion: () => Promise<GraphVersion>,
  now: () => number = () => performance.now(),
): VersionCache {
  let cached: { version: GraphVersion; at: number } | undefined;
  let inFlight: Promise<GraphVersion> | undefined;

  function load(): Promise<GraphVersion> {
    const at = now(); // before the database is asked: what it says is at least as recent
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
      // Half way, the next look begins, so that on a busy server nobody waits for it.
      if (age > MAX_AGE_MS / 2 && inFlight === undefined) load().catch(() => {});
      return stableVersion(cached!.version);
    },
    invalidate: () => {
      cached = undefined;
      inFlight = undefined; // it may have looked before the write
    },
  };
}

async function withTimeout<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The database did not tell the version of the graph in time.')), limitMs);
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
