import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createApi } from '../../src/api/api.ts';
import { type Database, connect } from '../../src/graph/database.ts';
import { MAX_AGE_MS } from '../../src/graph/version-cache.ts';
import { emptyGraph, testAddress, testDatabase } from '../support/database.ts';
import { type TestServer, serve } from '../support/http.ts';

const BOTH = '{ a: entity(ref: "topic:a") { version } b: entity(ref: "topic:b") { version } }';

let database: Database;
let server: TestServer;
/** How many operations of the server have been executed. */
let asked = 0;
/** Executions wait for this. */
let gate: Promise<void> = Promise.resolve();
/** Another server of the same graph. */
let other: Database;
let replica: TestServer;

beforeAll(async () => {
  database = await testDatabase();
  const api = createApi({ database, timeoutMs: 20_000 });
  server = await serve({ api: { ...api, execute: async (request) => (asked++, await gate, api.execute(request)) } });
  other = await connect(testAddress());
  replica = await serve({ api: createApi({ database: other, timeoutMs: 20_000 }) });
});
afterAll(() => other.close());

beforeEach(async () => {
  await emptyGraph(database);
  await database.write((tx) =>
    tx.run(`UNWIND ['a', 'b'] AS name
            CREATE (:Thing:Entity:Topic {id: 'id-' + name, key: 'topic:' + name, sortKey: 'topic:' + name, version: 0})`),
  );
  asked = 0;
});

/** Changes both topics, in one transaction. */
const setBoth = (through: Database, version: number) =>
  through.write((tx) => tx.run('MATCH (t:Topic) SET t.version = $version', { version }));
const both = (version: number) => ({ data: { a: { version }, b: { version } } });

/** Not with fetch, which changes cache headers. */
function get(query: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    request(`${server.url}/graphql?query=${encodeURIComponent(query)}`, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode!, headers: response.headers, body });
      });
    })
      .once('error', reject)
      .end();
  });
}

describe('a repeated request while the graph has not changed', () => {
  test('is answered from the cache, and the log says so', async () => {
    const first = await server.ask(`query Both ${BOTH}`);
    expect(asked).toBe(1);
    const again = await server.ask(`query Both ${BOTH}`);
    expect(again.body).toEqual(both(0));
    expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'));
    expect(asked).toBe(1);
    expect(server.lines.at(-1)).toMatchObject({ operation: 'Both', status: 200, cache: 'hit' });
  });

  test('shares one execution with concurrent identical requests', async () => {
    const crowd = await Promise.all(Array.from({ length: 10 }, () => server.ask(`query Crowd ${BOTH}`)));
    expect(crowd.map(({ body }) => body)).toEqual(crowd.map(() => both(0)));
    expect(asked).toBe(1);
  });

  test('that waited for a response with errors is executed itself', async () => {
    const wrong = 'query Wrong { meetings(first: -1) { totalCount } entity(ref: "topic:a") { key } }';
    const answers = await Promise.all([server.ask(wrong), server.ask(wrong), server.ask(wrong)]);
    for (const { body } of answers) expect(body.errors).toHaveLength(1);
    expect(asked).toBe(3);
  });

  test('is answered although the clients before it have disconnected', async () => {
    const query = 'query Left { meetings(first: -1) { totalCount } entity(ref: "topic:a") { key } }';
    const open = Promise.withResolvers<void>();
    gate = open.promise;
    const leaving = [new AbortController(), new AbortController()] as const;
    const left: Promise<unknown>[] = [];
    for (const { signal } of leaving) {
      left.push(expect(server.ask(query, {}, { signal })).rejects.toThrow());
      while (asked === 0) await sleep(5);
      await sleep(50);
    }
    expect(asked).toBe(1);
    const [first, second] = leaving;
    second.abort();
    await sleep(50);
    first.abort();
    await Promise.all(left);
    await sleep(50);
    open.resolve();
    expect((await server.ask(query, {})).body.errors).toHaveLength(1);
  });

  test('with other variables is another request', async () => {
    const query = 'query ($ref: Ref!) { entity(ref: $ref) { key } }';
    const keys = [];
    for (const ref of ['topic:a', 'topic:b', 'topic:a']) keys.push((await server.ask(query, { ref })).body.data);
    expect(keys).toEqual(['topic:a', 'topic:b', 'topic:a'].map((key) => ({ entity: { key } })));
  });

  test('is answered with the cached compressed body only if the client accepts the encoding', async () => {
    const long = `{ ${Array.from({ length: 90 }, (_, n) => `a${n}: __type(name: "Meeting") { description }`).join('\n')}
                    ${Array.from({ length: 9 }, (_, n) => `b${n}: __schema { types { name description } }`).join('\n')} }`;
    const packed = await get(long, { 'accept-encoding': 'gzip' });
    const again = await get(long, { 'accept-encoding': 'gzip' });
    const plain = await get(long);
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(again.headers['content-encoding']).toBe('gzip');
    expect(again.body).toBe(packed.body);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(JSON.parse(plain.body)).toHaveProperty('data.a0');
  });

  test('is executed again if the first response had errors', async () => {
    const wrong = '{ meetings(first: -1) { totalCount } entity(ref: "topic:a") { key } }';
    await server.ask(wrong);
    const { body } = await server.ask(wrong);
    expect(body.errors).toHaveLength(1);
    expect(asked).toBe(2);
  });

  test('is refused if it is a cross-site GET', async () => {
    await get(BOTH);
    expect((await get(BOTH, { 'sec-fetch-site': 'cross-site' })).status).toBe(400);
  });
});

