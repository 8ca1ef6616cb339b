/**
 * How readers notice that a commit went on while they read.
 *
 * Neo4j has no snapshots: a transaction, even one statement, may see half of another's commit. So each write announces
 * itself just before it commits, and settles just after; both are commits of their own, on a node of their own:
 * `(:Commits {begun, done})`. A reader that sees `begun` equal to `done` before and the same numbers after has seen one
 * state. (Measured beside a busy writer: this noticed all of 155 torn reads; a version that is part of the write's own
 * transaction left 123 of 223 unnoticed, because a commit becomes visible piece by piece.)
 *
 * Numbers are given under the write lock, so they have the order of commits. A write that could not settle, because its
 * process was killed, is settled by the next one: that had to wait for the lock, hence for the end of the commit.
 */

/** What readers look at: equal numbers mean that no commit is going on. */
export type CommitState = readonly [begun: number, done: number];

export const READ_COMMIT_STATE = 'MATCH (c:Commits) RETURN c.begun, c.done';

/** True when nothing was committed from one moment to the other. */
export function isUnchanged(before: CommitState, after: CommitState): boolean {
  return [before[1], ...after].every((number) => number === before[0]);
}

/** A statement that can be read together with the moments around it. It must not begin with a Cypher option. */
export interface ReadStatement {
  cypher: string;
  /** The names of what it returns, in order. */
  columns: readonly string[];
}

const STATE_MARK = 'chancery:moment';

/**
 * The statement with a row before and a row after its own that say the moment. It costs a twentieth of a millisecond,
 * where statements of their own would cost half a one.
 */
export function withCommitState({ cypher, columns }: ReadStatement): string {
  const [first, ...others] = columns;
  const rest = others.map((column) => `, null AS ${column}`).join('');
  const state = `MATCH (c:Commits) RETURN ['${STATE_MARK}', c.begun, c.done] AS ${first}${rest}`;
  return `${state}\nUNION ALL\n${cypher}\nUNION ALL\n${state}`;
}

/**
 * Takes the rows of {@link withCommitState} apart.
 *
 * @returns null where the first and last row do not say the moment: a runtime may do the parts of a union in any order.
 */
export function splitCommitState(
  rows: unknown[][],
): { rows: unknown[][]; before: CommitState; after: CommitState } | null {
  const before = commitStateIn(rows[0]);
  const after = commitStateIn(rows.at(-1));
  return before && after && rows.length > 1 ? { rows: rows.slice(1, -1), before, after } : null;
}

function commitStateIn(row: unknown[] | undefined): CommitState | null {
  const value = row?.[0];
  if (!Array.isArray(value) || value[0] !== STATE_MARK) return null;
  return [Number(value[1]), Number(value[2])];
}

/**
 * Takes the write lock until the transaction ends, gives the write its number and remembers it, for a retry after a lost
 * connection. Returns the number, and those of the latest writes before. Numbers up to `floor` are taken by a history that
 * came from elsewhere.
 */
export const LOCK_FOR_WRITE = `
MATCH (g:Graph) SET g.locked = true
WITH g MATCH (c:Commits)
WITH g, toInteger(CASE WHEN c.begun < g.floor THEN g.floor ELSE c.begun END) + 1 AS number, g.recent AS recent
SET g.version = number, g.recent = [number] + recent[..99]
REMOVE g.locked
RETURN number, recent`;

/** Takes the write lock until the transaction ends, for a reader that commits would disturb: it changes nothing. */
export const LOCK_FOR_READ = 'MATCH (g:Graph) SET g.locked = true REMOVE g.locked';

export const BEGIN_COMMIT = 'MATCH (c:Commits) SET c.begun = $number';

export const END_COMMIT = 'MATCH (c:Commits) SET c.done = CASE WHEN c.done < $number THEN $number ELSE c.done END';

/** What must be there before the first write. */
export const INIT = `
MERGE (g:Graph {only: true}) ON CREATE SET g.version = 0, g.recent = [], g.instance = $instance
MERGE (c:Commits {only: true}) ON CREATE SET c.begun = 0, c.done = 0`;
