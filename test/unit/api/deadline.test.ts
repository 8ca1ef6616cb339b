import { expect, test } from '@jest/globals';
import { mutationTimeout, queryTimeout, withDeadline } from '../../../src/api/deadline.ts';

const forever = () => new Promise<never>(() => {});

test('work that is in time returns its result', async () => {
  await expect(withDeadline(queryTimeout(1_000), undefined, () => Promise.resolve('done'))).resolves.toBe('done');
});

test('work that fails rejects with its own error, and what else it has begun is stopped', async () => {
  let signal: AbortSignal | undefined;
  const failing = withDeadline(queryTimeout(1_000), undefined, (given) => {
    signal = given;
    return Promise.reject(new Error('broken'));
  });
  await expect(failing).rejects.toThrow('broken');
  expect(signal?.aborted).toBe(true);
});

test('work that throws at once rejects, and nothing else does', async () => {
  const unhandled: unknown[] = [];
  const listen = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', listen);
  const failing = withDeadline(queryTimeout(1_000), undefined, () => {
    throw new Error('not allowed');
  });
  await expect(failing).rejects.toThrow('not allowed');
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', listen);
  expect(unhandled).toEqual([]);
});

test('late work rejects with TIMED_OUT and its signal aborts, even if it ignores the signal', async () => {
  let signal: AbortSignal | undefined;
  const late = withDeadline(queryTimeout(10), undefined, (given) => {
    signal = given;
    return forever();
  });
  await expect(late).rejects.toMatchObject({
    code: 'TIMED_OUT',
    message: expect.stringContaining('0.01 s') as unknown,
  });
  expect(signal?.aborted).toBe(true);
});

test('work for a client that disconnects rejects with the reason of its signal', async () => {
  const client = new AbortController();
  const work = withDeadline(queryTimeout(60_000), client.signal, forever);
  client.abort(new Error('disconnected'));
  await expect(work).rejects.toThrow('disconnected');
  await expect(withDeadline(queryTimeout(60_000), client.signal, forever)).rejects.toThrow('disconnected');
});

test('a late mutation may still take effect, and the message says how to find out', async () => {
  const { reason } = mutationTimeout(2_000);
  await expect(withDeadline({ ...mutationTimeout(10), reason }, undefined, forever)).rejects.toMatchObject({
    code: 'TIMED_OUT',
    message: expect.stringMatching(/2 s, and may still take effect.*same idempotencyKey/) as unknown,
  });
});
