import { hash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api } from '../../src/api/api.ts';
import { type Answer, type ParsedRequest } from '../../src/server/graphql/answer.ts';
import { type Apollo, startApollo } from '../../src/server/graphql/apollo.ts';
import { createDocumentCache } from '../../src/server/graphql/document-cache.ts';
import { createReport } from '../../src/server/graphql/errors.ts';
import { createExecute } from '../../src/server/graphql/execute.ts';
import { answerKnownDocuments } from '../../src/server/graphql/known-documents.ts';
import { createLog } from '../../src/server/log.ts';
import { readExamples } from '../../web/examples.ts';
import { askLayer } from '../support/graphql-request.ts';
import { type Answer as HttpAnswer, type TestServer, serve, testApi } from '../support/http.ts';
import { seededDatabase } from '../support/seed.ts';

/**
 * A document that Apollo has validated is executed without it (src/server/graphql/known-documents.ts). The responses are the same to the
 * byte: here with results of the graph, in test/unit/server/known-documents.test.ts with every kind of request and error.
 */
let api: Api;
let apollo: Apollo;
let answer: Answer<ParsedRequest>;
let byApollo = 0;

beforeAll(async () => {
  await seededDatabase();
  api = await testApi();
  const log = createLog('silent');
  const report = createReport(log);
  const documents = createDocumentCache();
  const execute = createExecute(api, report);
  apollo = await startApollo(api.schema, { documents, log, report });
  answer = answerKnownDocuments({ documents, execute }, (...args) => (byApollo++, apollo.answer(...args)));
});
afterAll(() => apollo.stop());

async function ask(body: object) {
  byApollo = 0;
  return { response: await askLayer(answer, { body }), byApollo };
}

const queries = readExamples().filter(({ query }) => !/^\s*mutation/m.test(query));

test.each(queries)('$title gets the same response the second time, without Apollo', async ({ query, variables }) => {
  const body = { query, variables: JSON.parse(variables || '{}') as object };
  const first = await ask(body);
  expect(first.response.status).toBe(200);
  expect(await ask(body)).toEqual({ response: first.response, byApollo: 0 });
});

describe('over HTTP, with a known document', () => {
  let server: TestServer;
  const query = 'query Name($ref: Ref!) { country(ref: $ref) { name } } query Other { claims { totalCount } }';
  const good = { query, operationName: 'Name', variables: { ref: 'country:GB' } };
  beforeAll(async () => void (server = await serve({ api })));

  /** The whole response, except for what differs between requests. */
  async function sent({ url }: TestServer, body: object, headers: Record<string, string> = {}) {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    const told = [...response.headers].filter(([name]) => !['date', 'x-request-id'].includes(name));
    return { status: response.status, headers: Object.fromEntries(told), body: await response.text() };
  }

  test.each([
    ['a wrong variable', { ...good, variables: { ref: 7 } }],
    ['a variable that is left out', { ...good, variables: null }],
    ['variables of a wrong kind', { ...good, variables: [1] }],
    ['an operation that it does not have', { ...good, operationName: 'Nobody' }],
    ['no word on which operation', { query }],
    ['an operation name of a wrong kind', { ...good, operationName: 7 }],
    ['an extension', { ...good, extensions: { persistedQuery: { version: 2, sha256Hash: 'x' } } }],
  ])('%s gets the same error as when it is new', async (_, body) => {
    const fresh = await serve({ api });
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const first = await sent(fresh, body, { accept });
      await sent(server, good, { accept });
      expect(await sent(server, body, { accept })).toEqual(first);
    }
  });

  test('its hash stands for it, once it was sent (automatic persisted queries)', async () => {
    const fresh = await serve({ api });
    const text = 'query Name($ref: Ref!) { country(ref: $ref) { key name } }';
    const extensions = { persistedQuery: { version: 1, sha256Hash: hash('sha256', text) } };
    const { variables } = good;
    const unknown = JSON.parse((await sent(fresh, { extensions, variables })).body) as HttpAnswer['body'];
    expect(unknown.errors).toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]);
    const wrong = { ...extensions, persistedQuery: { version: 1, sha256Hash: hash('sha256', 'another text') } };
    expect((await sent(fresh, { query: text, extensions: wrong, variables })).status).toBe(400);

    const first = await sent(fresh, { query: text, extensions, variables });
    expect(first.body).toContain('United Kingdom');
    expect(await sent(fresh, { extensions, variables })).toEqual(first);
    const search = new URLSearchParams({
      extensions: JSON.stringify(extensions),
      variables: JSON.stringify(variables),
    });
    const got = await fetch(`${fresh.url}/graphql?${search}`);
    expect([got.status, await got.text()]).toEqual([200, first.body]);
    expect(got.headers.get('etag')).toMatch(/^W\//);
  });

  test('an operation that fails is not executed twice, and its error is masked', async () => {
    let executed = 0;
    const failSecond = () =>
      ++executed > 1 ? Promise.reject(new Error('bolt://secret')) : Promise.resolve({ data: { country: null } });
    const failing = await serve({ api: { ...api, version: () => Promise.resolve(null), execute: failSecond } });
    await sent(failing, good);
    const { status, body } = await sent(failing, good);
    expect(executed).toBe(2);
    expect(status).toBe(500);
    expect(body).not.toContain('secret');
  });

  test('the log names the operation', async () => {
    await sent(server, good);
    await sent(server, { query, operationName: 'Other' });
    await server.stop();
    expect(server.lines.at(-1)).toMatchObject({ msg: 'request completed', operation: 'Other', status: 200 });
  });
});
