import { beforeAll, describe, expect, test } from '@jest/globals';
import { type NamedDocuments } from '../../src/server/graphql/named-documents.ts';
import { type Answer, type TestServer, serve, testApi } from '../support/http.ts';

const NAMED: NamedDocuments = new Map([
  ['type-of', { query: 'query ($name: String!) { __type(name: $name) { name } }', variables: { name: 'Meeting' } }],
  ['wrong', { query: 'mutation { record(input: {}) { problems { message } } }' }],
]);

let server: TestServer;
beforeAll(async () => void (server = await serve({ api: await testApi(), documents: NAMED })));

const post = (body: object) =>
  fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const get = (search: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/graphql?${new URLSearchParams(search)}`, { headers });
const typeIn = async (response: Response) => ((await response.json()) as Answer['body']).data;

describe('a document by its name', () => {
  test('is answered by GET and POST, with its own variables or those of the request', async () => {
    const its = { __type: { name: 'Meeting' } };
    const other = { __type: { name: 'Claim' } };
    expect(await typeIn(await get({ documentId: 'type-of' }))).toEqual(its);
    expect(await typeIn(await get({ documentId: 'type-of', variables: '{"name":"Claim"}' }))).toEqual(other);
    expect(await typeIn(await post({ documentId: 'type-of' }))).toEqual(its);
    expect(await typeIn(await post({ documentId: 'type-of', variables: { name: 'Claim' } }))).toEqual(other);
    // The second time without Apollo.
    expect(await typeIn(await post({ documentId: 'type-of', variables: { name: 'Claim' } }))).toEqual(other);
  });

  test('is answered to a browser that opens it, and revalidated', async () => {
    const response = await get({ documentId: 'type-of' }, { accept: 'text/html,*/*;q=0.8', 'sec-fetch-site': 'none' });
    expect([response.status, response.redirected]).toEqual([200, false]);
    const etag = response.headers.get('etag')!;
    const again = await get(
      { documentId: 'type-of' },
      { accept: 'text/html,*/*;q=0.8', 'sec-fetch-site': 'none', 'if-none-match': etag },
    );
    expect(again.status).toBe(304);
  });

  test.each([
    [{ documentId: 'type-off' }, /no document named "type-off". Did you mean type-of\?/],
    [{ documentId: 7 }, /`documentId` has to be a string/],
    [{ documentId: 'type-of', query: '{ __typename }' }, /either `query` or `documentId`/],
  ])('%j is refused', async (body, message) => {
    const response = await post(body);
    const { errors } = (await response.json()) as Answer['body'];
    expect([response.status, errors![0]!.message]).toEqual([400, expect.stringMatching(message)]);
  });

  test('is no way to write by GET', async () => {
    expect((await get({ documentId: 'wrong' })).status).toBe(405);
  });
});
