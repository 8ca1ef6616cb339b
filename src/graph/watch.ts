/** How old, in milliseconds, what is known of the version may become: others' writes are noticed within this time. */
export const POLL_MS = 250;

/** How long, in milliseconds, the database may take to tell: the version is for answers from memory, which should be quick. */
const LOOK_MS = 1_000;

/** A version of the graph as it was read; `still` is false while a commit goes on. */
export interface Seen {
  version: string;
  still: boolean;
}

/** Knows the version of the graph without asking for it each time. */
export interface Watch {
  /**
   * The version of the graph, as it was no more than {@link POLL_MS} ago and not before a write of this process was
   * acknowledged; null while a commit goes on, when there is no version that an answer could be kept under.
   *
   * @param exact Asks the database now, whatever is known.
   * @throws Error where the database does not answer, or not within {@link LOOK_MS}.
   */
  recentVersion(exact?: boolean): Promise<string | null>;
  /** What is known is out of date: this process has written. */
  outdate(): void;
}

/**
 * Asks only when somebody wants to know, once for all who want to know at the time: a graph nobody reads is not polled.
 *
 * @param look Reads the version.
 * @param now A clock in milliseconds.
 */
export function watchOf(look: () => Promise<Seen>, now: () => number = () => performance.now()): Watch {
  let known: { seen: Seen; at: number } | undefined;
  let asking: Promise<Seen> | undefined;

  function ask(): Promise<Seen> {
    const at = now(); // before the database is asked: what it says is at least as recent
    const question: Promise<Seen> = within(LOOK_MS, look()).then((seen) => {
      if (asking === question) known = { seen, at };
      return seen;
    });
    asking = question;
    const done = () => {
      if (asking === question) asking = undefined;
    };
    question.then(done, done);
    return question;
  }

  return {
    recentVersion: async (exact = false) => {
      if (exact) return stillVersion(await ask());
      const age = known === undefined ? Infinity : now() - known.at;
      if (age > POLL_MS) return stillVersion(await (asking ?? ask()));
      // Half way, the next look begins, so that on a busy server nobody waits for it.
      if (age > POLL_MS / 2 && asking === undefined) ask().catch(() => {});
      return stillVersion(known!.seen);
    },
    outdate: () => {
      known = undefined;
      asking = undefined; // it may have looked before the write
    },
  };
}

async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The database did not tell the version of the graph in time.')), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function stillVersion({ version, still }: Seen): string | null {
  return still ? version : null;
}
