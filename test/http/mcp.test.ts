import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { type CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addKey } from '../../src/access/api-keys.ts';
import { createAuthenticator } from '../../src/access/authenticator.ts';
import { type Api, createApi } from '../../src/api/api.ts';
import { type Database } from '../../src/graph/database.ts';
import { testAddress } from '../support/database.ts';
import { type TestServer, serve } from '../support/http.ts';
import { settingsFor } from '../support/program.ts';
import { type Block, type ClaimRow, freshDatabase, importBlocks } from '../support/recording.ts';

let database: Database;
let api: Api;
let server: TestServer;
let closed: TestServer;
let client: Client;
const clients: Client[] = [];

const talks: Block[] = [
  {
    source: {
      document: 'doc:readout',
      attributionKind: 'OFFICIAL_RECORD',
      paragraph: '2',
    },
    documents: [
      {
        key: 'doc:readout',
        title: 'Readout of the talks',
        url: 'https://example.org/readout',
        kind: 'READOUT',
        published: { edtf: '2025-02-13' },
        publisher: 'org:mod',
      },
    ],
    countries: [{ key: 'country:GB', names: [{ value: 'United Kingdom', lang: 'en' }] }],
    organizations: [
      { key: 'org:mod', names: [{ value: 'Ministry of Defence', lang: 'en' }], kind: 'MINISTRY' },
      { key: 'org:group', names: [{ value: 'Contact Group', lang: 'en' }], kind: 'INFORMAL_GROUP' },
    ],
    officials: [
      {
        key: 'official:healey',
        names: [
          { value: 'John Healey', lang: 'en' },
          { value: '约翰·希利', lang: 'zh' },
        ],
      },
      { key: 'official:kallas', names: [{ value: 'Kaja Kallas', lang: 'en' }] },
    ],
    posts: [
      {
        key: 'post:secretary',
        names: [{ value: 'Defence Secretary', lang: 'en' }],
        country: 'country:GB',
        level: 'MINISTER',
      },
    ],
    meetings: [
      {
        key: 'meeting:talks',
        kind: 'MULTILATERAL_MEETING',
        names: [{ value: 'Talks in February', lang: 'en' }],
        status: 'HELD',
        time: { edtf: '2025-02-12' },
        participants: [
          { actor: 'official:healey', role: 'CHAIR', status: 'ATTENDED', capacity: 'post:secretary' },
          { actor: 'official:kallas', role: 'ATTENDEE', status: 'ATTENDED' },
        ],
      },
      {
        key: 'meeting:next',
        kind: 'MULTILATERAL_MEETING',
        names: [{ value: 'Talks in April', lang: 'en' }],
        status: 'SCHEDULED',
        time: { edtf: '2025-04' },
        participants: [{ actor: 'official:healey', role: 'CHAIR', status: 'PLANNED' }],
      },
    ],
    tenures: [
      { official: 'official:healey', post: 'post:secretary', status: 'CURRENT', start: { edtf: '2024-07-05' } },
    ],
    memberships: [{ member: 'country:GB', organization: 'org:group', role: 'MEMBER' }],
  },
  {
    source: { document: 'doc:bare', attributionKind: 'ANONYMOUS' },
    documents: [{ key: 'doc:bare', title: 'A page without more', kind: 'OTHER' }],
    statements: [{ key: 'stmt:useful', speaker: 'official:kallas', act: 'ASSESS', gist: 'The talks were useful.' }],
    topics: [{ key: 'topic:aid', names: [{ value: 'Aid', lang: 'en' }] }],
    places: [{ key: 'place:brussels', names: [{ value: 'Brussels', lang: 'en' }], kind: 'CITY' }],
  },
];

async function connect(url: string, headers: Record<string, string> = {}): Promise<Client> {
  const connected = new Client({ name: 'test', version: '1' });
  clients.push(connected);
  await connected.connect(new StreamableHTTPClientTransport(new URL('/mcp', url), { requestInit: { headers } }));
  // From now on it refuses what does not fit the schema of a tool.
  await connected.listTools();
  return connected;
}

