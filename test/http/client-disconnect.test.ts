import { beforeAll, expect, test } from '@jest/globals';
import { type Api } from '../../src/api/api.ts';
import { serve, testApi } from '../support/http.ts';

let api: Api;
beforeAll(async () => void (api = await testApi()));

test('a client that disconnects stops its query, and the log says so', async () => {
  const started = Promise.withResolvers<AbortSignal | undefined>();
  const server = await serve({
    api: {
      ...api,
      execute: ({ signal }) => {
        started.resolve(signal);
        return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));
      },
    },
  });
  const client = new AbortController();
  const asking = server.ask('query Slow { __typename }', {}, { signal: client.signal });
  const signal = await started.promise;
  expect(signal?.aborted).toBe(false);

  client.abort();
  await expect(asking).rejects.toThrow('aborted');
  await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
  await server.stop();
  expect(server.lines).toContainEqual(expect.objectContaining({ msg: 'client disconnected', operation: 'Slow' }));
  expect(server.lines.filter(({ level }) => level >= 50)).toEqual([]);
});

test('a query that takes too long is stopped with advice', async () => {
  const impatient = await testApi({ timeoutMs: 1 });
  const server = await serve({ api: impatient });
  const { status, body } = await server.ask('{ claims { nodes { key } } }');
  expect(status).toBe(504);
  expect(body.errors).toMatchObject([
    { message: expect.stringContaining('timed out after 0.001 s'), extensions: { code: 'TIMED_OUT', timeoutMs: 1 } },
  ]);
});
