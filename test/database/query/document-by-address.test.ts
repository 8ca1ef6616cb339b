import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { mutationClient, type MutationClient } from '../../support/mutation-client.ts';
import { type Block, freshDatabase, queryGraph, recordBlocks } from '../../support/recording.ts';

jest.setTimeout(120_000);

let database: Database;
let client: MutationClient;

const source = (url: string, title = 'A page'): Block['source'] => ({
  ...{ url, title, kind: 'NEWS_ARTICLE', attributionKind: 'NARRATION' },
  attribution: [{ anonymous: { description: 'Somebody who knows' }, how: 'TOLD' }],
});
const said = (url: string, text: string): Block => ({
  source: source(url),
  claims: [{ type: 'ASSESSMENT', subject: 'country:GB', text, modality: 'OCCURRED' }],
});

beforeAll(async () => {
  database = await freshDatabase();
  client = mutationClient(database);
  await recordBlocks(database, [
    {
      source: source('https://example.org/page'),
      countries: [{ key: 'country:GB', names: [{ value: 'United Kingdom', lang: 'en' }] }],
    },
  ]);
});

const find = (args: string) =>
  client.get<{ key: string; url: string } | null>(`{ document(${args}) { key url claimsAbout { totalCount } } }`);

describe('a document', () => {
  test.each([
    'https://example.org/page',
    'HTTP://EXAMPLE.org:80/page/',
    'https://example.org/page?utm_source=feed&utm_medium=rss#top',
  ])('is found by the address %s', async (url) => {
    expect(await find(`url: "${url}"`)).toMatchObject({ url: 'https://example.org/page' });
  });

  test('is not found by the address of another page', async () => {
    expect(await find('url: "https://example.org/other"')).toBeNull();
    expect(await find('url: "https://example.org/page?page=2"')).toBeNull();
  });

  test.each(['', '(ref: null)', '(url: null, ref: null)', '(ref: "doc:x", url: "https://example.org/page")'])(
    'is asked for by one of the two: document%s is refused',
    async (args) => {
      const { data, errors } = await client.ask(`{ document${args} { key } graphVersion }`);
      expect(data).toMatchObject({ document: null, graphVersion: expect.any(String) });
      expect(errors).toMatchObject([
        { extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringMatching(/either `ref` or `url`/) },
      ]);
    },
  );

  test('fails alone where an address cannot be one', async () => {
    const { data, errors } = await client.ask('{ document(url: "ftp://example.org/x") { key } graphVersion }');
    expect(data).toMatchObject({ document: null, graphVersion: expect.any(String) });
    expect(errors).toHaveLength(1);
  });
});

test('a page that is recorded under several addresses is one document, with the first of them', async () => {
  const before = await find('url: "https://example.org/page"');
  await recordBlocks(database, [
    said('https://example.org/page?utm_campaign=a', 'One thing'),
    said('http://example.org/page/#comments', 'Another'),
    said('https://example.org/new?gclid=1', 'A third'),
    said('https://example.org/new', 'A fourth'),
  ]);
  expect(await find('url: "https://example.org/page"')).toEqual({ ...before, claimsAbout: { totalCount: 2 } });
  expect(await find('url: "http://example.org/new/"')).toMatchObject({
    url: 'https://example.org/new?gclid=1',
    claimsAbout: { totalCount: 2 },
  });
  expect(await queryGraph(database, 'MATCH (d:Document) RETURN count(d)')).toEqual([[2]]);
  expect(await queryGraph(database, 'MATCH (a:AnonymousSource) RETURN count(a)')).toEqual([[2]]);
});

test('a row for another document cannot take the address of one, in whatever form', async () => {
  const { problems } = await recordBlocks(database, [
    {
      source: source('https://example.org/third'),
      documents: [
        { key: 'doc:second', url: 'http://example.org/page/?utm_source=x', title: 'The same page', kind: 'OTHER' },
      ],
    },
  ]);
  expect(problems).toMatchObject([{ code: 'DUPLICATE', message: expect.stringMatching(/already the URL of/) }]);
});

test('the address of a document that was merged into another finds the other', async () => {
  await recordBlocks(database, [said('https://example.org/reprint', 'The same again')]);
  const [kept, merged] = await Promise.all([
    find('url: "https://example.org/page"'),
    find('url: "https://example.org/reprint"'),
  ]);
  // What a merge leaves behind (docs/graph.md, "Identity").
  await database.write((tx) =>
    tx.run(
      `MATCH (d:Document {key: $merged}), (k:Document {key: $kept}) REMOVE d:Document:Thing SET d:Tombstone
       CREATE (d)-[:MERGED_INTO]->(k)`,
      { merged: merged!.key, kept: kept!.key },
    ),
  );
  expect(await find('url: "https://EXAMPLE.org/reprint/"')).toMatchObject({ key: kept!.key });
  await recordBlocks(database, [said('https://example.org/reprint?utm_source=y', 'And again')]);
  expect(await find('url: "https://example.org/reprint"')).toMatchObject({ claimsAbout: { totalCount: 3 } });
});
