import { describe, expect, test } from '@jest/globals';
import { Neo4jError } from 'neo4j-driver';
import { withRetries } from '../../../src/graph/transactions/retry.ts';

const DEADLOCK = 'Neo.TransientError.Transaction.DeadlockDetected';

/** Work that fails with this code some times before it succeeds, and counts. */
function failing(code: string, times: number) {
  const work = () => {
    work.attempts++;
    if (work.attempts > times) return Promise.resolve('done');
    return Promise.reject(new Neo4jError('no', code, '', ''));
  };
  work.attempts = 0;
  return work;
}

describe('withRetries', () => {
  test('tries again after an error that may pass', async () => {
    const work = failing(DEADLOCK, 3);
    expect(await withRetries(work)).toBe('done');
    expect(work.attempts).toBe(4);
  });

  test.each([
    'Neo.ClientError.Statement.SyntaxError',
    'Neo.ClientError.Security.Unauthorized',
    'Neo.TransientError.General.MemoryPoolOutOfMemoryError', // what was too large once is too large again
  ])('does not after %s', async (code) => {
    const work = failing(code, 1);
    await expect(withRetries(work)).rejects.toMatchObject({ code });
    expect(work.attempts).toBe(1);
  });

  test('stops when the time is over', async () => {
    const work = failing(DEADLOCK, Infinity);
    await expect(withRetries(work, { limitMs: 100 })).rejects.toMatchObject({ code: DEADLOCK });
    expect(work.attempts).toBeGreaterThan(1);
  });

  test('waits for a database that is unavailable only as long as its caller does', async () => {
    const work = failing('ServiceUnavailable', Infinity);
    await expect(withRetries(work, { patienceMs: () => 100 })).rejects.toMatchObject({ code: 'ServiceUnavailable' });
    expect(work.attempts).toBeGreaterThan(1);
    expect(await withRetries(failing(DEADLOCK, 4), { patienceMs: () => 0 })).toBe('done');
  });

  test('stops when nobody waits any more', async () => {
    const caller = new AbortController();
    const answer = withRetries(failing(DEADLOCK, Infinity), { signal: caller.signal });
    caller.abort();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
  });
});
