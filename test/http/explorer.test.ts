import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { type Authenticator } from '../../src/access/authenticator.ts';
import { keyRequired } from '../../src/access/caller.ts';
import { type Api } from '../../src/api/api.ts';
import { type Database } from '../../src/graph/database.ts';
import { articleGraph } from '../support/article.ts';
import { serve, testApi, type TestServer } from '../support/http.ts';
import { recordBlocks } from '../support/recording.ts';

const NASTY = `"><script>alert('1')</script> & $& $1 </title>`;
const ESCAPED = '&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; $&amp; $1 &lt;/title&gt;';

const folder = mkdtempSync(join(tmpdir(), 'chancery-explorer-'));
afterAll(() => rmSync(folder, { recursive: true }));

let api: Api;
let database: Database;
let server: TestServer;
beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><head><!--head--></head><div id="app"></div>');
  writeFileSync(join(folder, 'assets/app-ABCDEFGH.js'), 'export {};');
  database = await articleGraph();
  const names = [{ value: NASTY, lang: 'en' }];
  const { problems } = await recordBlocks(database, [
    {
      source: { document: 'doc:article', attributionKind: 'ANALYST' },
      topics: [{ key: 'topic:nasty', names }],
      places: [{ key: 'place:long', kind: 'CITY', names: [{ value: 'Long '.repeat(100), lang: 'en' }] }],
    },
  ]);
  expect(problems).toEqual([]);
  api = await testApi();
  server = await serve({ api, explorer: folder });
}, 180_000);

async function open(path: string, from = server, headers: Record<string, string> = {}) {
  const response = await fetch(from.url + path, { headers });
  const html = await response.text();
  const inHead = (pattern: RegExp) => pattern.exec(html)?.[1];
  return {
    status: response.status,
    headers: response.headers,
    html,
    title: inHead(/<title>(.*)<\/title>/s),
    text: inHead(/<meta name="description" content="([^"]*)">/),
    canonical: inHead(/<link rel="canonical" href="([^"]*)">/),
  };
}

const PLAIN = 'Chancery: who met whom in defence diplomacy';

describe('the page of a thing says what it is', () => {
  test.each([
    [
      'meeting/udcg-26',
      '26th meeting of the Ukraine Defense Contact Group',
      'Multilateral meeting, on 12 February 2025, Brussels, scheduled',
    ],
    ['official/john-healey', 'John Healey', expect.stringContaining('United Kingdom')],
    ['country/GB', 'United Kingdom', 'Country, meetings, posts and officials'],
    ['organization/nato', expect.stringContaining('NATO'), expect.any(String)],
    ['post/us-defense-secretary', expect.any(String), expect.stringContaining('United States')],
    ['place/brussels', 'Brussels', expect.stringContaining('City')],
    ['topic/ceasefire', expect.any(String), 'Topic'],
    ['document/article', expect.any(String), expect.stringContaining('udn')],
    ['statement/vance-does-not-care', expect.stringContaining(': '), expect.stringContaining('Statement')],
    ['claim/c041', expect.any(String), expect.stringContaining('Claim')],
  ])('%s', async (path, title, text) => {
    const page = await open(`/explore/${path}`);
    expect(page.status).toBe(200);
    expect(page.title?.replace(' · Chancery', '')).toEqual(title);
    expect(page.title).toMatch(/ · Chancery$/);
    expect(page.text).toEqual(text);
    expect(page.canonical).toBe(`${server.url}/explore/${path}`);
    expect(page.html).toContain(`<meta property="og:url" content="${page.canonical}">`);
    expect(page.html).toContain('<div id="app">');
    expect(page.html).toMatch(/<meta property="og:type" content="(article|profile)">/);
    expect(page.html).toContain('<meta name="twitter:card" content="summary">');
    expect(page.html).toContain(`<meta property="og:title" content="${page.title}">`);
    expect(page.html).toContain(`<meta property="og:description" content="${page.text}">`);
  });

  test('a development, which has no field of its own at the root', async () => {
    const { body } = await server.ask('{ entities(types: [DEVELOPMENT], first: 1) { nodes { key name } } }');
    const [{ key, name }] = (body.data as { entities: { nodes: [{ key: string; name: string }] } }).entities.nodes;
    const page = await open(`/explore/development/${key.replace('development:', '')}`);
    expect([page.status, page.title]).toEqual([200, `${name.replaceAll("'", '&#39;')} · Chancery`]);
  });

  test('in text, whatever its name', async () => {
    const page = await open('/explore/topic/nasty');
    expect(page.title).toBe(`${ESCAPED} · Chancery`);
    expect(page.html).not.toContain('<script>');
    expect(page.html.match(/<head>/g)).toHaveLength(1);
  });

  test('shortened, if it says much', async () => {
    const { title } = await open('/explore/place/long');
    expect(title).toMatch(/^Long (Long )+Long… · Chancery$/);
    expect(title!.length).toBeLessThan(220);
  });

  test('and that it is another one now, if it was merged', async () => {
    await recordBlocks(database, [
      {
        source: { document: 'doc:article', attributionKind: 'ANALYST' },
        topics: [
          { key: 'topic:kept', names: [{ value: 'Kept', lang: 'en' }] },
          { key: 'topic:gone', names: [{ value: 'Gone', lang: 'en' }] },
        ],
      },
    ]);
    await database.write((tx) =>
      tx.run(
        `MATCH (kept:Thing {key: 'topic:kept'}), (gone:Thing {key: 'topic:gone'})
         CREATE (:Tombstone {id: gone.id, key: gone.key})-[:MERGED_INTO]->(kept) DETACH DELETE gone`,
      ),
    );
    const page = await open('/explore/topic/gone');
    expect([page.status, page.title, page.canonical]).toEqual([
      200,
      'Kept · Chancery',
      `${server.url}/explore/topic/kept`,
    ]);
  });
});

