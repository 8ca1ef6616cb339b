import { beforeAll, expect, test } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { createAuthenticator } from '../../src/access/authenticator.ts';
import { createApi } from '../../src/api/api.ts';
import { type Database } from '../../src/graph/database.ts';
import { type Block, freshDatabase, importBlocks } from '../support/recording.ts';
import { type TestServer, serve } from '../support/http.ts';

let database: Database;
let server: TestServer;
let closed: TestServer;

const source: Block['source'] = { title: 'A <list> & more', kind: 'REPORT', attributionKind: 'NARRATION' };
const talks = (status: 'SCHEDULED' | 'HELD'): Block[] => [
  {
    source,
    countries: [{ key: 'country:GB', names: [{ value: 'United Kingdom', lang: 'en' }] }],
    meetings: [
      {
        key: 'meeting:talks',
        kind: 'BILATERAL_MEETING',
        names: [{ value: 'Talks on <arms> & "aid"', lang: 'en' }],
        status,
        time: { edtf: '2025-02-12' },
        participants: [{ actor: 'country:GB', role: 'CHAIR', status: 'PLANNED' }],
      },
    ],
  },
];

beforeAll(async () => {
  database = await freshDatabase();
  const api = createApi({ database, timeoutMs: 20_000 });
  server = await serve({ api });
  closed = await serve({ api, authenticator: createAuthenticator(database, { readingIsOpen: false, issuer: null }) });
  await importBlocks(database, 'a', talks('SCHEDULED'), { by: 'ann' });
  await importBlocks(database, 'a', talks('HELD'), { by: 'bob' });
}, 180_000);

interface Item {
  id: string;
  title: string;
  url?: string;
  content_text: string;
  authors: { name: string }[];
  tags: string[];
}
const items = async (search = ''): Promise<Item[]> =>
  ((await (await fetch(`${server.url}/feed.json${search}`)).json()) as { items: Item[] }).items;

test('the newest changes of things come first, in words, with their pages', async () => {
  const [newest, ...others] = await items();
  expect(newest).toEqual({
    id: expect.stringMatching(/\/feed\.atom#\w+$/),
    title: 'Meeting changed: Talks on <arms> & "aid"',
    url: `${server.url}/explore/meeting/talks`,
    content_text: 'status: SCHEDULED → HELD',
    date_published: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    authors: [{ name: 'bob' }],
    tags: ['Meeting'],
  });
  expect(others.map(({ title }) => title)).toEqual(
    expect.arrayContaining(['Country added: United Kingdom', 'Document added: A <list> & more']),
  );
  expect(new Set(others.map(({ tags }) => tags[0]))).toEqual(new Set(['Country', 'Document', 'Meeting']));
});

test('can be narrowed, also to the facts of things', async () => {
  expect((await items('?typeNames=Participation')).map(({ tags }) => tags[0])).toEqual(
    expect.arrayContaining(['Participation']),
  );
  expect((await items('?typeNames=Country,Document')).length).toBe(2);
  expect((await items('?about=country:GB&by=ann')).map(({ title }) => title)).toEqual([
    'Country added: United Kingdom',
  ]);
});

test('Atom says the same, as XML that readers can parse', async () => {
  const response = await fetch(`${server.url}/feed.atom`);
  expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  const titles: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let path = '';
  parser.on('opentag', ({ local }) => (path += `/${local}`));
  parser.on('text', (text) => void (path === '/feed/entry/title' && titles.push(text)));
  parser.on('closetag', () => (path = path.slice(0, path.lastIndexOf('/'))));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(await response.text()).close();
  expect(titles).toEqual((await items()).map(({ title }) => title));
});

test('is revalidated, and needs a key where reading does', async () => {
  const first = await fetch(`${server.url}/feed.json`);
  const etag = first.headers.get('etag')!;
  const again = () => fetch(`${server.url}/feed.json`, { headers: { 'if-none-match': etag } });
  expect((await again()).status).toBe(304);
  await importBlocks(database, 'b', [{ source, topics: [{ key: 'topic:x', names: [{ value: 'X', lang: 'en' }] }] }]);
  expect((await again()).status).toBe(200);
  expect((await fetch(`${closed.url}/feed.atom`)).status).toBe(401);
});

test.each([
  ['?typeName=Meeting', /no parameter `typeName`. Did you mean typeNames\?/],
  ['?typeNames=Meting', /did you mean Meeting/],
  ['?about=a&about=b', /`about` is given 2 times/],
  [`?about=${'x'.repeat(300)}`, /300|200/],
])('%s is refused with what was expected', async (search, message) => {
  const response = await fetch(`${server.url}/feed.json${search}`);
  const { errors } = (await response.json()) as { errors: { message: string }[] };
  expect([response.status, errors[0]!.message]).toEqual([400, expect.stringMatching(message)]);
});
