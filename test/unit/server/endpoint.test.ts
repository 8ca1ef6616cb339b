import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { ANONYMOUS } from '../../../src/access/caller.ts';
import { type ApiRequest } from '../../../src/api/api.ts';
import { ClientError } from '../../../src/domain/errors.ts';
import { type GraphQLEndpoint, createGraphQLEndpoint } from '../../../src/server/graphql/endpoint.ts';
import { buildApiSchema } from '../../../src/query/schema.ts';
import { type Asked, graphqlRequest } from '../../support/graphql-request.ts';

/** `/graphql` is a function: a request in, a response out. Here it has an API without a graph, and no HTTP. */
let endpoint: GraphQLEndpoint;
const executed: ApiRequest[] = [];
const logged: string[] = [];
let authenticated = 0;

beforeAll(async () => {
  endpoint = await createGraphQLEndpoint(
    {
      schema: buildApiSchema(),
      version: () => Promise.resolve('1'),
      execute: (request) => {
        executed.push(request);
        return request.signal?.aborted
          ? Promise.reject(request.signal.reason as Error)
          : Promise.resolve({ data: { __typename: 'Query' } });
      },
    },
    {
      authenticate: (authorization) => {
        authenticated++;
        if (authorization === 'Bearer wrong') throw new ClientError('UNAUTHENTICATED', 'Wrong.');
        if (authorization === 'Bearer broken') throw new Error('bolt://secret');
        return Promise.resolve(ANONYMOUS);
      },
    },
    pino({}, { write: (line: string) => void logged.push(line) }),
  );
});
afterAll(() => endpoint.stop());

const ask = (asked: Asked, signal = new AbortController().signal) => endpoint.answer(graphqlRequest(asked), signal);
const message = ({ body }: { body: string | Buffer }) =>
  (JSON.parse(String(body)) as { errors: { message: string }[] }).errors[0]!.message;

test('a query gets its data, and may be cached', async () => {
  expect(await ask({ body: { query: 'query A { __typename }' } })).toEqual({
    status: 200,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-cache',
      vary: 'authorization, accept, accept-encoding',
    },
    body: '{"data":{"__typename":"Query"}}\n',
    isCacheable: true,
    operation: 'A',
  });
});

describe('methods', () => {
  const GET = { method: 'GET', url: `/graphql?query=${encodeURIComponent('query B { __typename }')}` };

  test('HEAD has the headers of the GET', async () => {
    const [get, head] = [await ask(GET), await ask({ ...GET, method: 'HEAD' })];
    expect(head.headers).toEqual(get.headers);
    expect([head.status, head.operation]).toEqual([200, 'B']);
  });

  test('OPTIONS says which there are', async () => {
    expect(await ask({ method: 'OPTIONS' })).toMatchObject({
      status: 204,
      headers: { allow: 'GET, HEAD, POST, OPTIONS' },
      body: '',
    });
  });

  test.each(['PUT', 'PATCH', 'DELETE', 'TRACE'])('%s is 405 with the ones that are allowed', async (method) => {
    const refused = await ask({ method });
    expect(refused).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD, POST, OPTIONS' } });
    expect(message(refused)).toContain(`The method ${method} is not allowed`);
  });

  test('a mutation by GET is 405: it needs a POST', async () => {
    const url = `/graphql?query=${encodeURIComponent('mutation { __typename }')}`;
    expect(await ask({ method: 'GET', url })).toMatchObject({ status: 405, headers: { allow: 'POST' } });
  });

  test('a browser that opens the address itself is shown the playground', async () => {
    const visit = { method: 'GET', url: '/graphql', headers: { accept: 'text/html,*/*;q=0.8' } };
    expect(await ask(visit)).toMatchObject({ status: 302, headers: { location: '/' } });
  });
});

describe('what is refused', () => {
  test('a wrong credential: before the body is read', async () => {
    const before = executed.length;
    const request = {
      ...graphqlRequest({ headers: { authorization: 'Bearer wrong' } }),
      readBody: () => Promise.reject(new Error('was read')),
    };
    expect(await endpoint.answer(request, new AbortController().signal)).toMatchObject({
      status: 401,
      headers: { 'www-authenticate': 'Bearer realm="chancery", error="invalid_token"', 'cache-control': 'no-store' },
    });
    expect(executed).toHaveLength(before);
  });

  test('an internal error: masked, under the id of the request', async () => {
    const masked = await ask({ headers: { authorization: 'Bearer broken' } });
    expect(masked.status).toBe(500);
    expect(message(masked)).toBe('Something went wrong on our side; quote this id: an-id');
    expect(logged.at(-1)).toContain('"request":"an-id"');
  });

  test('several operations in one request (a batch)', async () => {
    const refused = await ask({ body: [{ query: '{ __typename }' }, { query: '{ __typename }' }] });
    expect(refused.status).toBe(400);
    expect(message(refused)).toContain('batching disabled');
  });

  test('JSON that is none', async () => {
    const refused = await ask({ body: '{"query": ' });
    expect([refused.status, message(refused)]).toEqual([400, expect.stringContaining('not valid JSON')]);
  });
});

test('a client that has left: its operation is stopped, and named for the log', async () => {
  const left = AbortSignal.abort(new ClientError('CLIENT_LEFT', 'left'));
  expect(await ask({ body: { query: 'query Gone { __typename }' } }, left)).toMatchObject({ operation: 'Gone' });
  expect(executed.at(-1)!.signal).toBe(left);
});

test('everyone is authenticated, also for a cached response', async () => {
  await ask({ body: { query: '{ __typename }' } });
  const before = authenticated;
  expect(await ask({ body: { query: '{ __typename }' } })).toMatchObject({ cache: 'hit' });
  expect(authenticated).toBe(before + 1);
});
