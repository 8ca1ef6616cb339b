import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Client, createClient } from 'graphql-ws';
import { createClient as createSseClient } from 'graphql-sse';
import { WebSocket } from 'ws';
import { createAuthenticator } from '../../src/access/authenticator.ts';
import { addKey, revokeKey } from '../../src/access/api-keys.ts';
import { createApi } from '../../src/api/api.ts';
import { type SubscriptionEvent } from '../../src/api/subscriptions/subscriptions.ts';
import { type Database, connect } from '../../src/graph/database.ts';
import { emptyGraph, testAddress, testDatabase } from '../support/database.ts';
import { type TestServer, serve } from '../support/http.ts';
import { type Block, importBlocks } from '../support/recording.ts';

/** What a subscription is told of one change. */
interface Told {
  data?: { changes: { cursor: string; typeName: string; key: string | null; node?: { key: string } | null } } | null;
  errors?: { message: string; path?: unknown; extensions?: { code: string } }[];
}

let database: Database;
let other: Database;
let server: TestServer;
/** Another server of the same graph. */
let replica: TestServer;
let topics = 0;

beforeAll(async () => {
  database = await testDatabase();
  await emptyGraph(database);
  await record(1);
  other = await connect(testAddress());
  server = await serve({ api: createApi({ database, timeoutMs: 20_000 }) });
  replica = await serve({ api: createApi({ database: other, timeoutMs: 20_000 }) });
});
afterAll(() => other.close());

const clients: Client[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) void client.dispose();
});

const source: Block['source'] = { title: 'A list', kind: 'REPORT', attributionKind: 'NARRATION' };

/** Records topics, each a change, and says their keys. */
async function record(count: number, through = database): Promise<string[]> {
  const keys = Array.from({ length: count }, () => `topic:t${String(topics++).padStart(4, '0')}`);
  const named = keys.map((key) => ({ key, names: [{ value: `Topic ${key}`, lang: 'en' }] }));
  await importBlocks(through, `set-${topics}`, [{ source, topics: named }]);
  return keys;
}

const wsUrl = ({ url }: TestServer) => `${url.replace('http', 'ws')}/graphql`;

function wsClient(of: TestServer, connectionParams: Record<string, unknown> = {}, more = {}): Client {
  const client = createClient({
    url: wsUrl(of),
    webSocketImpl: WebSocket,
    connectionParams,
    retryAttempts: 0,
    ...more,
  });
  clients.push(client);
  return client;
}

const TOPICS =
  'subscription Topics($after: String) { changes(after: $after, typeNames: ["Topic"]) { cursor typeName key node { key } } }';

/** Takes `count` answers, and ends. */
async function take(events: AsyncIterable<unknown>, count: number): Promise<Told[]> {
  const taken: Told[] = [];
  for await (const event of events) {
    taken.push(event as Told);
    if (taken.length === count) break;
  }
  return taken;
}

