import { beforeAll, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { serve, testApi, type TestServer } from '../support/http.ts';

/** The audits of the GraphQL over HTTP specification, each with a permanent id. */
const audits = serverAudits({ url: () => `${server.url}/graphql`, fetchFn: fetch });

let server: TestServer;
beforeAll(async () => void (server = await serve({ api: await testApi() })));

test('all audits are there', () => {
  expect(audits).toHaveLength(61);
});

test.each(audits.map((audit) => ({ ...audit })))('$id $name', async ({ fn }) => {
  expect(await fn()).toMatchObject({ status: 'ok' });
});
