import { afterAll } from '@jest/globals';
import { type DatabaseAddress, type Database, connect } from '../../src/graph/database.ts';

let opened: Promise<Database> | undefined;
afterAll(async () => (await opened)?.close());

/** The address of this worker's own Neo4j. */
export function testAddress(): DatabaseAddress {
  const addresses = JSON.parse(process.env.CHANCERY_TEST_DATABASES ?? '[]') as DatabaseAddress[];
  const address = addresses[Number(process.env.JEST_WORKER_ID ?? 1) - 1];
  if (address === undefined) throw new Error('No database was started for this run: see test/support/global-setup.ts');
  return address;
}

/**
 * This worker's own database, migrated and, when a file first asks for it, emptied of what the files before it left.
 * It is shared by the tests of a file and closed after the last.
 */
export function testDatabase(): Promise<Database> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Database> {
  const database = await connect(testAddress());
  await database.migrate();
  await emptyGraph(database);
  return database;
}

/** Removes everything but constraints, indexes and the register of migrations. */
export async function emptyGraph(database: Database): Promise<void> {
  await database.write((tx) => tx.run('MATCH (n) WHERE NOT n:Graph|Commits|Migration DETACH DELETE n'));
}
