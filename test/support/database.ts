import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
  opened ??= (async () => {
    const database = await open();
    rmSync(fixtureFile(), { force: true });
    await emptyGraph(database);
    return database;
  })();
  return opened;
}

/**
 * This worker's own database with a fixture in it and nothing else. Where a file before this one filled it with the same and
 * nothing was written since, it is taken as it is: the sequencer puts the files of one fixture next to each other.
 */
export async function databaseWith(fixture: string, fill: (database: Database) => Promise<void>): Promise<Database> {
  const isFirst = opened === undefined;
  opened ??= open();
  const database = await opened;
  if (isFirst && readFixture() === `${fixture} ${await stateOfGraph(database)}`) return database;
  return refilledWith(fixture, fill);
}

/** The same, filled in any case: for a test of what fills it. */
export async function refilledWith(fixture: string, fill: (database: Database) => Promise<void>): Promise<Database> {
  opened ??= open();
  const database = await opened;
  await emptyGraph(database);
  await fill(database);
  writeFileSync(fixtureFile(), `${fixture} ${await stateOfGraph(database)}`);
  return database;
}

async function open(): Promise<Database> {
  const database = await connect(testAddress());
  await database.migrate();
  return database;
}

/** Changes with every write. */
async function stateOfGraph(database: Database): Promise<string> {
  const [state] = await database.read((tx) => tx.rows('MATCH (g:Graph) RETURN g.instance, g.version'));
  return JSON.stringify(state);
}

/** Names what this worker's database was last filled with, and the state it had then; modules do not outlive their test file. */
function fixtureFile(): string {
  return join(process.env.CHANCERY_TEST_FIXTURES!, process.env.JEST_WORKER_ID ?? '1');
}

function readFixture(): string | undefined {
  try {
    return readFileSync(fixtureFile(), 'utf8');
  } catch {
    return undefined;
  }
}

/** Removes everything but constraints, indexes and the register of migrations; the whole seed at once is too much for one transaction. */
export async function emptyGraph(database: Database): Promise<void> {
  const most = 3_000;
  const remove =
    'MATCH (n) WHERE NOT n:Graph|Commits|Migration WITH n LIMIT toInteger($most) DETACH DELETE n RETURN count(*)';
  let removed: unknown;
  do removed = (await database.write((tx) => tx.rows(remove, { most })))[0]![0];
  while (removed === most);
}
