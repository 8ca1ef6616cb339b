import { expect, test } from '@jest/globals';
import { mutationTimeout, queryTimeout, withDeadline } from '../../../src/api/deadline.ts';

const forever = () => new Promise<never>(() => {});

test('work that is in time gives its result', async () => {
  await expect(withDeadline(queryTimeout(1_000), undefined, () => Promise.resolve('done'))).resolves.toBe('done');
});

test('work that fails gives its own error', async () => {
  await expect(withDeadline(queryTimeout(1_000), undefined, () => Promise.reject(new Error('broken')))).rejects.toThrow(
    'broken',
  );
});

test('late work is given up, told so, and its signal fires even when it does not listen', async () => {
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

test('work for somebody who leaves is given up with the reason of leaving', async () => {
  const client = new AbortController();
  const work = withDeadline(queryTimeout(60_000), client.signal, forever);
  client.abort(new Error('the client left'));
  await expect(work).rejects.toThrow('the client left');
  await expect(withDeadline(queryTimeout(60_000), client.signal, forever)).rejects.toThrow('the client left');
});

test('of a change that is late it is told that it may still be made, and how to find out', async () => {
  const { reason } = mutationTimeout(2_000);
  await expect(withDeadline({ ...mutationTimeout(10), reason }, undefined, forever)).rejects.toMatchObject({
    code: 'TIMED_OUT',
    message: expect.stringMatching(/2 s, and may still take effect.*same idempotencyKey/) as unknown,
  });
});
