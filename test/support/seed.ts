import { importSeed } from '../../src/cli/startup/seed.ts';
import { type Database } from '../../src/graph/database.ts';
import { databaseWith, refilledWith } from './database.ts';

/** The worker's database with the seed data, and nothing else. */
export function seededDatabase(): Promise<Database> {
  return databaseWith('seed', (database) => importSeed(database, () => {}));
}

/** The same, imported in any case: for the test of that import, which says what it does line by line. */
export function newlySeededDatabase(print: (line: string) => void): Promise<Database> {
  return refilledWith('seed', (database) => importSeed(database, print));
}
