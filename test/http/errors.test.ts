import { beforeAll, describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { type Api } from '../../src/api/api.ts';
import { ClientError } from '../../src/domain/errors.ts';
import { serve, testApi } from '../support/http.ts';

let api: Api;
beforeAll(async () => void (api = await testApi()));

/** A server with this executor, which fails or returns errors. */
const failing = (execute: Api['execute']) => serve({ api: { ...api, execute } });

const QUERY = 'query Who($ref: Ref!) { meeting(ref: $ref) { key } }';
const SECRET = 'official:nobody-must-know';

describe('an internal error', () => {
  test('is one sentence with an id; the log has the error under that id, and never a variable', async () => {
    const server = await failing(() => Promise.reject(new Error('Neo4j said MATCH (n) is wrong')));
    const { status, headers, body } = await server.ask(QUERY, { ref: SECRET });

    const id = body.errors?.[0]?.extensions.id as string;
    expect(id).toMatch(/^[0-9a-f]{16}$/);
    expect(headers.get('x-request-id')).toBe(id);
    expect(status).toBe(500);
    expect(body.errors).toEqual([
      {
        message: `Something went wrong on our side; quote this id: ${id}`,
        extensions: { code: 'INTERNAL_SERVER_ERROR', id },
      },
    ]);
    const line = server.lines.find(({ request, level }) => request === id && level === 50);
    expect(line).toMatchObject({ operation: 'Who', err: { message: 'Neo4j said MATCH (n) is wrong' } });
    expect(JSON.stringify(server.lines)).not.toContain(SECRET);
  });

  test('of one field leaves the rest of the response as it is', async () => {
    const cause = new Error('a bug');
    const server = await failing(() =>
      Promise.resolve({
        data: { meeting: null },
        errors: [new GraphQLError(cause.message, { path: ['meeting'], originalError: cause })],
      }),
    );
    const { status, body } = await server.ask(QUERY, { ref: SECRET });
    expect(status).toBe(200);
    expect(body.data).toEqual({ meeting: null });
    expect(body.errors).toMatchObject([{ path: ['meeting'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(JSON.stringify(body)).not.toContain('a bug');
  });
});

describe('a ClientError', () => {
  test('an operation that could return too much is refused with the estimate, the limit and how to page', async () => {
    const server = await serve({ api });
    const { status, body } = await server.ask(
      '{ meetings(first: 100) { nodes { participations(first: 100) { nodes { actor { statements(first: 50) { nodes { key } } } } } } } }',
    );
    expect(status).toBe(200);
    expect(body.errors).toEqual([
      {
        message: expect.stringContaining('meetings (100) × participations (100) × statements (50)'),
        locations: [{ line: 1, column: 3 }],
        extensions: { code: 'TOO_COSTLY', estimate: 520_100, limit: 100_000 },
      },
    ]);
  });

  test('is sent with its code and details', async () => {
    const server = await failing(() =>
      Promise.reject(new ClientError('NOT_KNOWN_AT', 'Another order.', { order: 'NAME' })),
    );
    const { status, body } = await server.ask(QUERY, { ref: SECRET });
    expect(status).toBe(200);
    expect(body.errors).toEqual([{ message: 'Another order.', extensions: { code: 'NOT_KNOWN_AT', order: 'NAME' } }]);
  });

  test('is 503 while the database is unavailable, without its address', async () => {
    const server = await failing(() =>
      Promise.reject(new ClientError('DATABASE_UNAVAILABLE', 'bolt://10.0.0.1 is away')),
    );
    const { status, body } = await server.ask(QUERY, { ref: SECRET });
    expect(status).toBe(503);
    expect(body.errors).toMatchObject([
      { message: expect.stringContaining('try again shortly'), extensions: { code: 'DATABASE_UNAVAILABLE' } },
    ]);
    expect(JSON.stringify(body)).not.toContain('10.0.0.1');
  });
});

describe('an invalid request', () => {
  test.each([
    ['a document that cannot be parsed', '{ meeting(', 'GRAPHQL_PARSE_FAILED', 'Syntax Error'],
    [
      'a field that there is not',
      '{ metting(ref: "x") { key } }',
      'GRAPHQL_VALIDATION_FAILED',
      'Did you mean "meeting"',
    ],
    ['a variable of the wrong type', QUERY, 'BAD_USER_INPUT', 'Variable "$ref"'],
    ['a document that is too deep', deep(31), 'GRAPHQL_VALIDATION_FAILED', '31 levels deep'],
    ['a document that is too long', `{ ${'__typename '.repeat(6_000)} }`, 'GRAPHQL_PARSE_FAILED', '5000 tokens'],
  ])('%s', async (_, query, code, message) => {
    const server = await serve({ api });
    const { status, body } = await server.ask(query, { ref: null });
    expect(status).toBe(200); // Under application/json; GraphQL over HTTP keeps 400 for application/graphql-response+json.
    expect(body.errors?.[0]).toMatchObject({ message: expect.stringContaining(message), extensions: { code } });
    expect(JSON.stringify(body)).not.toMatch(/stacktrace|node_modules/);
  });

  test('a body that is not JSON, and one that is too large', async () => {
    const server = await serve({ api });
    expect(await server.ask('', {}, { body: '{"query": ' })).toMatchObject({
      status: 400,
      body: { errors: [{ message: expect.stringContaining('not valid JSON'), extensions: { code: 'BAD_REQUEST' } }] },
    });
    expect(await server.ask('', {}, { body: JSON.stringify({ query: ' '.repeat(2_000_000) }) })).toMatchObject({
      status: 413,
      body: { errors: [{ message: expect.stringContaining('too large'), extensions: { code: 'BAD_REQUEST' } }] },
    });
  });

  test('an unknown path: JSON for programs, a page for people', async () => {
    const server = await serve({ api });
    const forPrograms = await fetch(`${server.url}/grahpql`);
    expect([forPrograms.status, await forPrograms.json()]).toMatchObject([
      404,
      { errors: [{ message: expect.stringContaining('the API is at /graphql'), extensions: { code: 'NOT_FOUND' } }] },
    ]);
    const forPeople = await fetch(`${server.url}/grahpql`, { headers: { accept: 'text/html,*/*;q=0.8' } });
    expect(forPeople.status).toBe(404);
    expect(await forPeople.text()).toContain('<a href="/">playground</a>');
  });
});

test('the log has one line per request: operation, status and time, no values', async () => {
  const server = await serve({ api });
  await server.ask(QUERY, { ref: SECRET });
  await fetch(`${server.url}/graphql?query=${encodeURIComponent(`{ meeting(ref: "${SECRET}") { key } }`)}`);
  await server.stop();
  expect(server.lines).toMatchObject([
    {
      msg: 'request completed',
      method: 'POST',
      path: '/graphql',
      operation: 'Who',
      status: 200,
      ms: expect.any(Number),
    },
    { msg: 'request completed', method: 'GET', path: '/graphql', operation: '(query without a name)', status: 200 },
  ]);
  expect(JSON.stringify(server.lines)).not.toContain(SECRET);
});

/** A document with this many levels. */
function deep(levels: number): string {
  return `{ meeting(ref: "x") ${'{ partOf '.repeat(levels - 2)} { key } ${'}'.repeat(levels - 2)} }`;
}