beforeAll(async () => {
  database = await freshDatabase();
  expect((await importBlocks(database, 'talks', talks)).problems).toEqual([]);
  api = createApi({ database, timeoutMs: 20_000 });
  server = await serve({ api });
  closed = await serve({ api, authenticator: createAuthenticator(database, { readingIsOpen: false, issuer: null }) });
  client = await connect(server.url);
}, 180_000);

afterAll(() => Promise.all(clients.map((each) => each.close())));

async function call(name: string, args: Record<string, unknown>) {
  const { content, structuredContent, isError } = (await client.callTool({ name, arguments: args })) as CallToolResult;
  const [first] = content;
  return {
    text: first?.type === 'text' ? first.text : '',
    data: structuredContent as never,
    isError: isError ?? false,
  };
}

test('every tool is listed with what it takes and gives, and only reads', async () => {
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(['search', 'entity', 'network', 'query', 'schema']);
  for (const { inputSchema, outputSchema, annotations } of tools) {
    expect(Object.keys(inputSchema.properties!).length).toBeGreaterThan(0);
    expect([inputSchema.additionalProperties, outputSchema!.additionalProperties]).toEqual([false, false]);
    expect(annotations!.readOnlyHint).toBe(true);
  }
  expect(client.getInstructions()).toMatch(/Planned is not happened/);
});

test('search finds by a name of any language, with key, type and page', async () => {
  const { text, data } = await call('search', { text: '约翰' });
  expect(data).toEqual({
    found: [
      {
        key: 'official:healey',
        type: 'Official',
        name: 'John Healey',
        matched: '约翰·希利',
        page: `${server.url}/explore/official/healey`,
      },
    ],
    total: 1,
    record: { graphVersion: expect.any(String) },
  });
  expect(text).toMatch(/John Healey \(Official, official:healey\), found as 约翰·希利/);
});

