import { beforeAll, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { type Database } from '../../src/graph/database.ts';
import { verify } from '../../src/record/integrity/verify.ts';
import { type TestServer, serve, testApi } from '../support/http.ts';
import { freshDatabase, queryGraph, recordBlocks, snapshotGraph } from '../support/recording.ts';

jest.setTimeout(10 * 60_000);

/** What may be sent to mutations by who means harm, or by a program gone wrong. */
let database: Database;
let server: TestServer;
beforeAll(async () => {
  database = await freshDatabase();
  await recordBlocks(database, [
    {
      source: { title: 'A register', kind: 'REPORT', attributionKind: 'OFFICIAL_RECORD' },
      countries: [{ key: 'country:GB', names: [{ value: 'United Kingdom', lang: 'en' }] }],
      claims: [
        { key: 'c1', type: 'OTHER', subject: 'country:GB', modality: 'OCCURRED', text: 'Something is said.' },
        { key: 'c2', type: 'OTHER', subject: 'country:GB', modality: 'OCCURRED', text: 'Something else is said.' },
      ],
    },
  ]);
  const analyst = { name: 'mallory', role: 'ANALYST', kind: 'key' } as const;
  server = await serve({ api: await testApi(), authenticator: { authenticate: () => Promise.resolve(analyst) } });
});

const HARM = [
  "'}) DETACH DELETE n //",
  '"}) MATCH (n) DETACH DELETE n RETURN ("',
  '`) SET n:Owned //',
  '$p0', '${process.env.HOME}', '{{7*7}}', '\\u0000', '\u0000', '\u202Eevil', '__proto__', 'constructor',
  '") { __schema { types { name } } } #',
  'x'.repeat(100_000),
  '', ' ', '🦔'.repeat(50),
]; // prettier-ignore

const MEETING = {
  key: 'meeting:m',
  kind: 'PHONE_CALL',
  names: [{ value: 'A call', lang: 'en', kind: 'COMMON' }],
  time: { edtf: '2026-06-10', raw: 'the tenth', basis: 'as printed' },
  body: 'country:GB',
  ordinal: 3,
  status: 'HELD',
  participants: [
    { key: 'part:m', actor: 'country:GB', role: 'HOST', status: 'ATTENDED', paragraph: '1', note: 'A note.', onBehalfOf: 'c1' },
  ],
  topics: ['topic:none'],
  source: {
    url: 'https://example.org/a', title: 'A page', language: 'en', publisher: 'org:none', paragraph: '2',
    attribution: [{ anonymous: { description: 'somebody', names: [{ value: 'x', lang: 'en' }] }, how: 'SAID' }],
    attributionKind: 'NARRATION', confidence: 50,
  },
  reason: 'because', idempotencyKey: 'k', expectedVersion: 1,
}; // prettier-ignore

const MUTATIONS: [query: string, variables: object][] = [
  ['mutation ($input: RecordMeetingInput!) { recordMeeting(input: $input) { meeting { key } changes { key before after } problems { code path message suggestions { key } } } }', { input: MEETING }],
  ['mutation ($input: RecordInput!) { record(input: $input) { nodes { key } problems { message path } } }', { input: { source: MEETING.source, meetings: [{ ...MEETING, source: undefined, reason: undefined, idempotencyKey: undefined, expectedVersion: undefined }], claims: [{ key: 'c9', type: 'OTHER', subject: 'country:GB', modality: 'OCCURRED', text: 'x', value: 'v', objects: ['country:GB'], note: 'n', relations: [{ type: 'REFINES', to: 'c1' }] }] } }],
  ['mutation ($a: Ref!, $by: ClaimInput!, $r: String!, $k: String) { correctClaim(claim: $a, by: $by, reason: $r, idempotencyKey: $k) { claim { key } problems { message path } } }', { a: 'c1', by: { type: 'OTHER', subject: 'country:GB', modality: 'OCCURRED', text: 'x', value: 'v' }, r: 'r', k: 'k' }],
  ['mutation ($a: Ref!, $r: String!, $k: String) { retractClaim(claim: $a, reason: $r, idempotencyKey: $k, dryRun: true) { claim { key } problems { message path } } }', { a: 'c1', r: 'r', k: 'k' }],
  ['mutation ($a: Ref!, $b: Ref!, $r: String!, $k: String) { relateClaims(from: $a, type: REFINES, to: $b, reason: $r, idempotencyKey: $k) { problems { message path } } }', { a: 'c1', b: 'c2', r: 'r', k: 'k' }],
  ['mutation ($a: Ref!, $b: Ref!, $r: String!) { judgeIdentity(a: $a, b: $b, verdict: SAME, reason: $r) { problems { message path } } }', { a: 'country:GB', b: 'country:GB', r: 'r' }],
  ['mutation ($a: Ref!, $b: Ref!, $r: String!) { mergeEntities(keep: $a, merge: $b, reason: $r) { problems { message path } } }', { a: 'country:GB', b: 'country:XX', r: 'r' }],
  ['mutation ($a: ID!, $r: String!) { unmergeEntities(merged: $a, reason: $r) { problems { message path } } }', { a: 'x', r: 'r' }],
  ['mutation ($a: Ref!, $r: String!, $v: Int!) { deleteEntity(ref: $a, reason: $r, expectedVersion: $v) { problems { message path } } }', { a: 'country:XX', r: 'r', v: 1 }],
  ['mutation ($a: ID!, $r: String!) { restoreEntity(id: $a, reason: $r) { problems { message path } } }', { a: 'x', r: 'r' }],
  ['mutation ($n: String) { takeSnapshot(note: $n) { id citation } }', { n: 'note' }],
]; // prettier-ignore

/** Every place of a value where text stands. */
function textsIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => textsIn(part, [...path, name]));
}

