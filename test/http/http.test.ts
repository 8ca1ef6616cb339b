import { connect } from 'node:net';
import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { buildSchema, findBreakingChanges } from 'graphql';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Api } from '../../src/api/api.ts';
import { type TestServer, serve, testApi } from '../support/http.ts';

let api: Api;
let server: TestServer;
beforeAll(async () => {
  api = await testApi();
  server = await serve({ api });
});

interface Sent {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** Not with fetch, which sets headers of its own. */
function send(path: string, { method = 'GET', headers = {}, body = '', url = server.url } = {}): Promise<Sent> {
  return new Promise((resolve, reject) => {
    request(`${url}${path}`, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .once('error', reject)
      .end(body);
  });
}

const QUERY = '/graphql?query={__typename}';

test('the schema is a file of its own, for tools that generate code', async () => {
  const { status, headers, body } = await send('/schema.graphql');
  expect([status, headers['content-type']]).toEqual([200, 'application/graphql; charset=utf-8']);
  expect(findBreakingChanges(buildSchema(body.toString()), api.schema)).toEqual([]);
  expect(await send('/schema.graphql', { headers: { 'if-none-match': String(headers.etag) } })).toMatchObject({
    status: 304,
  });
  expect(await send('/schema.graphql', { method: 'DELETE' })).toMatchObject({ status: 405 });
});

describe('methods', () => {
  test('HEAD is GET without a body', async () => {
    for (const path of [QUERY, '/', '/livez']) {
      const [get, head] = [await send(path), await send(path, { method: 'HEAD' })];
      expect([head.status, head.body.length]).toEqual([200, 0]);
      expect(head.headers['content-length']).toBe(String(get.body.length));
      expect(head.headers['content-type']).toBe(get.headers['content-type']);
    }
  });

  test.each([
    [QUERY, 'GET, HEAD, POST, OPTIONS'],
    ['/', 'GET, HEAD, OPTIONS'],
    ['/livez', 'GET, HEAD, OPTIONS'],
  ])('%s says which it allows: by OPTIONS, and by 405 for others', async (path, allow) => {
    const options = await send(path, { method: 'OPTIONS' });
    expect([options.status, options.headers.allow, options.body.length]).toEqual([204, allow, 0]);
    const put = await send(path, { method: 'PUT', body: 'x' });
    expect([put.status, put.headers.allow]).toEqual([405, allow]);
    expect(JSON.parse(put.body.toString())).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  test('a POST beside the API is told where the API is', async () => {
    const { status, body } = await send('/grahpql', { method: 'POST', body: '{}' });
    expect([status, body.toString()]).toEqual([405, expect.stringContaining('the API is at /graphql')]);
  });
});

describe('a server on loopback', () => {
  const named = (host: string, url = server.url) => send(QUERY, { headers: { host }, url });

  test.each(['localhost:4000', '127.0.0.1:4000', '[::1]:4000', 'desk.localhost'])('answers to %s', async (host) => {
    expect((await named(host)).status).toBe(200);
  });

  test('refuses other names on every path, with the way out, and logs it', async () => {
    for (const path of [QUERY, '/', '/livez']) {
      const { status, body } = await send(path, { headers: { host: 'evil.example:4000' } });
      expect(status).toBe(421);
      expect(JSON.parse(body.toString())).toMatchObject({
        errors: [
          {
            message: expect.stringMatching(/"evil.example:4000" is none of them.*CHANCERY_HOSTS/) as unknown,
            extensions: { code: 'WRONG_HOST' },
          },
        ],
      });
    }
    expect(server.lines).toContainEqual(expect.objectContaining({ path: '/livez', status: 421 }));
  });

  test('answers to the names that it is told', async () => {
    const { url } = await serve({ api, hosts: ['chancery.example'] });
    expect((await named('chancery.example', url)).status).toBe(200);
    expect((await named('evil.example', url)).status).toBe(421);
  });

  test('answers to any name where it is not on loopback only', async () => {
    const { url } = await serve({ api, hosts: null });
    expect((await named('chancery.example', url)).status).toBe(200);
  });
});

describe('a request that comes slowly', () => {
  /** Sends the beginning of a request, and returns all that comes back until the connection is closed. */
  function begin(text: string, url: string): Promise<string> {
    return new Promise((resolve, reject) => {
      let received = '';
      const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text));
      socket.setEncoding('utf8').on('data', (chunk) => (received += String(chunk)));
      socket.once('close', () => resolve(received)).once('error', reject);
    });
  }

  test.each([
    ['headers', 'POST /graphql HTTP/1.1\r\nHost: localhost\r\n'],
    [
      'body',
      'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"query"',
    ],
  ])('whose %s are not there in time is ended with 408', async (_, text) => {
    const impatient = await serve({ api, arrivalTimeoutMs: 200 });
    expect(await begin(text, impatient.url)).toMatch(/^HTTP\/1.1 408 Request Timeout/);
    expect(await impatient.ask('{ __typename }')).toMatchObject({ status: 200 });
  });

  test('does not count the time that its response takes', async () => {
    const slow = await serve({
      arrivalTimeoutMs: 50,
      api: { ...api, execute: () => new Promise((resolve) => setTimeout(() => resolve({ data: {} }), 300)) },
    });
    expect(await slow.ask('{ __typename }')).toMatchObject({ status: 200, body: { data: {} } });
  });
});

describe('bodies', () => {
  const headers = { 'content-type': 'application/json' };

  test('a response of more than 1 kB is compressed, a smaller one is not', async () => {
    const post = (query: string) =>
      send('/graphql', {
        ...{ method: 'POST', body: JSON.stringify({ query }) },
        headers: { ...headers, 'accept-encoding': 'gzip' },
      });
    const long = await post('{ __schema { types { name } } }');
    expect(long.headers).toMatchObject({
      'content-encoding': 'gzip',
      vary: expect.stringContaining('accept-encoding'),
    });
    expect(JSON.parse(gunzipSync(long.body).toString())).toHaveProperty('data.__schema.types');
    expect((await post('{ __typename }')).headers['content-encoding']).toBeUndefined();
  });

  test('a byte order mark before the JSON does no harm', async () => {
    const { status, body } = await send('/graphql', {
      method: 'POST',
      headers,
      body: '\uFEFF{"query":"{__typename}"}',
    });
    expect([status, body.toString()]).toEqual([200, '{"data":{"__typename":"Query"}}\n']);
  });

  test('a compressed body is refused', async () => {
    const encoded = { ...headers, 'content-encoding': 'gzip' };
    const { status, body } = await send('/graphql', { method: 'POST', headers: encoded, body: 'x' });
    expect([status, body.toString()]).toEqual([415, expect.stringContaining('without content-encoding: gzip')]);
  });
});
