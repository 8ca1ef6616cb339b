import { type Driver } from 'neo4j-driver';
import { type Database } from '../database.ts';
import { withRetries } from '../retry.ts';
import { migrations } from './index.ts';

/** What a migration run did. */
export interface Migrated {
  /** The names of the migrations applied now; empty when the database was up to date. */
  applied: string[];
}

/** One step of the stored form. Steps are never edited after they were released; a later step corrects them. */
export interface Migration {
  number: number;
  name: string;
  /** Constraints and indexes, each to be repeatable (IF NOT EXISTS): two servers may start together. */
  schema: readonly string[];
}

/** What must exist before anything can be recorded: the single :Graph node and the register of migrations. */
const FOUNDATION = [
  'CREATE CONSTRAINT graph_only IF NOT EXISTS FOR (n:Graph) REQUIRE n.only IS UNIQUE',
  'CREATE CONSTRAINT migration_number IF NOT EXISTS FOR (n:Migration) REQUIRE n.number IS UNIQUE',
];

/**
 * Applies what is not yet applied. Schema statements cannot share a transaction with data, so they run first, repeatably;
 * a migration counts once it is recorded, under the write lock.
 */
export async function migrate(driver: Driver, database: Database, name: string | undefined): Promise<Migrated> {
  const run = (cypher: string, parameters?: object) =>
    withRetries(() => driver.executeQuery(cypher, parameters, { database: name }));

  for (const statement of FOUNDATION) await run(statement);
  await run('MERGE (g:Graph {only: true}) ON CREATE SET g.version = 0, g.instance = $instance', {
    instance: crypto.randomUUID(),
  });

  const before = await database.read((tx) =>
    tx.run<{ number: number }>('MATCH (m:Migration) RETURN m.number AS number'),
  );
  const known = new Set(before.map(({ number }) => number));
  const due = migrations.filter(({ number }) => !known.has(number));
  for (const migration of due) for (const statement of migration.schema) await run(statement);
  await run('CALL db.awaitIndexes(600)');

  // Also without migrations to record: a start is a write, so that no answer cached before a crash outlives it.
  const applied = await database.write((tx) =>
    tx.run<{ name: string }>(
      `UNWIND $due AS step
       OPTIONAL MATCH (known:Migration {number: step.number})
       WITH step WHERE known IS NULL
       CREATE (m:Migration {number: step.number, name: step.name, appliedAt: $now})
       RETURN m.name AS name`,
      { due: due.map(({ number, name }) => ({ number, name })), now: new Date().toISOString() },
    ),
  );
  return { applied: applied.map(({ name }) => name) };
}
