import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ClientError } from '../../domain/errors.ts';
import { INIT } from '../transactions/read-consistency.ts';
import { withRetries } from '../transactions/retry.ts';
import { type Sessions } from '../transactions/sessions.ts';
import { type Tx, createTx } from '../transactions/transaction.ts';
import { type WriteWork } from '../transactions/writing.ts';
import { migrations } from './index.ts';
import { type Migration } from './migration.ts';

/** The result of a migration run. */
export interface MigrationResult {
  /** The names of the migrations applied; empty if the database was up to date. */
  applied: string[];
  /** True if an existing graph now lacks derived values and has to be rebuilt. */
  needsRebuild: boolean;
}

/** Constraints on the :Graph, :Commits and :Migration nodes, which have to exist before the first write. */
const FOUNDATION = [
  'CREATE CONSTRAINT graph_only IF NOT EXISTS FOR (n:Graph) REQUIRE n.only IS UNIQUE',
  'CREATE CONSTRAINT commits_only IF NOT EXISTS FOR (n:Commits) REQUIRE n.only IS UNIQUE',
  'CREATE CONSTRAINT migration_number IF NOT EXISTS FOR (n:Migration) REQUIRE n.number IS UNIQUE',
];

/** A single query, because a database that has just started takes long to plan each new one. */
const STATE = `
OPTIONAL MATCH (c:Commits)
RETURN COLLECT { MATCH (m:Migration) RETURN m.number } AS numbers,
       c.begun = c.done AND EXISTS { (:Graph) } AS settled`;

/**
 * Applies pending migrations. Schema statements cannot be in a transaction with data, so they run first and are idempotent; a
 * migration is applied once it is recorded, under the write lock.
 *
 * @throws ClientError DATABASE_IS_NEWER if the database has migrations of a later release; nothing is changed.
 */
export async function migrate(
  sessions: Sessions,
  write: <T>(work: WriteWork<T>) => Promise<T>,
): Promise<MigrationResult> {
  const { numbers, settled } = await withRetries(() =>
    sessions.withSession('READ', (session) => readState(createTx(session))),
  );
  rejectLaterRelease(numbers);
  const pending = migrations.filter(({ number }) => !numbers.includes(number));
  if (pending.length === 0 && settled) return { applied: [], needsRebuild: false };

  await createSchema(sessions, FOUNDATION);
  await withRetries(() => sessions.withSession('WRITE', (session) => session.run(INIT, { instance: randomUUID() })));
  // All steps at once: with one transaction for each, two servers that start together waited for each other.
  const schema = pending.flatMap((step) => step.schema);
  if (schema.length > 0) await createSchema(sessions, schema);

  const applied: Migration[] = [];
  for (const steps of numbers.length === 0 ? [pending] : inTransactions(pending)) {
    await changePages(steps[0]?.changePage, write);
    // Also if nothing is pending: this write ends a commit that a crashed process has left open.
    applied.push(...(await write((tx) => apply(tx, steps))));
  }
  return {
    applied: applied.map(({ name }) => name),
    needsRebuild: numbers.length > 0 && applied.some(({ needsRebuild }) => needsRebuild),
  };
}

/** The steps that are applied together: one that has to change pages begins after those before it are recorded. */
function inTransactions(steps: readonly Migration[]): Migration[][] {
  const groups: Migration[][] = [[]];
  for (const step of steps) {
    if (step.changePage !== undefined) groups.push([]);
    groups.at(-1)!.push(step);
  }
  return groups;
}

async function changePages(
  changePage: Migration['changePage'],
  write: <T>(work: WriteWork<T>) => Promise<T>,
): Promise<void> {
  if (changePage === undefined) return;
  for (let after: string | null = ''; after !== null;) {
    const from: string = after;
    after = await write((tx) => changePage(tx, from));
  }
}

/** Applies the steps that are not recorded yet, and returns them. */
async function apply(tx: Tx, steps: readonly Migration[]): Promise<Migration[]> {
  const recorded = (await readState(tx)).numbers;
  const remaining = steps.filter(({ number }) => !recorded.includes(number));
  const appliedAt = new Date().toISOString();
  for (const { backfill } of remaining) if (backfill !== undefined) await tx.run(backfill);
  const rows = remaining.map(({ number, name }) => ({ number, name, appliedAt }));
  await tx.run('UNWIND $rows AS row CREATE (m:Migration) SET m = row', { rows });
  return remaining;
}

/** What a later release has stored, this one does not know how to keep right. */
function rejectLaterRelease(numbers: readonly number[]): void {
  const unknown = numbers.filter((number) => !migrations.some((known) => known.number === number));
  if (unknown.length === 0) return;
  throw new ClientError(
    'DATABASE_IS_NEWER',
    `The database was brought up to date by a later release of Chancery (migration ${Math.max(...unknown)}; this release knows ` +
      `those up to ${Math.max(...migrations.map(({ number }) => number))}). Start that release or a later one, or use another ` +
      'database. Nothing was changed.',
  );
}

/** Runs schema statements in one transaction, which takes a sixth of the time, and waits for the indexes. */
async function createSchema(sessions: Sessions, statements: readonly string[]): Promise<void> {
  await withRetries(() =>
    sessions.withSession('WRITE', async (session) => {
      const transaction = session.beginTransaction();
      await Promise.all(statements.map((statement) => transaction.run(statement)));
      await transaction.commit();
    }),
  );
  await indexesOnline(sessions);
}

const POLL_MS = 50;

/**
 * Resolves when all indexes are online. Each look is a transaction of its own: `db.awaitIndexes` keeps the locks on labels that
 * the constraint another server is creating needs, and so waited for that one until its own timeout (Neo4j 5.26.12).
 *
 * @throws Error with the words of Neo4j if an index could not be built.
 */
async function indexesOnline(sessions: Sessions): Promise<void> {
  for (;;) {
    const unfinished = await withRetries(() =>
      sessions.withSession('READ', (session) => createTx(session).rows(UNFINISHED_INDEXES)),
    );
    const failed = unfinished.find(([, state]) => state === 'FAILED');
    if (failed !== undefined)
      throw new Error(`The index ${String(failed[0])} could not be built: ${String(failed[2])}`);
    if (unfinished.length === 0) return;
    await sleep(POLL_MS);
  }
}

const UNFINISHED_INDEXES =
  "SHOW INDEXES YIELD name, state, failureMessage WHERE state <> 'ONLINE' RETURN name, state, failureMessage";

async function readState(tx: Tx): Promise<{ numbers: number[]; settled: boolean }> {
  const [row] = await tx.rows(STATE);
  return { numbers: row![0] as number[], settled: row![1] === true };
}
