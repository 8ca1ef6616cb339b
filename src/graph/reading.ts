import { setTimeout as sleep } from 'node:timers/promises';
import { type Moment, READ_MOMENT, type Statement, isStill, splitMoments, withMoments } from './commits.ts';
import { withRetries } from './retry.ts';
import { type Sessions } from './sessions.ts';
import { type Tx, rowsOf, txOn } from './transaction.ts';

export interface ReadOptions {
  /** The database stops the work after this time; 30 seconds when not given. */
  timeoutMs?: number;
  /** Stops the running statement when aborted. */
  signal?: AbortSignal;
}

const LIMIT_MS = 30_000;
/**
 * How often a read is done when commits keep falling into it; what the last one gives is taken as it is. Even beside a
 * writer that never rests, three times were too few on a machine that had more to do, and ten were not.
 */
const ATTEMPTS = 10;
/** About as long as a commit takes; longer each time, lest reader and writer keep step. */
const PAUSE_MS = 3;

/** An answer, and whether it shows one state of the graph for certain. */
interface Seen<T> {
  value: T;
  still: boolean;
}

/** Does the work in one READ transaction, again where a commit fell into it. */
export function read<T>(sessions: Sessions, work: (tx: Tx) => Promise<T>, options: ReadOptions = {}): Promise<T> {
  return stillRead(options, (timeout) =>
    sessions.within(
      'READ',
      async (session) => {
        // Nothing is awaited here, so that the beginning and the first statements travel together.
        const transaction = session.beginTransaction({ timeout });
        const tx = txOn(transaction);
        const before = moment(tx);
        before.catch(() => {}); // the work fails with it
        const value = await work(tx);
        const after = await moment(tx);
        await transaction.commit();
        return { value, still: isStill(await before, after) };
      },
      options.signal,
    ),
  );
}

/** The rows of one statement, in the quickest way there is: without a transaction around it. */
export function readRows(
  sessions: Sessions,
  statement: Statement,
  parameters: { [name: string]: unknown },
  options: ReadOptions = {},
): Promise<unknown[][]> {
  const cypher = withMoments(statement);
  return stillRead(options, (timeout) =>
    sessions.within(
      'READ',
      async (session) => {
        const split = splitMoments(await rowsOf(session.run(cypher, parameters, { timeout })));
        if (split !== null) return { value: split.rows, still: isStill(split.before, split.after) };
        const value = await read(sessions, (tx) => tx.rows(statement.cypher, parameters), options);
        return { value, still: true };
      },
      options.signal,
    ),
  );
}

async function moment(tx: Tx): Promise<Moment> {
  const rows = await tx.rows(READ_MOMENT);
  return (rows[0] ?? [0, 0]) as unknown as Moment; // none before the first migration
}

async function stillRead<T>(options: ReadOptions, attempt: (timeoutMs: number) => Promise<Seen<T>>): Promise<T> {
  const { timeoutMs = LIMIT_MS, signal } = options;
  const retried = () => withRetries(() => attempt(timeoutMs), { limitMs: timeoutMs, signal });
  for (let done = 1; ; done++) {
    const seen = await retried();
    if (seen.still || done === ATTEMPTS) return seen.value;
    await sleep(PAUSE_MS * done, undefined, { signal });
  }
}