test('the address of a page is at the public address of the server, whatever it was asked for at', async () => {
  const published = await serve({ api, explorer: folder, publicUrl: 'https://chancery.example.org' });
  const html = await (await fetch(`${published.url}/explore/meeting/udcg-26`)).text();
  const address = 'https://chancery.example.org/explore/meeting/udcg-26';
  expect(html).toContain(`<link rel="canonical" href="${address}">`);
  expect(html).toContain(`<meta property="og:url" content="${address}">`);
});

describe('without a thing', () => {
  test.each(['', '/', '/meetings', '/network', '/network/of/all', '/constructor/x', '/meeting', '/meeting/'])(
    '/explore%s is a page with a plain title',
    async (path) => {
      const { status, title, canonical } = await open(`/explore${path}`);
      expect([status, title, canonical]).toEqual([200, PLAIN, undefined]);
    },
  );

  test.each([
    '/meeting/unheard-of',
    '/official/udcg-26',
    '/place/brussels/and/more',
    '/topic/brussels',
    '/meeting/<script>',
    `/meeting/${'x'.repeat(500)}`,
    '/meeting/%E4%B9%8C',
  ])('/explore%s is not found, and shown by the same page', async (path) => {
    const { status, title, html } = await open(`/explore${path}`);
    expect([status, title]).toEqual([404, 'Not found · Chancery']);
    expect(html).toContain('<div id="app">');
    expect(html).not.toContain('<script>');
  });

  test('an address that cannot be decoded is refused', async () => {
    const status = await new Promise((resolve, reject) => {
      const { hostname, port } = new URL(server.url);
      httpRequest({ hostname, port, path: '/explore/meeting/%E0%A4%A' }, (response) => resolve(response.statusCode))
        .once('error', reject)
        .end();
    });
    expect(status).toBe(400);
  });

  test('where reading needs a key, titles are plain and nothing is asked', async () => {
    const closed: Authenticator = { authenticate: () => Promise.reject(keyRequired()) };
    const guarded = await serve({
      api: { ...api, execute: () => Promise.reject(new Error('was asked')) },
      authenticator: closed,
      explorer: folder,
    });
    for (const path of ['meeting/udcg-26', 'meeting/unheard-of']) {
      const { status, title } = await open(`/explore/${path}`, guarded);
      expect([status, title]).toEqual([200, PLAIN]);
    }
  });

  test.each([
    ['does not answer', () => new Promise<never>(() => {})],
    ['fails', () => Promise.reject(new Error('no database'))],
    ['answers with errors', () => Promise.resolve({ errors: [new GraphQLError('no')], data: { it: null } })],
  ])('where the API %s, the title is plain, and the page does not wait for it', async (_, execute) => {
    const slow = await serve({ api: { ...api, execute }, explorer: folder });
    const begun = performance.now();
    const { status, title } = await open('/explore/meeting/udcg-26', slow);
    expect([status, title]).toEqual([200, PLAIN]);
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});

describe('the page', () => {
  test('is revalidated by its etag, which changes with the title', async () => {
    const page = await open('/explore/meeting/udcg-26');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const etag = page.headers.get('etag')!;
    const again = await open('/explore/meeting/udcg-26', server, { 'if-none-match': etag });
    expect([again.status, again.html]).toEqual([304, '']);
    const other = await open('/explore/country/GB', server, { 'if-none-match': etag });
    expect(other.status).toBe(200);
    expect(other.headers.get('etag')).not.toBe(etag);
  });

  test('may load what is its own, and call this server', async () => {
    const { headers } = await open('/explore');
    expect(headers.get('content-security-policy')?.split(';').sort()).toEqual(
      [
        "default-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "script-src 'self'",
        "worker-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "font-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
      ].sort(),
    );
  });

  test('has files that are cached forever, and no others', async () => {
    const file = await fetch(`${server.url}/explore/assets/app-ABCDEFGH.js`);
    expect([file.status, file.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    for (const path of ['assets/no-such.js', 'assets/', 'assets/..%2findex.html']) {
      const response = await fetch(`${server.url}/explore/${path}`);
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.text()).not.toContain('id="app"');
    }
  });

  test('can only be read', async () => {
    expect((await fetch(`${server.url}/explore`, { method: 'POST' })).status).toBe(405);
    const head = await fetch(`${server.url}/explore`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  test('is refused at the start without a place for its title', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'chancery-explorer-'));
    writeFileSync(join(empty, 'index.html'), '<!doctype html>');
    await expect(serve({ api, explorer: empty })).rejects.toThrow('has no <!--head--> for its title');
    rmSync(empty, { recursive: true });
  });
});