describe('entity', () => {
  test('says who chaired, and on whose word', async () => {
    const { text, data } = await call('entity', { ref: 'meeting:talks' });
    expect(data).toMatchObject({
      status: 'HELD',
      standing: 'ESTABLISHED',
      time: { edtf: '2025-02-12', words: 'on 12 February 2025' },
      facts: expect.arrayContaining([
        expect.objectContaining({
          who: { key: 'official:healey', type: 'Official', name: 'John Healey' },
          role: 'CHAIR',
          status: 'ATTENDED',
          standing: 'ESTABLISHED',
          says: [
            expect.objectContaining({
              word: 'OFFICIAL_RECORD',
              denies: false,
              sources: [
                {
                  document: 'doc:readout',
                  title: 'Readout of the talks',
                  publisher: 'Ministry of Defence',
                  url: 'https://example.org/readout',
                  paragraph: '2',
                },
              ],
            }),
          ],
        }),
      ]),
      documents: [{ key: 'doc:readout', citation: expect.stringContaining('Readout of the talks') }],
    });
    expect(text).toContain(
      'John Healey (as Defence Secretary, on behalf of United Kingdom): CHAIR, ATTENDED, Talks in February (on 12 February 2025). ESTABLISHED; says [1], paragraph 2 (OCCURRED, OFFICIAL_RECORD, Ministry of Defence',
    );
    expect(text).toMatch(/\[1\] .*Readout of the talks.*\(doc:readout\)/);
  });

  test('tells plans from what happened', async () => {
    const { text } = await call('entity', { ref: 'official:healey' });
    expect(text).toMatch(/CHAIR, PLANNED, Talks in April \(in April 2025\)/);
    expect(text).toMatch(/John Healey: Defence Secretary, CURRENT \(began on 5 July 2024\)/);
  });

  test.each([
    'country:GB',
    'org:group',
    'org:mod',
    'post:secretary',
    'topic:aid',
    'place:brussels',
    'official:kallas',
    'meeting:next',
  ])('answers for %s as its schema says', async (ref) => {
    expect(await call('entity', { ref })).toMatchObject({ isError: false, data: { key: ref } });
  });

  test('tells a denial and what happened before plans, and how each was told', async () => {
    const from = (document: string, claims: Partial<ClaimRow>[]): Block => ({
      source: { document, attributionKind: 'NARRATION' },
      documents: [{ key: document, title: document, kind: 'OTHER', published: { edtf: '2025-02-20' } }],
      claims: claims.map((claim) => ({
        type: 'ATTENDS',
        subject: 'official:kallas',
        objects: ['meeting:talks'],
        modality: 'PLANNED',
        text: 'She is to come.',
        ...claim,
      })),
    });
    const plans = Array.from({ length: 6 }, (_, index) => from(`doc:plan-${index}`, [{ key: `a${index}` }]));
    const denial = from('doc:denial', [
      { key: 'z', modality: 'OCCURRED', polarity: 'NEGATIVE', text: 'She was not there.' },
    ]);
    expect((await importBlocks(database, 'more', [...plans, denial])).problems).toEqual([]);
    const { data, text } = await call('entity', { ref: 'meeting:talks' });
    const { facts } = data as {
      facts: { who: { key: string }; says: { denies: boolean; status: string }[]; moreClaims: number }[];
    };
    const kallas = facts.find(({ who }) => who.key === 'official:kallas')!;
    expect(kallas.says.map(({ denies, status }) => `${status}${denies ? ', denied' : ''}`).sort()).toEqual([
      'OCCURRED',
      'OCCURRED, denied',
      'PLANNED',
      'PLANNED',
      'PLANNED',
    ]);
    expect(kallas.moreClaims).toBe(3);
    expect(text).toMatch(/denies it, OCCURRED, NARRATION.*\(PLANNED, NARRATION/);
  });

  test('counts what it leaves out', async () => {
    expect((await call('entity', { ref: 'meeting:talks', first: 1 })).data).toMatchObject({
      notShown: ['participations: 1 more'],
    });
  });
});

test('network tells who met whom, and at which meetings', async () => {
  const { data, text } = await call('network', { around: 'official:kallas', from: '2025', to: '2025-02' });
  expect(data).toMatchObject({
    ties: [{ meetings: 1, because: [{ key: 'meeting:talks', standing: 'ESTABLISHED', status: 'HELD' }] }],
    nodeCount: 2,
    tieCount: 1,
    citation: expect.stringContaining('Kaja Kallas'),
  });
  expect(text).toMatch(/Healey.* 1, at Talks in February \(meeting:talks, ESTABLISHED, on 12 February 2025\)/);
});

test('query answers what was asked, with its nulls', async () => {
  const { data } = await call('query', {
    query: 'query ($ref: Ref!) { meeting(ref: $ref) { mode chairs { actor { name } } } }',
    variables: { ref: 'meeting:talks' },
  });
  expect(data).toEqual({ data: { meeting: { mode: null, chairs: [{ actor: { name: 'John Healey' } }] } } });
});

test('schema says what there is to ask', async () => {
  expect((await call('schema', { types: ['Meeting', 'MeetingFilter'] })).text).toMatch(
    /type Meeting [^]*input MeetingFilter/,
  );
});

test.each([
  ['entity', { ref: 'meeting:unknown' }, /Nothing of these types is recorded as meeting:unknown/],
  ['search', { test: 'x', text: 'y' }, /no argument `test`. Did you mean text\?/],
  [
    'search',
    { text: 'x', types: ['MEETINGS'], first: 0 },
    /`types.0` has no such value. Did you mean MEETING\?.*`first`/,
  ],
  ['search', {}, /`text`/],
  ['entity', { ref: 'x'.repeat(300) }, /200/],
  [
    'query',
    { query: 'mutation { restore(ref: "x", reason: "y") { activity { id } } }' },
    /Only queries are run here; this is a mutation/,
  ],
  ['query', { query: 'subscription { changes { key } }' }, /this is a subscription/],
  ['query', { query: '{ meeting(' }, /Syntax Error/],
  ['query', { query: '['.repeat(19_000) }, /Syntax Error/],
  ['query', { query: `{ meeting(ref: ${'['.repeat(4_900)}` }, /too deep/],
  ['query', { query: '{ meetngs { nodes { key } } }' }, /Did you mean "meetings"/],
  ['schema', { types: ['Meetings'] }, /no type Meetings. Did you mean Meeting/],
  ['network', { around: 'official:healey', kind: ['SUMMIT'] }, /no argument `kind`. Did you mean kinds\?/],
  ['network', { from: 'yesterday' }, /`from`.*2025-02-12/],
  ['serch', {}, /no tool `serch`. Did you mean search\?/],
])('%s with %j is an error that says what to do', async (name, args, message) => {
  const { isError, text } = await call(name, args);
  expect([isError, text]).toEqual([true, expect.stringMatching(message)]);
});

describe('what goes wrong inside', () => {
  test('is masked, and logged under the id that the caller is told', async () => {
    const broken = await serve({
      api: { ...api, execute: () => Promise.reject(new Error('password of the database')) },
    });
    const asked = await (await connect(broken.url)).callTool({ name: 'search', arguments: { text: 'x' } });
    const text = JSON.stringify(asked.content);
    expect(asked.isError).toBe(true);
    expect(text).not.toContain('password');
    const [, id] = /quote this id: ([\w-]+)/.exec(text)!;
    expect(broken.lines.find(({ request, msg }) => request === id && msg.startsWith('unexpected'))).toBeDefined();
  });

  test('a caller who leaves stops the tool', async () => {
    const stopped = Promise.withResolvers<void>();
    const started = Promise.withResolvers<void>();
    const slow = await serve({
      api: {
        ...api,
        execute: ({ signal }) => {
          started.resolve();
          return new Promise((_, reject) => {
            signal!.addEventListener('abort', () => {
              stopped.resolve();
              reject(signal!.reason as Error);
            });
          });
        },
      },
    });
    const leaving = await connect(slow.url);
    const left = leaving.callTool({ name: 'search', arguments: { text: 'x' } }).catch(() => 'left');
    await started.promise;
    await leaving.close();
    await stopped.promise;
    expect(await left).toBe('left');
  });
});

describe('over HTTP', () => {
  const post = (body: unknown, headers: Record<string, string> = {}, url = server.url) =>
    fetch(`${url}/mcp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
      body: JSON.stringify(body),
    });
  const list = { jsonrpc: '2.0', id: 1, method: 'tools/list' };

  test('each request stands by itself, so any replica answers it', async () => {
    const response = await post(list);
    expect([response.status, response.headers.get('mcp-session-id')]).toEqual([200, null]);
    expect(await response.json()).toMatchObject({ id: 1, result: { tools: expect.anything() } });
  });

  test('where reading is closed it needs a key, which the client sends', async () => {
    expect((await post(list, {}, closed.url)).status).toBe(401);
    const key = await addKey(database, { name: 'model', role: 'READER' });
    const reader = await connect(closed.url, { authorization: `Bearer ${key}` });
    expect((await reader.callTool({ name: 'search', arguments: { text: 'healey' } })).isError).toBeUndefined();
  });

  test('pages of other sites may ask only where the operator says so', async () => {
    const preflight = (url: string) =>
      fetch(`${url}/mcp`, {
        method: 'OPTIONS',
        headers: {
          origin: 'https://app.example',
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'mcp-protocol-version',
        },
      });
    const open = await serve({ api, origins: ['https://app.example'] });
    const granted = await preflight(open.url);
    expect(granted.headers.get('access-control-allow-headers')).toContain('mcp-protocol-version');
    expect((await preflight(server.url)).headers.get('access-control-allow-origin')).toBeNull();
  });

  test('streams, batches, forms and what is too large are refused', async () => {
    expect((await fetch(`${server.url}/mcp`, { headers: { accept: 'text/event-stream' } })).status).toBe(405);
    expect((await post([list, list])).status).toBe(400);
    expect((await post(list, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post({ ...list, params: { text: 'x'.repeat(1_100_000) } })).status).toBe(413);
  });
});

test('over standard input and output the command answers the same, and ends with its client', async () => {
  const local = new Client({ name: 'test', version: '1' });
  clients.push(local);
  const main = new URL('../../src/cli/main.ts', import.meta.url).pathname;
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ['--disable-warning=ExperimentalWarning', main, 'mcp'],
    env: { PATH: process.env.PATH!, ...settingsFor(testAddress()) },
    stderr: 'pipe',
  });
  await local.connect(transport);
  await local.listTools();
  const { structuredContent } = await local.callTool({ name: 'entity', arguments: { ref: 'post:secretary' } });
  expect(structuredContent).toMatchObject({ name: 'Defence Secretary', facts: [{ who: { key: 'official:healey' } }] });
  const { pid } = transport;
  await local.close();
  expect(() => process.kill(pid!, 0)).toThrow('ESRCH');
});
