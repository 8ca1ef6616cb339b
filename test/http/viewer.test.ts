import { beforeAll, expect, test } from '@jest/globals';
import { addKey } from '../../src/access/api-keys.ts';
import { createAuthenticator } from '../../src/access/authenticator.ts';
import { serve, testApi, type TestServer } from '../support/http.ts';
import { freshDatabase } from '../support/recording.ts';

let server: TestServer;
const keys = new Map<string, string>();

beforeAll(async () => {
  const database = await freshDatabase();
  for (const [name, role] of [
    ['ann', 'ANALYST'],
    ['ray', 'READER'],
  ] as const) {
    keys.set(name, await addKey(database, { name, role }));
  }
  const authenticator = createAuthenticator(database, { readingIsOpen: true, issuer: null });
  server = await serve({ api: await testApi(), authenticator });
}, 180_000);

const VIEWER = '{ graphVersion ...Asked } fragment Asked on Query { who: viewer { name role } }';

/** Who asks, as the server sees it by this key; without one, by none. */
async function viewerWith(name?: string, query = VIEWER): Promise<unknown> {
  const { body, headers } = await server.ask(
    query,
    {},
    {
      headers: {
        'content-type': 'application/json',
        ...(name !== undefined && { authorization: `Bearer ${keys.get(name)}` }),
      },
      body: JSON.stringify({ query }),
    },
  );
  expect(body.errors).toBeUndefined();
  expect(headers.get('etag')).toBeNull();
  return (body.data as { who: unknown }).who;
}

test('the viewer is the caller to whom the key belongs, and never that of the request before', async () => {
  for (let round = 0; round < 3; round++) {
    expect(await viewerWith('ann')).toEqual({ name: 'ann', role: 'ANALYST' });
    expect(await viewerWith()).toBeNull();
    expect(await viewerWith('ray')).toEqual({ name: 'ray', role: 'READER' });
  }
});

test('of many at once, each is told of itself', async () => {
  const names = ['ann', undefined, 'ray', 'ann', undefined, 'ray'];
  const query = '{ who: viewer { name } first: graphVersion }';
  const viewers = await Promise.all(names.map((name) => viewerWith(name, query)));
  expect(viewers).toEqual(names.map((name) => (name === undefined ? null : { name })));
});

test('an answer about the viewer is not kept by caches, and others are', async () => {
  const get = (query: string) =>
    fetch(`${server.url}/graphql?query=${encodeURIComponent(query)}`, {
      headers: { authorization: `Bearer ${keys.get('ann')}`, 'apollo-require-preflight': 'true' },
    });
  const [own, shared] = [await get('{ viewer { name } }'), await get('{ graphVersion }')];
  expect(await own.json()).toEqual({ data: { viewer: { name: 'ann' } } });
  expect([own.headers.get('etag'), own.headers.get('cache-control')]).toEqual([null, 'no-store']);
  expect(shared.headers.get('etag')).not.toBeNull();
});
