import { beforeAll, expect, jest, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { importFiles } from '../../../src/dataset/import.ts';
import { importRecord } from '../../../src/record/archive/import.ts';
import { verify } from '../../../src/record/integrity/verify.ts';
import { exportedText, openText } from '../../support/archive.ts';
import { freshDatabase, snapshotGraph } from '../../support/recording.ts';
import { emptyGraph } from '../../support/database.ts';

jest.setTimeout(600_000);

let database: Database;
beforeAll(async () => {
  database = await freshDatabase();
  // Who was at the meetings is the larger half of the seed, and has no kind of node that these do not have.
  const files = ['article', 'office-holders', 'reference', 'udcg-history'].map((name) => `seed/${name}.yaml`);
  expect((await importFiles(database, files, { by: 'test' })).problems).toEqual([]);
});

test('the seed can be exported and imported without change, derived data included', async () => {
  const [before, file] = [await snapshotGraph(database), await exportedText(database)];
  await emptyGraph(database);
  const { counts } = await importRecord(database, openText(file));

  expect(counts.things.Meeting).toBeGreaterThan(30);
  expect(await snapshotGraph(database)).toBe(before);
  expect(await exportedText(database)).toBe(file);
  expect(await verify(database)).toEqual([]);
});