describe('a client with a cached response', () => {
  test('gets 304 for its etag, without an execution', async () => {
    const { headers } = await get(BOTH);
    expect(headers['cache-control']).toBe('no-cache');
    asked = 0;
    const again = await get(BOTH, { 'if-none-match': String(headers.etag) });
    expect([again.status, again.body, asked]).toEqual([304, '', 0]);
    expect(again.headers.etag).toBe(headers.etag);
  });

  test('gets a new response with another etag when the graph has changed', async () => {
    const { headers } = await get(BOTH);
    await setBoth(database, 1);
    const again = await get(BOTH, { 'if-none-match': String(headers.etag) });
    expect([again.status, JSON.parse(again.body)]).toEqual([200, both(1)]);
    expect(again.headers.etag).not.toBe(headers.etag);
  });

  test('has another etag for another request', async () => {
    const tags = [await get(BOTH), await get('{ __typename }')].map(({ headers }) => headers.etag);
    expect(new Set(tags).size).toBe(2);
  });

  test('has no etag for a response with errors', async () => {
    expect((await get('{ meetings(first: -1) { totalCount } }')).headers.etag).toBeUndefined();
  });
});

describe('two servers of one graph', () => {
  test("a server's own writes show at once, those of the other within a poll", async () => {
    for (let version = 1; version <= 5; version++) {
      await setBoth(database, version);
      expect((await server.ask(BOTH)).body).toEqual(both(version));
      await sleep(MAX_AGE_MS + 5);
      expect((await replica.ask(BOTH)).body).toEqual(both(version));
    }
  });

  test('cache-control: no-cache reads the current state', async () => {
    for (let version = 1; version <= 5; version++) {
      await setBoth(database, version);
      const headers = { 'content-type': 'application/json', 'cache-control': 'no-cache' };
      expect((await replica.ask(BOTH, {}, { headers })).body).toEqual(both(version));
    }
  });

  test('of two executions at the same time, the one that ends last is not followed by what the other has read', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    gate = promise;
    const slow = server.ask(BOTH);
    while (asked === 0) await sleep(1);
    gate = Promise.resolve();
    await setBoth(other, 1);
    await sleep(MAX_AGE_MS + 5);
    expect((await server.ask(BOTH)).body).toEqual(both(1));
    await setBoth(other, 2);
    resolve();
    expect((await slow).body).toEqual(both(2));
    expect((await server.ask(BOTH)).body).toEqual(both(2));
  });

  test('with concurrent writers through both, no response is torn or older than one before', async () => {
    let written = 0;
    let writing = true;
    const writer = async (through: Database) => {
      while (writing) {
        const version = ++written;
        await through.write((tx) =>
          tx.run('MATCH (t:Topic) SET t.version = CASE WHEN t.version < $version THEN $version ELSE t.version END', {
            version,
          }),
        );
        await sleep(20);
      }
    };
    let again = 0;
    const reader = async (asked: TestServer) => {
      let last = 0;
      for (let answers = 0; answers < 40 || written < 20; answers++) {
        const { body } = await asked.ask(BOTH);
        const { a, b } = body.data as { a: { version: number }; b: { version: number } };
        expect(b.version).toBe(a.version);
        expect(a.version).toBeGreaterThanOrEqual(last);
        if (a.version === last) again++;
        last = a.version;
      }
    };
    const writers = [writer(database), writer(other)];
    await Promise.all([reader(server), reader(replica), reader(server)]).finally(() => (writing = false));
    await Promise.all(writers);
    expect(again).toBeGreaterThan(0);

    await sleep(MAX_AGE_MS + 5);
    const answers = await Promise.all([server.ask(BOTH), replica.ask(BOTH)]);
    const [now] = await database.read((tx) => tx.rows('MATCH (t:Topic) RETURN max(t.version)'));
    expect(answers.map(({ body }) => body)).toEqual([both(now![0] as number), both(now![0] as number)]);
  });
});