const keysOf = (told: Told[]) => told.map(({ data }) => data?.changes.key);
const end = async (): Promise<string> => {
  const { body } = await server.ask('{ changes(last: 1) { cursor } }', {}, fresh);
  return (body.data as { changes: { cursor: string }[] }).changes[0]!.cursor;
};
const fresh = { headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' } };

describe('changes', () => {
  test('are told over a WebSocket, in order and each once, whichever server they went through', async () => {
    const after = await end();
    const ofBoth = [server, replica].map((of) =>
      take(wsClient(of).iterate({ query: TOPICS, variables: { after } }), 55),
    );
    const keys = [...(await record(3)), ...(await record(50, other)), ...(await record(2))];
    for (const told of await Promise.all(ofBoth)) {
      expect(keysOf(told)).toEqual(keys);
      expect(told[0]!.data!.changes).toMatchObject({ typeName: 'Topic', node: { key: keys[0] } });
      expect(Object.keys(told[0]!.data!.changes)).toEqual(['cursor', 'typeName', 'key', 'node']);
    }
  });

  test('are told from now on, if no place is given', async () => {
    await record(2);
    let told: Told[] | undefined;
    const query = 'subscription { changes(typeNames: "Topic") { key } }';
    void take(wsClient(server).iterate({ query }), 1).then((events) => (told = events));
    // The protocol does not say when a subscription has begun, so there is something to tell again and again.
    const keys: string[] = [];
    while (told === undefined) keys.push(...(await record(1)));
    expect(keys).toContain(keysOf(told)[0]);
  });

  test('go on after a cursor, through a restart of the server, without gap or repeat', async () => {
    const first = await serve({ api: createApi({ database, timeoutMs: 20_000 }) });
    const before = await end();
    const keys = await record(10);
    const events = wsClient(first).iterate({ query: TOPICS, variables: { after: before } });
    const got: Told[] = [];
    const reading = (async () => {
      for await (const event of events) got.push(event as Told);
    })().catch((error: { code?: number }) => error.code);
    while (got.length < 4) await sleep(20);
    await first.stop();
    expect(await reading).toBe(1012);
    keys.push(...(await record(30)));
    const after = got.at(-1)!.data!.changes.cursor;
    const rest = await take(
      wsClient(server).iterate({ query: TOPICS, variables: { after } }),
      keys.length - got.length,
    );
    expect(keysOf([...got, ...rest])).toEqual(keys);
  });

  test('about a thing are those of its facts, too, and no others', async () => {
    const after = await end();
    const [key] = await record(3);
    const query =
      'subscription($about: Ref, $after: String) { changes(about: $about, after: $after) { typeName key } }';
    const told = take(wsClient(server).iterate({ query, variables: { about: key, after } }), 2);
    await record(2);
    await database.write((tx) => tx.run('MATCH (t:Topic {key: $key}) SET t.seen = true', { key }));
    await importBlocks(database, 'again', [
      { source, topics: [{ key: key!, names: [{ value: 'Another name', lang: 'en' }] }] },
    ]);
    expect(keysOf(await told)).toEqual([key, key]);
  });

  test('may have aliases, fragments and a variable of the names that are used here', async () => {
    const after = await end();
    const query = `subscription Mine($after_: String) { ...S } fragment S on Subscription { cursor_: changes(after: $after_) { ...C cursor_: key } }
      fragment C on Change { head_: typeName }`;
    const told = take(wsClient(server).iterate({ query, variables: { after_: after } }), 1);
    const [key] = await record(1);
    expect(await told).toEqual([{ data: { cursor_: { head_: 'Topic', cursor_: expect.any(String) } } }]);
    expect(key).toBeDefined();
  });
});

describe('server-sent events', () => {
  const post = (body: unknown, of = server, headers = {}) =>
    fetch(`${of.url}/graphql/stream`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        'accept-encoding': 'gzip',
        ...headers,
      },
      body: JSON.stringify(body),
    });

  test('tell the same to a client of the protocol', async () => {
    const after = await end();
    const client = createSseClient({ url: `${server.url}/graphql/stream`, retryAttempts: 0 });
    const told = take(client.iterate({ query: TOPICS, variables: { after } }), 3);
    const keys = await record(3);
    expect(keysOf(await told)).toEqual(keys);
    client.dispose();
  });

  test('go on after the last event that a browser has, and are not compressed', async () => {
    const after = await end();
    const keys = await record(3);
    const url = `${server.url}/graphql/stream?query=${encodeURIComponent(TOPICS)}&variables=${encodeURIComponent(JSON.stringify({ after }))}`;
    const read = async (headers: Record<string, string>, count: number) => {
      const response = await fetch(url, {
        headers: { accept: 'text/event-stream', 'accept-encoding': 'gzip', ...headers },
      });
      expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
      expect(response.headers.get('content-encoding')).toBeNull();
      const events: { id: string; data: Told }[] = [];
      let text = '';
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
      while (events.length < count) {
        text += (await reader.read()).value;
        const whole = text.split('\n\n');
        text = whole.pop()!;
        for (const event of whole) {
          const [, id, data] = /^event: next\nid: (.*)\ndata: (.*)$/.exec(event) ?? [];
          if (id) events.push({ id, data: JSON.parse(data!) as Told });
        }
      }
      await reader.cancel();
      return events;
    };
    const [first] = await read({}, 1);
    const rest = await read({ 'last-event-id': first!.id }, 2);
    expect(keysOf([first!, ...rest].map(({ data }) => data))).toEqual(keys);
  });

  test('end with their clients, in the middle of what they are told', async () => {
    const { subscribe, ...api } = createApi({ database, timeoutMs: 20_000 });
    const state = { open: 0 };
    async function* counted(events: AsyncIterable<SubscriptionEvent>): AsyncGenerator<SubscriptionEvent> {
      state.open++;
      try {
        yield* events;
      } finally {
        state.open--;
      }
    }
    const watched = await serve({
      api: {
        ...api,
        subscribe: async (request) => {
          const told = await subscribe(request);
          return 'errors' in told ? told : counted(told);
        },
      },
    });
    const after = await end();
    await record(50);
    const streams = await Promise.all(
      Array.from({ length: 20 }, () => post({ query: TOPICS, variables: { after } }, watched)),
    );
    const readers = streams.map(({ body }) => body!.getReader());
    for (const reader of readers) await reader.read();
    while (state.open < 20) await sleep(20);
    await Promise.all(readers.map((reader) => reader.cancel()));
    while (state.open > 0) await sleep(20);
  });

  test.each([
    ['{ meetings { totalCount } }', {}, 400, /no such subscription. Send queries and mutations by POST/],
    ['subscription { changes { cursr } }', {}, 400, /Cannot query field "cursr".*Did you mean "cursor"/],
    ['subscription {', {}, 400, /Syntax Error/],
    ['subscription { changes(typeNames: ["Meting"]) { cursor } }', {}, 400, /did you mean Meeting/],
    ['subscription { changes(after: "soon") { cursor } }', {}, 400, /`after` is not a cursor/],
    ['subscription($n: Int!) { changes { cursor } }', {}, 400, /\$n/],
    ['subscription { a: changes { cursor } b: changes { cursor } }', {}, 400, /only one/i],
  ])('%s is refused', async (query, variables, status, message) => {
    const response = await post({ query, variables });
    const { errors } = (await response.json()) as Told;
    expect([response.status, errors![0]!.message]).toEqual([status, expect.stringMatching(message)]);
    const overWs = await take(wsClient(server).iterate({ query, variables }), 1).catch((error: unknown) => error);
    expect(JSON.stringify(overWs)).toEqual(JSON.stringify(errors));
  });

  test('a body that is no subscription is refused with what was expected', async () => {
    for (const [body, message] of [
      [{}, /There is no `query`/],
      [{ query: TOPICS, variables: [] }, /`variables` has to be an object/],
      [{ query: TOPICS, operationName: 1 }, /`operationName` has to be a string/],
    ] as const) {
      const response = await post(body);
      expect(response.status).toBe(400);
      expect(((await response.json()) as Told).errors![0]!.message).toMatch(message);
    }
  });
});

