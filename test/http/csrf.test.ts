import { beforeAll, describe, expect, test } from '@jest/globals';
import { serve, testApi, type TestServer } from '../support/http.ts';

let server: TestServer;
beforeAll(async () => void (server = await serve({ api: await testApi() })));

const get = (headers: Record<string, string> = {}) => fetch(`${server.url}/graphql?query={__typename}`, { headers });

describe('a GET of a query', () => {
  test.each([
    ['a command line', {}],
    ['the address bar', { 'sec-fetch-site': 'none', accept: 'text/html,*/*;q=0.8' }],
    ['our own page', { 'sec-fetch-site': 'same-origin' }],
  ])('from %s is answered', async (_, headers) => {
    const response = await get(headers);
    expect([response.status, await response.json()]).toEqual([200, { data: { __typename: 'Query' } }]);
  });

  test.each([
    ["another site's image or frame", { 'sec-fetch-site': 'cross-site' }],
    ['a neighbouring site', { 'sec-fetch-site': 'same-site' }],
    ["another site's script", { origin: 'https://elsewhere.example' }],
  ])('from %s is refused before anything runs', async (_, headers) => {
    const response = await get(headers);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });
});

test.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x'])(
  'a form post (%s), which any site can send, is refused',
  async (type) => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: '{"query":"{__typename}"}',
    });
    expect(response.status).toBe(400);
  },
);

test('no other origin may read a response: there are no CORS headers, not even for a preflight', async () => {
  const origin = 'https://elsewhere.example';
  const preflight = await fetch(`${server.url}/graphql`, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
  });
  const answer = await server.ask('{ __typename }', {}, { headers: { origin, 'content-type': 'application/json' } });
  for (const { headers } of [preflight, answer]) {
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  }
});

test('no response may be framed, sniffed or load anything; only the page may load its own files', async () => {
  const answer = await server.ask('{ __typename }');
  expect(answer.headers.get('content-security-policy')).toBe(
    "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
  );
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.has('x-powered-by')).toBe(false);
  const page = (await fetch(server.url)).headers.get('content-security-policy');
  expect(page).toContain("script-src 'self';");
  expect(page).not.toMatch(/script-src[^;]*unsafe|https?:|\*/);
});
