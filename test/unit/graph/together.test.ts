import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { together } from '../../../src/graph/transactions/together.ts';

test('gives the values in their order', async () => {
  expect(await together([sleep(2, 'slow'), Promise.resolve(1), 'at hand'])).toEqual(['slow', 1, 'at hand']);
});

test('waits for all where one fails, and throws what failed first', async () => {
  const done: string[] = [];
  const failing = async (after: number, name: string) => {
    await sleep(after);
    done.push(name);
    throw new Error(name);
  };
  const waiting = together([failing(20, 'second'), failing(1, 'first'), sleep(30).then(() => done.push('last'))]);
  await expect(waiting).rejects.toThrow('first');
  expect(done).toEqual(['first', 'second', 'last']);
});
