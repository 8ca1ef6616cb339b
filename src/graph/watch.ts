/** How old, in milliseconds, what is known of the version may become: others' writes are noticed within this time. */
export const POLL_MS = 250;

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
    const question: Promise<Seen> = look().then((seen) => {
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

function stillVersion({ version, still }: Seen): string | null {
  return still ? version : null;
}
