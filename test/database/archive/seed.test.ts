import { beforeAll, expect, jest, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { importSeed } from '../../../src/cli/seed.ts';
import { importRecord } from '../../../src/record/archive/import.ts';
import { verify } from '../../../src/record/verify.ts';
import { emptied, exported, fileOf } from '../../support/archive.ts';
import { freshDatabase, textOfGraph } from '../../support/recording.ts';

jest.setTimeout(600_000);

let database: Database;
beforeAll(async () => {
  database = await freshDatabase();
  await importSeed(database, () => {});
});

test('all of the seed goes into a file and comes back as it was, with everything that follows from it', async () => {
  const [before, file] = [await textOfGraph(database), await exported(database)];
  await emptied(database);
  const { counts } = await importRecord(database, fileOf(file));

  expect(counts.things.Meeting).toBeGreaterThan(30);
  expect(await textOfGraph(database)).toBe(before);
  expect(await exported(database)).toBe(file);
  expect(await verify(database)).toEqual([]);
});
