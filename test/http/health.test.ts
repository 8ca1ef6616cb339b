import { beforeAll, expect, test } from '@jest/globals';
import { type Api } from '../../src/api/api.ts';
import { testDatabase } from '../support/database.ts';
import { serve, testApi } from '../support/http.ts';

let api: Api;
beforeAll(async () => void (api = await testApi()));

async function get(url: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(url);
  return { status: response.status, body: await response.json() };
}

test('with its database, the server is live and ready', async () => {
  const database = await testDatabase();
  const { url } = await serve({ api, readinessChecks: { database: () => database.ping() } });
  expect(await get(`${url}/livez`)).toEqual({ status: 200, body: { live: true } });
  expect(await get(`${url}/readyz`)).toEqual({ status: 200, body: { ready: true, parts: { database: 'ready' } } });
});

test('a check that fails, or hangs, is named; the server stays live', async () => {
  const { url, lines } = await serve({
    api,
    readinessChecks: {
      database: () => Promise.reject(new Error('connection refused to 10.0.0.1')),
      disk: () => new Promise(() => {}),
      sun: () => Promise.resolve(),
    },
  });
  expect(await get(`${url}/readyz`)).toEqual({
    status: 503,
    body: { ready: false, parts: { database: 'not reachable', disk: 'not reachable', sun: 'ready' } },
  });
  expect(await get(`${url}/livez`)).toEqual({ status: 200, body: { live: true } });
  expect(lines).toContainEqual(
    expect.objectContaining({
      part: 'database',
      err: expect.objectContaining({ message: 'connection refused to 10.0.0.1' }),
    }),
  );
});
