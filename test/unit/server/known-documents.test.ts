import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { GraphQLError, type ExecutionResult } from 'graphql';
import { pino } from 'pino';
import { buildApiSchema } from '../../../src/query/schema.ts';
import { type Answer, type ParsedRequest } from '../../../src/server/graphql/answer.ts';
import { type Apollo, startApollo } from '../../../src/server/graphql/apollo.ts';
import { type DocumentCache, createDocumentCache } from '../../../src/server/graphql/document-cache.ts';
import { answerKnownDocuments } from '../../../src/server/graphql/known-documents.ts';
import { askLayer } from '../../support/graphql-request.ts';

/** A known document is executed without Apollo; the response is the same to the byte. */
let documents: DocumentCache;
let apollo: Apollo;
let answer: Answer<ParsedRequest>;
/** How often Apollo was asked, and operations were executed. */
let byApollo = 0;
let executed = 0;
let result: ExecutionResult;

const execute = () => (executed++, Promise.resolve(result));
const schema = buildApiSchema();
beforeEach(async () => {
  documents = createDocumentCache();
  apollo = await startApollo(schema, { documents, log: pino({ level: 'silent' }), report: () => 'an-id' });
  answer = answerKnownDocuments({ documents, execute }, (...args) => (byApollo++, apollo.answer(...args)));
});
afterEach(() => apollo.stop());

/** The response, and whether Apollo made it. */
async function ask(body: object, headers: Record<string, string> = {}) {
  [byApollo, executed] = [0, 0];
  return { response: await askLayer(answer, { body, headers }), byApollo, executed };
}

const query = 'query Name($ref: Ref!) { country(ref: $ref) { name } } query Other { claims { totalCount } }';
const good = { query, operationName: 'Name', variables: { ref: 'country:GB' } };
const ACCEPTS = ['*/*', 'application/json', 'application/graphql-response+json; charset=utf-8'];

test.each(ACCEPTS)('a query for %s', async (accept) => {
  result = { data: { country: { name: 'Größe \u2028 "x"' } } };
  const first = await ask(good, { accept });
  expect(first).toMatchObject({ byApollo: 1, executed: 1 });
  expect(await ask(good, { accept })).toEqual({ ...first, byApollo: 0 });
  expect(await ask({ ...good, operationName: 'Other' }, { accept })).toMatchObject({
    byApollo: 0,
    response: { operation: 'Other' },
  });
});

test('with another accept, Apollo negotiates first', async () => {
  result = { data: {} };
  await ask(good);
  expect(await ask(good, { accept: 'text/html' })).toMatchObject({ byApollo: 1, response: { status: 406 } });
  expect(await ask(good, { accept: 'text/html' })).toMatchObject({ byApollo: 1, response: { status: 406 } });
});

describe('a result with errors', () => {
  const wrong = new GraphQLError('Bad.', { path: ['country'], extensions: { code: 'BAD_USER_INPUT' } });
  test.each<ExecutionResult>([
    { data: { country: null }, errors: [wrong] },
    { data: null, errors: [wrong] },
    { errors: [wrong] },
  ])('%j is formatted by Apollo, and not executed again', async (failed) => {
    result = failed;
    const first = await ask(good);
    expect(first.response.isCacheable).toBe(false);
    result = { data: {} };
    await ask(good);
    result = failed;
    expect(await ask(good)).toEqual(first);
    expect(first.executed).toBe(1);
  });
});

test.each([
  ['a mutation', { query: 'mutation { __typename }' }],
  ['an operation that the document does not have', { ...good, operationName: 'Nobody' }],
  ['no word on which operation', { query }],
  ['an operation name of a wrong kind', { ...good, operationName: 7 }],
  ['variables of a wrong kind', { ...good, variables: [1] }],
  ['an extension', { ...good, extensions: {} }],
  ['a query of a wrong kind', { query: 7 }],
])('%s is left to Apollo', async (_, body) => {
  result = { data: {} };
  await ask(good);
  await ask(body);
  expect(await ask(body)).toMatchObject({ byApollo: 1 });
});
