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

describe('pages of origins that the operator has chosen', () => {
  const chosen = 'https://dashboard.example.org';
  const other = 'https://elsewhere.example';
  let some: TestServer;
  let all: TestServer;
  beforeAll(async () => {
    const api = await testApi();
    some = await serve({ api, origins: [chosen] });
    all = await serve({ api, origins: ['*'] });
  });
  const granted = (response: Response) => response.headers.get('access-control-allow-origin');
  const ways: [string, (url: string, origin: string) => Promise<Response>][] = [
    [
      'a GET',
      (url, origin) =>
        fetch(`${url}/graphql?query={__typename}`, { headers: { origin, 'sec-fetch-site': 'cross-site' } }),
    ],
    [
      'a POST',
      (url, origin) =>
        fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { origin, 'content-type': 'application/json' },
          body: '{"query":"{__typename}"}',
        }),
    ],
    ['what is refused', (url, origin) => fetch(`${url}/graphql`, { method: 'DELETE', headers: { origin } })],
    ['a file', (url, origin) => fetch(`${url}/export/unheard-of.csv`, { headers: { origin } })],
    ['a stream', (url, origin) => fetch(`${url}/graphql/stream?query=x`, { headers: { origin } })],
  ];

  test.each(ways)('may read %s, others may not', async (_, send) => {
    expect(granted(await send(some.url, chosen))).toBe(chosen);
    const refused = await send(some.url, other);
    expect(granted(refused)).toBeNull();
    expect(refused.headers.get('vary')).toMatch(/\borigin\b/);
    expect(granted(await send(all.url, other))).toBe('*');
  });

  test('may send a key and JSON, as a preflight tells the browser', async () => {
    const preflight = (url: string, origin: string) =>
      fetch(`${url}/graphql`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,content-type',
        },
      });
    const { status, headers } = await preflight(some.url, chosen);
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-methods')).toContain('POST');
    expect(headers.get('access-control-allow-headers')).toMatch(/\bauthorization\b.*\bcontent-type\b/);
    expect(headers.has('access-control-allow-credentials')).toBe(false);
    expect(granted(await preflight(some.url, other))).toBeNull();
  });

  test('are answered by GET, and others still refused', async () => {
    const [, send] = ways[0]!;
    expect(await (await send(some.url, chosen)).json()).toEqual({ data: { __typename: 'Query' } });
    expect((await send(some.url, other)).status).toBe(400);
  });
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
