import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Database, type ReadStatement, type Tx } from '../../../src/graph/database.ts';
import { emptyGraph, testDatabase } from '../../support/database.ts';

/** Runs until the end of time, unless stopped. */
const ENDLESS: ReadStatement = {
  cypher: 'UNWIND range(1, 10000000000) AS n WITH n WHERE n < 0 RETURN n',
  columns: ['n'],
};

let database: Database;
beforeAll(async () => void (database = await testDatabase()));
beforeEach(() => emptyGraph(database));

describe('read', () => {
  test('returns rows as tuples or as objects, with numbers as numbers', async () => {
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

  test('cannot write', async () => {
    await expect(database.read((tx) => tx.run('CREATE (:Country)'))).rejects.toThrow(/read access mode/);
  });

  test('rethrows what its function throws', async () => {
    const work = () => Promise.reject(new RangeError('mine'));
    await expect(database.read(work)).rejects.toThrow(RangeError);
  });

  test('runs statements in their order even if they are not awaited one by one', async () => {
    const rows = await database.read((tx) => Promise.all(['1', '2', '3'].map((n) => tx.rows(`RETURN ${n}`))));
    expect(rows).toEqual([[[1]], [[2]], [[3]]]);
  });
});

describe('queryRows', () => {
  test('returns the tuples of one statement', async () => {
    const statement = { cypher: 'UNWIND $numbers AS n RETURN n, n * n AS square', columns: ['n', 'square'] };
    const rows = await database.queryRows(statement, { numbers: [2, 3] });
    expect(rows).toEqual([
      [2, 4],
      [3, 9],
    ]);
  });

  test('returns an empty list if there are no rows', async () => {
    const statement = { cypher: 'MATCH (c:Country) RETURN c.id AS id', columns: ['id'] };
    expect(await database.queryRows(statement, {})).toEqual([]);
  });

  test('keeps the order and limit of the statement', async () => {
    const statement = { cypher: 'UNWIND range(1, 5) AS n RETURN n ORDER BY n DESC LIMIT 2', columns: ['n'] };
    expect(await database.queryRows(statement, {})).toEqual([[5], [4]]);
  });
});

test('a read that is repeatedly interrupted by commits makes the writers wait, and shows one state', async () => {
  await database.write((tx) => tx.run('CREATE (:Counter {value: 0}), (:Counter {value: 0})'));
  const values = (tx: Tx) => tx.rows('MATCH (c:Counter) RETURN c.value');
  const raise = (tx: Tx) => tx.run('MATCH (c:Counter) SET c.value = c.value + 1');
  let attempts = 0;
  const seen = await database.read(async (tx) => {
    attempts++;
    const [first] = await values(tx);
    if (attempts <= 5) await database.write(raise);
    const [, second] = await values(tx);
    return [first, second];
  });
  expect(attempts).toBe(6);
  expect(seen).toEqual([[5], [5]]);
});

describe('a statement that needs more memory than the limit', () => {
  test('fails, and is not retried', async () => {
    let times = 0;
    const greedy = database.read((tx) => {
      times++;
      return tx.rows('UNWIND range(1, 100000000) AS n WITH collect(toString(n)) AS texts RETURN size(texts)');
    });
    await expect(greedy).rejects.toMatchObject({ code: 'TOO_LARGE' });
    expect(times).toBe(1);
    await database.ping();
  });
});

describe.each([
  ['read', (options: object) => database.read((tx) => tx.rows(ENDLESS.cypher), options)],
  ['queryRows', (options: object) => database.queryRows(ENDLESS, {}, options)],
] as const)('%s is stopped', (_, endless) => {
  test('by the database when it times out', async () => {
    const asked = Date.now();
    await expect(endless({ timeoutMs: 300 })).rejects.toMatchObject({ code: 'TIMED_OUT' });
    expect(Date.now() - asked).toBeLessThan(60_000);
    expect(await running()).toBe(0);
  });

  test('in the database when the caller aborts', async () => {
    const caller = new AbortController();
    const answer = expect(endless({ signal: caller.signal })).rejects.toThrow('left');
    while ((await running()) === 0) await sleep(20);
    caller.abort(new Error('left'));
    await answer;
    expect(await running()).toBe(0);
  });

  test('before it starts when the caller has already aborted', async () => {
    await expect(endless({ signal: AbortSignal.abort(new Error('left')) })).rejects.toThrow('left');
  });
});

/** How many endless statements the database is busy with. */
async function running(): Promise<number> {
  const [row] = await database.read((tx) =>
    tx.rows("SHOW TRANSACTIONS YIELD currentQuery AS query WHERE query CONTAINS 'n < 0 RETURN n' RETURN count(*)"),
  );
  // The question itself contains the words.
  return (row![0] as number) - 1;
}