test('a subscription by POST to /graphql is refused with the way', async () => {
  const { body } = await server.ask('subscription { changes { cursor } }');
  expect(body.data).toBeUndefined();
  expect(body.errors![0]!.message).toMatch(
    /by a WebSocket \(graphql-ws\) at \/graphql, or as server-sent events at \/graphql\/stream/,
  );
});

describe('where reading is closed', () => {
  let closed: TestServer;
  beforeAll(async () => {
    closed = await serve({
      api: createApi({ database, timeoutMs: 20_000 }),
      authenticator: createAuthenticator(database, { readingIsOpen: false, issuer: null }),
    });
  });

  test('a key is needed, in the first message or a header', async () => {
    const after = await end();
    const keys = await record(1);
    const key = await addKey(database, { name: 'watcher', role: 'READER' });
    const told = await take(
      wsClient(closed, { authorization: `Bearer ${key}` }).iterate({ query: TOPICS, variables: { after } }),
      1,
    );
    expect(keysOf(told)).toEqual(keys);
    for (const params of [{}, { authorization: 'Bearer wrong' }, { authorization: 5 }]) {
      const refused = take(wsClient(closed, params).iterate({ query: TOPICS, variables: { after } }), 1);
      await expect(refused).rejects.toMatchObject({ code: 4403, reason: expect.stringMatching(/key/) });
    }
    const stream = await fetch(`${closed.url}/graphql/stream?query=${encodeURIComponent(TOPICS)}`);
    expect(stream.status).toBe(401);
    await revokeKey(database, 'watcher');
  });
});

describe('pages of other sites', () => {
  const open = async (of: TestServer, headers: Record<string, string>, path = '/graphql') => {
    const socket = new WebSocket(`${of.url.replace('http', 'ws')}${path}`, 'graphql-transport-ws', { headers });
    const status = Promise.withResolvers<number>();
    socket.on('error', () => {}); // of connections that are given up before they are open
    socket.once('open', () => status.resolve(101));
    socket.once('unexpected-response', (_, { statusCode }) => status.resolve(statusCode!));
    const answered = await status.promise;
    socket.terminate();
    return answered;
  };

  test('may not connect, unless the operator allows it', async () => {
    const allowing = await serve({
      api: createApi({ database, timeoutMs: 20_000 }),
      origins: ['https://dash.example.org'],
    });
    const own = { origin: server.url };
    const foreign = { origin: 'https://dash.example.org' };
    expect(await open(server, {})).toBe(101);
    expect(await open(server, own)).toBe(101);
    expect(await open(server, foreign)).toBe(403);
    expect(await open(server, { origin: 'null' })).toBe(403);
    expect(await open(allowing, foreign)).toBe(101);
    expect(await open(allowing, { origin: 'https://other.example.org' })).toBe(403);
    expect(await open(server, { host: 'evil.example.org' })).toBe(421);
    expect(await open(server, {}, '/livez')).toBe(404);
  });
});

test('many who are told nothing for a while are all told when there is something', async () => {
  const after = await end();
  const sockets = await Promise.all(
    Array.from({ length: 200 }, async () => {
      const socket = new WebSocket(wsUrl(server), 'graphql-transport-ws');
      await once(socket, 'open');
      socket.send('{"type":"connection_init"}');
      await once(socket, 'message');
      socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: TOPICS, variables: { after } } }));
      return socket;
    }),
  );
  const told = Promise.all(sockets.map((socket) => once(socket, 'message')));
  const [key] = await record(1);
  for (const [data] of await told) expect(String(data)).toContain(`"key":"${key}"`);
  for (const socket of sockets) socket.terminate();
});
