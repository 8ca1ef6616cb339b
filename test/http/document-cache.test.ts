import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Api } from '../../src/api/api.ts';
import { readExamples } from '../../web/examples.ts';
import { type TestServer, seededDatabase, serve, testApi } from '../support/http.ts';

/**
 * The fast path (src/server/fast-path.ts) executes a document that Apollo has answered before. Its responses are the same to the byte.
 * The requests of these tests have an idempotency key, which only Apollo's path passes on: that tells the two apart.
 */
const ways: string[] = [];
let server: TestServer;
/** Another server of the same graph, whose document cache is empty. */
let fresh: TestServer;

beforeAll(async () => {
  await seededDatabase();
  const api = await testApi();
  const noting: Api = {
    ...api,
    execute: (request) => {
      ways.push(request.idempotencyKey === null ? 'known' : 'apollo');
      return api.execute(request);
    },
  };
  server = await serve({ api: noting });
  fresh = await serve({ api });
});

const wayOfLast = () => ways.at(-1);
let asked = 0;

/** The whole response, except for what differs between requests; never from the response cache, as each URL is used once. */
async function sent({ url }: TestServer, body: object, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}/graphql?n=${++asked}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'a key', ...headers },
    body: JSON.stringify(body),
  });
  const told = [...response.headers].filter(([name]) => !['date', 'x-request-id'].includes(name));
  return { status: response.status, headers: Object.fromEntries(told), body: await response.text() };
}

const queries = readExamples().filter(({ query }) => !/^\s*mutation/m.test(query));

test.each(queries)('$title gets the same response the second time', async ({ query, variables }) => {
  const body = { query, variables: JSON.parse(variables || '{}') as object };
  const first = await sent(server, body);
  expect(wayOfLast()).toBe('apollo');
  expect(await sent(server, body)).toEqual(first);
  expect(wayOfLast()).toBe('known');
});

describe('with a cached document', () => {
  const query = 'query Name($ref: Ref!) { country(ref: $ref) { name } } query Other { claims { totalCount } }';
  const good = { query, operationName: 'Name', variables: { ref: 'country:GB' } };

  beforeAll(() => sent(server, good));

  test('another operation of it takes the fast path too, and the log names it', async () => {
    const { body } = await sent(server, { query, operationName: 'Other' });
    expect(JSON.parse(body)).toHaveProperty('data.claims.totalCount');
    expect(wayOfLast()).toBe('known');
    expect(server.lines.at(-1)).toMatchObject({ msg: 'request completed', operation: 'Other', status: 200 });
  });

  test.each([
    ['a wrong variable', { ...good, variables: { ref: 7 } }],
    ['a variable that is left out', { ...good, variables: null }],
    ['variables of a wrong kind', { ...good, variables: [1] }],
    ['an operation that it does not have', { ...good, operationName: 'Nobody' }],
    ['no word on which operation', { query }],
    ['an operation name of a wrong kind', { ...good, operationName: 7 }],
    ['an extension', { ...good, extensions: { persistedQuery: { version: 2, sha256Hash: 'x' } } }],
  ])('%s gets the same error as without the cache', async (_, body) => {
    expect(await sent(server, body)).toEqual(await sent(fresh, body));
    const modern = { accept: 'application/graphql-response+json' };
    await sent(server, good, modern);
    expect(await sent(server, body, modern)).toEqual(await sent(fresh, body, modern));
  });

  test('the content type is one that the client accepts', async () => {
    for (const accept of ['*/*', 'application/json', 'application/graphql-response+json; charset=utf-8', 'text/html']) {
      const first = await sent(server, good, { accept });
      expect(await sent(server, good, { accept })).toEqual(first);
    }
  });

  test('an operation that fails is not executed twice, and its error is masked', async () => {
    const failing = await serve({ api: { ...(await testApi()), execute: failSecond } });
    let executed = 0;
    function failSecond() {
      if (++executed > 1) return Promise.reject(new Error('bolt://secret'));
      return Promise.resolve({ data: { country: null } });
    }
    await sent(failing, good);
    const { status, body } = await sent(failing, good);
    expect(executed).toBe(2);
    expect(status).toBe(500);
    expect(body).not.toContain('secret');
  });

  test('a cross-site form post is still refused', async () => {
    const { status } = await sent(server, good, { 'content-type': 'text/plain' });
    expect(status).toBe(400);
  });
});
