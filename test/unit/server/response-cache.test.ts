import { describe, expect, test } from '@jest/globals';
import { type Answer, type GraphQLResponse, type ReadRequest } from '../../../src/server/graphql/answer.ts';
import { responseCache } from '../../../src/server/graphql/response-cache.ts';
import { askLayer } from '../../support/graphql-request.ts';

const cacheable = (body: string): GraphQLResponse => ({ status: 200, headers: {}, body, isCacheable: true });

/** A cache around `next`, at a version that the test sets, and how often `next` was asked. */
function cacheAround(next: Answer<ReadRequest>) {
  const state = { version: '1' as string | null, asked: 0 };
  const answer = responseCache(
    () => Promise.resolve(state.version),
    (...args) => (state.asked++, next(...args)),
  );
  return { state, answer };
}

const GET = { method: 'GET', url: '/graphql?query={a}' };

test('a response is kept for one version of the graph', async () => {
  const { state, answer } = cacheAround(() => Promise.resolve(cacheable(`answer ${state.asked}`)));
  expect(await askLayer(answer, { body: '{a}' })).toMatchObject({ body: 'answer 1' });
  expect(await askLayer(answer, { body: '{a}' })).toMatchObject({ body: 'answer 1', cache: 'hit' });
  expect(await askLayer(answer, { body: '{b}' })).toMatchObject({ body: 'answer 2' });
  state.version = '2';
  expect(await askLayer(answer, { body: '{a}' })).toMatchObject({ body: 'answer 3' });
});

test.each([
  ['that is not cacheable', { status: 200, headers: {}, body: 'x' }, '1'],
  ['to a graph whose version is not known', cacheable('x'), null],
])('a response %s is not kept', async (_, response, version) => {
  const { state, answer } = cacheAround(() => Promise.resolve(response));
  state.version = version;
  await askLayer(answer, { body: '{a}' });
  await askLayer(answer, { body: '{a}' });
  expect(state.asked).toBe(2);
});

test('concurrent identical requests share one execution', async () => {
  const gate = Promise.withResolvers<void>();
  const { state, answer } = cacheAround(async () => (await gate.promise, cacheable('x')));
  const crowd = Array.from({ length: 5 }, () => askLayer(answer, { body: '{a}' }));
  gate.resolve();
  expect((await Promise.all(crowd)).map(({ body }) => body)).toEqual(['x', 'x', 'x', 'x', 'x']);
  expect(state.asked).toBe(1);
});

test('also right after the graph has changed', async () => {
  const { state, answer } = cacheAround(() => Promise.resolve(cacheable(`answer ${state.asked}`)));
  await askLayer(answer, { body: '{a}' });
  state.version = '2';
  const crowd = await Promise.all(Array.from({ length: 5 }, () => askLayer(answer, { body: '{b}' })));
  expect(new Set(crowd.map(({ body }) => body))).toEqual(new Set(['answer 2']));
});

test('a request that waited for one that failed is executed itself', async () => {
  const gate = Promise.withResolvers<void>();
  const { state, answer } = cacheAround(async () => {
    const isFirst = state.asked === 1;
    await gate.promise;
    if (isFirst) throw new Error('left');
    return cacheable('x');
  });
  const [first, second] = [askLayer(answer, { body: '{a}' }), askLayer(answer, { body: '{a}' })];
  gate.resolve();
  await expect(first).rejects.toThrow('left');
  expect(await second).toMatchObject({ body: 'x' });
});

describe('the etag of a GET', () => {
  test('gets 304 while the version is the same, without an execution', async () => {
    const { state, answer } = cacheAround(() => Promise.resolve(cacheable('x')));
    const { headers } = await askLayer(answer, GET);
    expect(headers).toMatchObject({ etag: expect.stringMatching(/^W\/"/) as unknown, 'cache-control': 'no-cache' });
    const again = { ...GET, headers: { 'if-none-match': headers.etag! } };
    expect(await askLayer(answer, again)).toMatchObject({ status: 304, headers: { etag: headers.etag }, body: '' });
    expect(state.asked).toBe(1);
    state.version = '2';
    expect((await askLayer(answer, again)).status).toBe(200);
  });

  test('is not sent with a response that may not be kept', async () => {
    const { answer } = cacheAround(() => Promise.resolve({ status: 200, headers: {}, body: 'x' }));
    expect((await askLayer(answer, GET)).headers).toEqual({});
  });
});

test('a response to a credential is private to it', async () => {
  const { answer } = cacheAround(() => Promise.resolve(cacheable('x')));
  await askLayer(answer, GET);
  const { headers, cache } = await askLayer(answer, { ...GET, headers: { authorization: 'Bearer x' } });
  expect([headers['cache-control'], cache]).toEqual(['private, no-cache', 'hit']);
});
