import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createAuthenticator } from '../../src/access/authenticator.ts';
import { addKey } from '../../src/access/api-keys.ts';
import { type Role } from '../../src/access/roles.ts';
import { type Database } from '../../src/graph/database.ts';
import { type Answer, type TestServer, serve, testApi } from '../support/http.ts';
import { freshDatabase, queryGraph, recordBlocks } from '../support/recording.ts';

/** Mutations as analysts send them: over HTTP, with a key. */
let database: Database;
let server: TestServer;
beforeAll(async () => {
  database = await freshDatabase();
  const access = createAuthenticator(database, { readingIsOpen: true, issuer: null });
  server = await serve({ api: await testApi(), authenticator: access });
});
beforeEach(async () => {
  await freshDatabase();
  await recordBlocks(database, [
    {
      source: { title: 'A register', kind: 'REPORT', attributionKind: 'OFFICIAL_RECORD' },
      countries: [
        { key: 'country:GB', names: [{ value: 'United Kingdom', lang: 'en' }] },
        { key: 'country:UA', names: [{ value: 'Ukraine', lang: 'en' }] },
      ],
      organizations: [
        { key: 'org:one', names: [{ value: 'Harbour Group', lang: 'en' }], kind: 'COALITION' },
        { key: 'org:other', names: [{ value: 'Group of the Harbour', lang: 'en' }], kind: 'COALITION' },
      ],
    },
  ]);
});

let keys = 0;
const keyOf = (role: Role) => addKey(database, { name: `caller-${++keys}`, role });

/** Sends an operation with a key, and with further headers. */
async function send(
  query: string,
  { key, headers = {} }: { key?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  return server.ask(
    query,
    {},
    {
      body: JSON.stringify({ query }),
      headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}), ...headers },
    },
  );
}

const call = (more = '') => `mutation { recordMeeting(input: {
  key: "meeting:call", kind: PHONE_CALL, names: [{ value: "A call", lang: "en" }], time: { edtf: "2026-06-10" }, status: HELD
  participants: [
    { actor: "country:GB", role: PARTICIPANT, status: ATTENDED }
    { actor: "country:UA", role: PARTICIPANT, status: ATTENDED }
  ]
  source: { title: "A register", kind: REPORT, attributionKind: OFFICIAL_RECORD } ${more}
}) { meeting { id key } changes { typeName by } problems { message } } }`;

const meetings = async () => (await queryGraph(database, 'MATCH (m:Meeting) RETURN count(m)'))[0]![0];

describe('writing', () => {
  test('is refused without a key and for readers, before the input is validated', async () => {
    expect(await send(call())).toMatchObject({
      status: 401,
      body: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
    });
    expect(await send(call(), { key: await keyOf('READER') })).toMatchObject({
      status: 403,
      body: { errors: [{ extensions: { code: 'FORBIDDEN' } }] },
    });
    expect(await meetings()).toBe(0);
  });

  test('is recorded with the name of the key', async () => {
    const { status, body } = await send(call(), { key: await keyOf('ANALYST') });
    expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined });
    const { recordMeeting } = body.data as { recordMeeting: { changes: { by: string }[]; problems: unknown[] } };
    expect(recordMeeting.problems).toEqual([]);
    expect(new Set(recordMeeting.changes.map(({ by }) => by))).toEqual(new Set([`caller-${keys}`]));
  });

  test('is not possible by GET, which a link or an image can cause', async () => {
    const query = encodeURIComponent(call());
    const headers = { authorization: `Bearer ${await keyOf('ANALYST')}`, 'apollo-require-preflight': 'true' };
    const response = await fetch(`${server.url}/graphql?query=${query}`, { headers });
    expect(response.status).toBe(405);
    expect(await meetings()).toBe(0);
  });

  test('shows at once in later reads, and its response is not cached', async () => {
    const list = '{ meetings { totalCount } }';
    const key = await keyOf('ANALYST');
    expect((await send(list)).body.data).toEqual({ meetings: { totalCount: 0 } });
    const { headers } = await send(call(), { key });
    expect(headers.get('etag')).toBeNull();
    expect(headers.get('cache-control')).not.toBe('no-cache');
    expect((await send(list)).body.data).toEqual({ meetings: { totalCount: 1 } });
  });
});

