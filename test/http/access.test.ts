import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { print } from 'graphql';
import { createAuthenticator, type AccessSettings } from '../../src/access/authenticator.ts';
import { MAX_FAILURES } from '../../src/access/rate-limit.ts';
import { type Caller, requireRole } from '../../src/access/caller.ts';
import { createApiKeyVerifier } from '../../src/access/verify-api-key.ts';
import { matchesHash, generateApiKey, formatApiKey } from '../../src/access/api-key-format.ts';
import { addKey, listKeys, revokeKey } from '../../src/access/api-keys.ts';
import { type Api, createApi } from '../../src/api/api.ts';
import { type Database, connect } from '../../src/graph/database.ts';
import { MAX_AGE_MS } from '../../src/graph/version-cache.ts';
import { emptyGraph, testAddress, testDatabase } from '../support/database.ts';
import { type TestServer, serve } from '../support/http.ts';

const TOPIC = '{ entity(ref: "topic:a") { key } }';
/** Stands for a field that needs the role ANALYST. */
const FOR_ANALYSTS = '{ forAnalysts: __typename }';

let database: Database;
let other: Database;
let api: Api;
/** The callers of the operations that reached the API, in order. */
let callers: Caller[] = [];

beforeAll(async () => {
  database = await testDatabase();
  other = await connect(testAddress());
  const real = createApi({ database, timeoutMs: 60_000 });
  api = {
    ...real,
    execute: async (request) => {
      callers.push(request.caller);
      if (print(request.document).includes('forAnalysts')) requireRole(request.caller, 'ANALYST');
      return real.execute(request);
    },
  };
});
afterAll(() => other.close());

beforeEach(async () => {
  await emptyGraph(database);
  await database.write((tx) =>
    tx.run("CREATE (:Thing:Entity:Topic {id: 'id-a', key: 'topic:a', sortKey: 'topic:a', version: 0})"),
  );
  callers = [];
});

const start = (settings: Partial<AccessSettings> = {}, proxies = 0, through = database): Promise<TestServer> =>
  serve({
    api,
    proxies,
    authenticator: createAuthenticator(through, { readingIsOpen: true, issuer: null, ...settings }),
  });

