import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Database } from '../../src/graph/database.ts';
import { emptyGraph, testDatabase } from '../support/database.ts';

let database: Database;
beforeAll(async () => void (database = await testDatabase()));
beforeEach(() => emptyGraph(database));

describe('database', () => {
  test('gives rows as tuples or as objects, with numbers as numbers', async () => {
    const [rows, objects] = await database.read(async (tx) => [
      await tx.rows('UNWIND [1, 2] AS n RETURN n, $word', { word: 'x' }),
      await tx.run('RETURN 1 AS a, [1.5, null] AS b'),
    ]);
    expect(rows).toEqual([
      [1, 'x'],
      [2, 'x'],
    ]);
    expect(objects).toEqual([{ a: 1, b: [1.5, null] }]);
  });
});