test('the header Idempotency-Key makes a repeated request harmless', async () => {
  const request = { key: await keyOf('ANALYST'), headers: { 'idempotency-key': 'f3b2' } };
  const answers = [await send(call(), request), await send(call(), request)];
  expect(answers[1]!.body).toEqual(answers[0]!.body);
  const reused = await send(call('ordinal: 7'), request);
  expect(reused.body.errors).toMatchObject([{ extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } }]);
  expect(await meetings()).toBe(1);
});

test('more writers and readers at once than the database has connections for all get their answers', async () => {
  const key = await keyOf('ANALYST');
  const one = (n: number) =>
    send(
      call()
        .replace('meeting:call', `meeting:call-${n}`)
        .replace('A call', `Call ${n}`)
        .replace('2026-06-10', dayOf(n)),
      { key },
    );
  const asked = Array.from({ length: 25 }, (_, n) => [
    one(n),
    send(`{ meetings(first: ${1 + (n % 50)}) { totalCount } }`),
  ]);
  const answers = await Promise.all(asked.flat());
  expect(answers.filter(({ status, body }) => status !== 200 || body.errors !== undefined)).toEqual([]);
  expect(await meetings()).toBe(25);
});
const dayOf = (n: number) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10);

test('what one mutation did, the next can undo: merge and unmerge, delete and restore, each in the list of changes', async () => {
  const key = await keyOf('ANALYST');
  const once = async (mutation: string) => {
    const { body } = await send(`mutation { ${mutation} }`, { key });
    expect(body.errors).toBeUndefined();
    const [payload] = Object.values(
      body.data as Record<string, { problems: unknown[]; entity: { id: string; key: string } | null }>,
    );
    expect(payload!.problems).toEqual([]);
    return payload!.entity;
  };
  const entity = async (ref: string) =>
    (
      (await send(`{ entity(ref: "${ref}") { id key version } }`)).body.data as {
        entity: { id: string; key: string; version: number } | null;
      }
    ).entity;
  const PAYLOAD = '{ entity { id key } problems { message } }';

  const other = (await entity('org:other'))!;
  expect(
    await once(`mergeEntities(keep: "org:one", merge: "org:other", reason: "One body.") ${PAYLOAD}`),
  ).toMatchObject({ key: 'org:one' });
  expect(await entity(other.id)).toMatchObject({ key: 'org:one' });
  expect(await entity('org:other')).toMatchObject({ key: 'org:one' });
  expect(await once(`unmergeEntities(merged: "${other.id}", reason: "They are two.") ${PAYLOAD}`)).toMatchObject({
    key: 'org:other',
  });
  expect(await entity(other.id)).toMatchObject({ key: 'org:other' });
  expect(
    await once(`judgeIdentity(a: "org:one", b: "org:other", verdict: DIFFERENT, reason: "Two.") ${PAYLOAD}`),
  ).toMatchObject({ key: 'org:one' });

  const { version } = (await entity('org:other'))!;
  expect(
    await once(`deleteEntity(ref: "org:other", reason: "Never was.", expectedVersion: ${version}) ${PAYLOAD}`),
  ).toBeNull();
  expect(await entity(other.id)).toBeNull();
  expect(await once(`restoreEntity(id: "${other.id}", reason: "It was.") ${PAYLOAD}`)).toMatchObject({
    key: 'org:other',
  });

  const { body } = await send('{ changes(about: "org:other", first: 100) { operation reason } }');
  const told = (body.data as { changes: { operation: string; reason: string }[] }).changes;
  expect(told.map(({ operation }) => operation)).toEqual(
    expect.arrayContaining(['CREATE', 'MERGE', 'UNMERGE', 'DELETE', 'RESTORE']),
  );
});

test('a snapshot can be cited, and stands in the list', async () => {
  const { body } = await send(
    'mutation { takeSnapshot(note: "For a paper.") { sha256 counts note citation(style: APA) } }',
    {
      key: await keyOf('ANALYST'),
    },
  );
  expect(body.errors).toBeUndefined();
  const { takeSnapshot } = body.data as { takeSnapshot: { sha256: string; note: string; citation: string } };
  expect(takeSnapshot).toMatchObject({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), note: 'For a paper.' });
  expect(takeSnapshot.citation).toContain(takeSnapshot.sha256.slice(0, 8));
  const list = await send('{ snapshots { sha256 } }');
  expect(list.body.data).toEqual({ snapshots: [{ sha256: takeSnapshot.sha256 }] });
});