const JSON_TYPE = { 'content-type': 'application/json' };
const bearing = (key: string, more: Record<string, string> = {}) => ({
  headers: { ...JSON_TYPE, authorization: `Bearer ${key}`, ...more },
});
const ask = (server: TestServer, key: string, query = TOPIC, more = {}) => server.ask(query, {}, bearing(key, more));
const get = (server: TestServer, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/graphql?query=${encodeURIComponent(TOPIC)}`, { headers });

const anAnalyst = () => addKey(database, { name: 'anna', role: 'ANALYST' });
const rejectedCode = (code: string) => ({ body: { errors: [{ extensions: { code } }] } });

describe('a key', () => {
  test('identifies the caller and the role; the log has the name, never the key', async () => {
    const server = await start();
    const key = await anAnalyst();
    expect(await ask(server, key, 'query Named { entity(ref: "topic:a") { key } }')).toMatchObject({
      status: 200,
      body: { data: { entity: { key: 'topic:a' } } },
    });
    expect(callers).toEqual([{ name: 'anna', role: 'ANALYST', kind: 'key' }]);
    expect(server.lines.at(-1)).toMatchObject({ operation: 'Named', caller: 'anna' });

    await ask(server, `${key.slice(0, -4)}beef`);
    expect(server.lines).toContainEqual(
      expect.objectContaining({ msg: 'credential rejected', reason: 'not the key anna' }),
    );
    const [, , secret] = key.split('_');
    expect(JSON.stringify(server.lines)).not.toContain(secret!.slice(0, 16));
  });

  test('without one, the caller is an anonymous reader', async () => {
    const server = await start();
    await server.ask(TOPIC);
    expect(callers).toEqual([{ name: 'anonymous', role: 'READER', kind: 'anonymous' }]);
  });

  test('is stored as a hash only', async () => {
    const [, id, secret] = (await anAnalyst()).split('_');
    const rows = await database.read((tx) => tx.rows('MATCH (k:ApiKey) RETURN properties(k)'));
    expect(rows).toMatchObject([
      [{ id, name: 'anna', role: 'ANALYST', hash: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    ]);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  test('records the day of its last use', async () => {
    const server = await start();
    const key = await anAnalyst();
    expect(await listKeys(database)).toMatchObject([{ name: 'anna', lastUsedOn: null }]);
    await ask(server, key);
    await database.write(() => Promise.resolve()); // The mark is written behind the answer, and writes queue up.
    expect(await listKeys(database)).toMatchObject([{ lastUsedOn: new Date().toISOString().slice(0, 10) }]);
  });
});

describe('wrong, revoked, unknown and malformed keys, and other schemes', () => {
  test('get the same message, with 401 and www-authenticate', async () => {
    const server = await start();
    const key = await anAnalyst();
    const revoked = await addKey(database, { name: 'rita', role: 'ADMIN' });
    await revokeKey(database, 'rita');
    const headers = [
      ...[
        `${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`,
        revoked,
        formatApiKey(generateApiKey()),
        'chancery_',
        'a.b.c',
      ].map((text) => `Bearer ${text}`),
      ...['Basic YTpi', key, 'Bearer'],
    ];
    const answers = [];
    for (const authorization of headers) {
      const { status, headers, body } = await server.ask(TOPIC, {}, { headers: { ...JSON_TYPE, authorization } });
      const about = [...headers].filter(([name]) => !['date', 'x-request-id'].includes(name));
      answers.push(JSON.stringify({ status, about, body }));
    }
    expect(new Set(answers).size).toBe(1);
    expect(JSON.parse(answers[0]!)).toMatchObject({
      status: 401,
      about: expect.arrayContaining([
        ['www-authenticate', 'Bearer realm="chancery", error="invalid_token"'],
        ['cache-control', 'no-store'],
      ]) as unknown,
      body: { errors: [{ message: expect.stringContaining('not valid'), extensions: { code: 'UNAUTHENTICATED' } }] },
    });
    expect(callers).toEqual([]);
  });

  test('take the same work each time: one look-up of one row, one comparison of two hashes', async () => {
    const key = await anAnalyst();
    const revoked = await addKey(database, { name: 'rita', role: 'ADMIN' });
    await revokeKey(database, 'rita');
    let work: unknown[] = [];
    const check = createApiKeyVerifier(
      {
        ...database,
        queryRows: async (...args) => {
          const rows = await database.queryRows(...args);
          work.push(['look-up', rows.length, rows[0]?.length]);
          return rows;
        },
      },
      (secret, hash) => {
        work.push(['compare', secret.length]);
        return matchesHash(secret, hash);
      },
    );
    const wrong = {
      ofAKey: `${key.slice(0, 22)}${generateApiKey().secret}`,
      revoked,
      unknown: formatApiKey(generateApiKey()),
    };
    for (const text of [...Object.values(wrong), ...Object.values(wrong)]) {
      work = [];
      await expect(check(text)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
      expect(work).toEqual([
        ['look-up', 1, 5],
        ['compare', 64],
      ]);
    }
  });
});

describe('revocation', () => {
  test('takes effect at once in the same process, also for a key in use', async () => {
    const server = await start();
    const key = await anAnalyst();
    for (let n = 0; n < 3; n++) expect((await ask(server, key)).status).toBe(200);
    await revokeKey(database, 'anna');
    expect(await ask(server, key)).toMatchObject({ status: 401, ...rejectedCode('UNAUTHENTICATED') });
  });

  test('takes effect within a poll in other servers of the same graph', async () => {
    const replica = await start({}, 0, other);
    const key = await anAnalyst();
    for (let n = 0; n < 3; n++) expect((await ask(replica, key)).status).toBe(200);
    await revokeKey(database, 'anna');
    await sleep(MAX_AGE_MS + 5);
    expect((await ask(replica, key)).status).toBe(401);
  });

  test('a key in use is not looked up again while the graph does not change', async () => {
    const key = await anAnalyst();
    let lookUps = 0;
    const check = createApiKeyVerifier({ ...database, queryRows: (...args) => (lookUps++, database.queryRows(...args)) });
    await check(key);
    await database.write(() => Promise.resolve()); // after the mark of its use
    await check(key);
    lookUps = 0;
    for (let n = 0; n < 20; n++) expect(await check(key)).toMatchObject({ name: 'anna' });
    expect(lookUps).toBe(0);
  });
});

describe('a role that is too small', () => {
  test('is FORBIDDEN, 403, for readers and UNAUTHENTICATED, 401, without a key; an analyst is allowed', async () => {
    const server = await start();
    const reader = await addKey(database, { name: 'rita', role: 'READER' });
    expect(await ask(server, reader, FOR_ANALYSTS)).toMatchObject({
      status: 403,
      body: {
        errors: [
          {
            message: expect.stringContaining('rita has the role reader'),
            extensions: { code: 'FORBIDDEN', needed: 'ANALYST' },
          },
        ],
      },
    });
    const anonymous = await server.ask(FOR_ANALYSTS);
    expect(anonymous).toMatchObject({ status: 401, ...rejectedCode('UNAUTHENTICATED') });
    expect(anonymous.headers.get('www-authenticate')).toBe('Bearer realm="chancery"');
    expect(anonymous.body.errors?.[0]?.message).toContain('Authorization: Bearer KEY');
    expect(await ask(server, await anAnalyst(), FOR_ANALYSTS)).toMatchObject({ status: 200 });
  });
});

describe('when reading is closed', () => {
  test('every operation needs a key, also introspection; the page and health checks do not', async () => {
    const server = await start({ readingIsOpen: false });
    for (const query of [TOPIC, '{ __schema { queryType { name } } }', 'not even GraphQL']) {
      const { status, headers, body } = await server.ask(query);
      expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="chancery"']);
      expect(body.errors).toMatchObject([
        { message: expect.stringMatching(/needs a key.*under Headers/), extensions: { code: 'UNAUTHENTICATED' } },
      ]);
    }
    expect(callers).toEqual([]);
    for (const path of ['/', '/livez', '/readyz']) expect((await fetch(server.url + path)).status).not.toBe(401);
    const inABrowser = await fetch(`${server.url}/graphql`, { headers: { accept: 'text/html' }, redirect: 'manual' });
    expect([inABrowser.status, inABrowser.headers.get('location')]).toEqual([302, '/']);
  });

  test('a reader with a key gets a response', async () => {
    const server = await start({ readingIsOpen: false });
    const key = await addKey(database, { name: 'rita', role: 'READER' });
    expect((await ask(server, key)).body).toEqual({ data: { entity: { key: 'topic:a' } } });
  });

  test('a response cached for a caller with a key is not sent to one without, nor confirmed by its etag', async () => {
    const server = await start({ readingIsOpen: false });
    const key = await addKey(database, { name: 'rita', role: 'READER' });
    const authorization = `Bearer ${key}`;
    await ask(server, key);
    await database.write(() => Promise.resolve()); // after the mark of its use
    const { headers } = await get(server, { authorization });
    await ask(server, key);
    const before = callers.length;
    expect((await ask(server, key)).status).toBe(200);
    expect((await get(server, { authorization })).status).toBe(200);
    expect(callers).toHaveLength(before);
    expect(server.lines.at(-1)).toMatchObject({ cache: 'hit', caller: 'rita' });

    const etag = headers.get('etag')!;
    expect((await get(server, { authorization, 'if-none-match': etag })).status).toBe(304);
    expect((await server.ask(TOPIC)).body.data).toBeUndefined();
    const without: Record<string, string>[] = [
      {},
      { 'if-none-match': etag },
      { authorization: 'Bearer wrong', 'if-none-match': etag },
    ];
    for (const more of without) {
      const refused = await get(server, more);
      expect([refused.status, refused.headers.get('etag')]).toEqual([401, null]);
    }
  });

  test('the error has a content type that the client accepts', async () => {
    const server = await start({ readingIsOpen: false });
    const type = 'application/graphql-response+json';
    const { status, headers } = await server.ask(TOPIC, {}, { headers: { ...JSON_TYPE, accept: type } });
    expect([status, headers.get('content-type')]).toEqual([401, `${type}; charset=utf-8`]);
  });
});

describe('shared caches', () => {
  test('are told to vary by authorization, and that a response to a key is private', async () => {
    const server = await start();
    const authorization = `Bearer ${await anAnalyst()}`;
    await get(server, { authorization });
    await database.write(() => Promise.resolve()); // after the mark of its use
    for (let again = 0; again < 2; again++) {
      const mine = await get(server, { authorization });
      const anyones = await get(server);
      expect(mine.headers.get('cache-control')).toBe('private, no-cache');
      expect(anyones.headers.get('cache-control')).toBe('no-cache');
      for (const { headers } of [mine, anyones]) expect(headers.get('vary')?.toLowerCase()).toContain('authorization');
      expect(anyones.headers.get('etag')).toBe(mine.headers.get('etag'));
    }
    expect(server.lines.at(-1)).toMatchObject({ cache: 'hit' });
  });
});

describe('too many failures', () => {
  const fail = async (server: TestServer, more = {}) => {
    for (let n = 0; n < MAX_FAILURES; n++)
      expect((await ask(server, formatApiKey(generateApiKey()), TOPIC, more)).status).toBe(401);
  };

  test('mean a wait of a stated time; reading without a key and keys in use still work', async () => {
    const server = await start();
    const key = await anAnalyst();
    expect((await ask(server, key)).status).toBe(200);
    await fail(server);
    const { status, headers, body } = await ask(server, formatApiKey(generateApiKey()));
    expect(status).toBe(429);
    const seconds = Number(headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(body.errors).toMatchObject([{ extensions: { code: 'TOO_MANY_ATTEMPTS', retryAfter: seconds } }]);
    expect((await ask(server, key)).status).toBe(200);
    expect((await server.ask(TOPIC)).status).toBe(200);

    await revokeKey(database, 'anna');
    expect((await ask(server, key)).status).toBe(401);
    expect((await ask(server, key)).status).toBe(429);
  });

  test('behind a trusted proxy do not affect other clients of the proxy', async () => {
    const server = await start({}, 1);
    await fail(server, { 'x-forwarded-for': '192.0.2.1' });
    const key = await anAnalyst();
    expect((await ask(server, key, TOPIC, { 'x-forwarded-for': '192.0.2.1' })).status).toBe(429);
    expect((await ask(server, key, TOPIC, { 'x-forwarded-for': '192.0.2.2' })).status).toBe(200);
  });

  test('cannot be hidden by a forged address: without a trusted proxy the header is ignored', async () => {
    const server = await start();
    await fail(server, { 'x-forwarded-for': '192.0.2.1' });
    expect((await ask(server, formatApiKey(generateApiKey()), TOPIC, { 'x-forwarded-for': '192.0.2.2' })).status).toBe(
      429,
    );
  });
});

test('an internal error while a key is looked up is masked', async () => {
  const away = { ...database, queryRows: () => Promise.reject(new Error('gone')) };
  const server = await start({}, 0, away);
  const { status, body } = await ask(server, formatApiKey(generateApiKey()));
  expect(status).toBe(500);
  expect(body.errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  expect(JSON.stringify(body)).not.toContain('gone');
});