/** The value with one place of it replaced. */
function replaced(value: unknown, [name, ...rest]: string[], by: unknown): unknown {
  if (name === undefined) return by;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string, unknown>;
  copy[name] = replaced(copy[name], rest, by);
  return copy;
}

const labels = () => queryGraph(database, 'MATCH (n) UNWIND labels(n) AS l RETURN DISTINCT l ORDER BY l');
const things = async () => (await queryGraph(database, 'MATCH (t:Thing) RETURN count(t)'))[0]![0] as number;

/** Never an internal error, and nothing about internals. */
async function sendsNoFault(query: string, variables: object): Promise<void> {
  const { status, body } = await server.ask(query, variables as Record<string, unknown>);
  expect(status).not.toBe(500);
  for (const { message, extensions } of body.errors ?? []) {
    expect(extensions.code).not.toBe('INTERNAL_SERVER_ERROR');
    expect(message).not.toMatch(/Cypher|Neo4j|neo4j|node_modules|at Object\./);
  }
  expect(JSON.stringify(body)).not.toMatch(/SyntaxError|stacktrace|\.ts:\d/);
}

test('text that would break out of a statement stays text, wherever it stands', async () => {
  const count = await things();
  for (const [query, variables] of MUTATIONS) {
    for (const path of textsIn(variables)) {
      const harm = HARM[(path.join('').length + query.length) % HARM.length]!;
      await sendsNoFault(query, replaced(variables, path, harm) as object);
    }
  }
  expect((await labels()).flat()).not.toContain('Owned');
  expect(await things()).toBeGreaterThanOrEqual(count);
  expect(await verify(database)).toEqual([]);
});

test('inputs that make no sense are refused with a reason, never with an internal error, and leave no trace', async () => {
  const odd = fc.oneof(
    fc.constantFrom<unknown>(null, true, 0, -1, 2 ** 40, 1.5, [], {}, [[]], ...HARM),
    fc.string(),
    fc.json(),
  );
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), odd, async (which, place, value) => {
      const [query, variables] = MUTATIONS[which % MUTATIONS.length]!;
      const places = textsIn(variables);
      const before = await snapshotGraph(database);
      const sent = replaced(variables, places[place % places.length]!, value) as Record<string, unknown>;
      await sendsNoFault(query, sent);
      const { body } = await server.ask(query, sent);
      const [payload] = Object.values((body.data ?? {}) as Record<string, { problems?: unknown[] } | null>);
      if (body.errors || (payload?.problems?.length ?? 0) > 0) expect(await snapshotGraph(database)).toBe(before);
    }),
    { numRuns: 100, seed: 6 },
  );
});
