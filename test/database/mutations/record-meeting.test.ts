import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { type ReportedProblem, mutationClient } from '../../support/mutation-client.ts';
import { freshDatabase, queryGraph, recordBlocks, snapshotGraph } from '../../support/recording.ts';

let database: Database;
beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  await freshDatabase();
  await recordBlocks(database, [
    {
      source: { title: 'A register', kind: 'REPORT', attributionKind: 'OFFICIAL_RECORD' },
      countries: [
        { key: 'country:GB', names: [{ value: 'United Kingdom', lang: 'en' }] },
        { key: 'country:DE', names: [{ value: 'Germany', lang: 'en' }] },
      ],
      officials: [{ key: 'official:john-healey', names: [{ value: 'John Healey', lang: 'en' }] }],
      organizations: [{ key: 'org:udcg', names: [{ value: 'Contact group', lang: 'en' }], kind: 'COALITION' }],
      places: [{ key: 'place:brussels', names: [{ value: 'Brussels', lang: 'en' }], kind: 'CITY' }],
    },
  ]);
});

interface Payload {
  meeting: { id: string; key: string; status: string; place: { key: string } | null; chairs: Participation[] } | null;
  claims: { id: string; key: string; type: string }[];
  possibleDuplicates: { entity: { key: string }; score: number; reasons: string[] }[];
  changes: { operation: string; typeName: string; key: string; by: string; reason: string | null }[];
  problems: ReportedProblem[];
}
interface Participation {
  id: string;
  actor: { key: string };
  status: string;
  onBehalfOf: { key: string } | null;
  claims: { key: string }[];
}

const MEETING = `mutation ($input: RecordMeetingInput!) {
  recordMeeting(input: $input) {
    meeting { id key status place { key } chairs { id status actor { key } onBehalfOf { key } claims { key } } }
    claims { id key type }
    possibleDuplicates { entity { key } score reasons }
    changes { operation typeName key by reason }
    problems { code path message }
  }
}`;

const readout = {
  url: 'https://example.org/readout',
  title: 'Readout',
  kind: 'READOUT',
  published: { edtf: '2026-06-11' },
  attributionKind: 'OFFICIAL_RECORD',
  reliability: 'RELIABLE',
};

const input = {
  kind: 'MULTILATERAL_MEETING',
  names: [{ value: '34th meeting of the contact group', lang: 'en' }],
  time: { edtf: '2026-06-10' },
  place: 'place:brussels',
  body: 'org:udcg',
  ordinal: 34,
  status: 'HELD',
  participants: [
    { actor: 'official:john-healey', role: 'CHAIR', status: 'ATTENDED', onBehalfOf: 'country:GB' },
    { actor: 'country:DE', role: 'ATTENDEE', status: 'ATTENDED' },
  ],
  source: readout,
};

const recordMeeting = (changes: object = {}, options = {}) =>
  mutationClient(database, options).get<Payload>(MEETING, { input: { ...input, ...changes } });

/** How many things of a label there are. */
const count = async (label: string) => (await queryGraph(database, `MATCH (n:${label}) RETURN count(n)`))[0]![0];

test('a short input creates the meeting, its facts, their claims, derived relationships and revisions', async () => {
  const { meeting, claims, changes, problems } = await recordMeeting({ reason: 'From the readout.' });
  expect(problems).toEqual([]);
  expect(meeting).toMatchObject({ key: 'meeting:udcg-34', status: 'HELD', place: { key: 'place:brussels' } });
  expect(meeting!.chairs).toMatchObject([
    { actor: { key: 'official:john-healey' }, status: 'ATTENDED', onBehalfOf: { key: 'country:GB' } },
  ]);
  expect(claims.map(({ type }) => type)).toEqual(['EVENT', 'CHAIRS', 'ATTENDS']);
  expect(changes.every(({ by, reason }) => by === 'ann' && reason === 'From the readout.')).toBe(true);
  expect(changes.map(({ operation, typeName }) => `${operation} ${typeName}`).sort()).toEqual([
    'CREATE Claim',
    'CREATE Claim',
    'CREATE Claim',
    'CREATE Document',
    'CREATE Meeting',
    'CREATE Participation',
    'CREATE Participation',
  ]);
  const edges = await queryGraph(
    database,
    'MATCH (a)-[r:ATTENDS|CHAIRS]->(:Meeting {key: "meeting:udcg-34"}) RETURN a.key, type(r) ORDER BY a.key, type(r)',
  );
  expect(edges).toEqual([
    ['country:DE', 'ATTENDS'],
    ['official:john-healey', 'ATTENDS'],
    ['official:john-healey', 'CHAIRS'],
  ]);
});

test('a second source adds claims to the same facts', async () => {
  const { meeting } = await recordMeeting();
  const second = await recordMeeting({ source: { ...readout, url: 'https://example.org/news', title: 'News' } });
  expect(second.problems).toEqual([]);
  expect(second.meeting!.id).toBe(meeting!.id);
  expect(second.meeting!.chairs).toHaveLength(1);
  expect(second.meeting!.chairs[0]!.id).toBe(meeting!.chairs[0]!.id);
  expect(second.meeting!.chairs[0]!.claims).toHaveLength(2);
  expect(second.changes.map(({ operation, typeName }) => `${operation} ${typeName}`)).toContain('CREATE Claim');
  expect(await count('Participation')).toBe(2);
});

test('a repeated recording from the same source changes nothing and returns the same nodes', async () => {
  const { claims } = await recordMeeting();
  const before = await snapshotGraph(database);
  const again = await recordMeeting();
  expect(again).toMatchObject({ problems: [], changes: [], claims });
  expect(await snapshotGraph(database)).toBe(before);
});

describe('a dry run', () => {
  const nameless = ({ meeting, claims, changes }: Payload) =>
    JSON.stringify([meeting, claims, changes], (name, part: unknown) => (name === 'id' ? 'id' : part));

  test('returns what the call then returns, and writes nothing', async () => {
    const before = await snapshotGraph(database);
    const tried = await recordMeeting({ dryRun: true });
    expect(await snapshotGraph(database)).toBe(before);
    expect(nameless(tried)).toBe(nameless(await recordMeeting()));
  });

  test('stores nothing for its idempotency key', async () => {
    await recordMeeting({ dryRun: true, idempotencyKey: 'once' });
    const done = await recordMeeting({ idempotencyKey: 'once' });
    expect(await count('Meeting')).toBe(1);
    expect(done.changes).not.toEqual([]);
  });
});

test('all problems are reported at once, with paths and suggestions; nothing is written', async () => {
  const before = await snapshotGraph(database);
  const { meeting, claims, changes, problems } = await recordMeeting({
    place: 'place:brusels',
    body: 'the contact group',
    time: { edtf: '2026-13-10' },
    participants: [
      { actor: 'official:jon-healey', role: 'CHAIR', status: 'ATTENDED' },
      { actor: 'country GB', role: 'HOST', status: 'ATTENDED' },
      { actor: 'country:FR', role: 'HOST', status: 'ATTENDED' },
    ],
    source: { ...readout, url: 'ftp://example.org', published: { edtf: 'last week' } },
  });
  expect({ meeting, claims, changes }).toEqual({ meeting: null, claims: [], changes: [] });
  const told = Object.fromEntries(problems.map(({ code, path, message }) => [`${code} ${path.join('.')}`, message]));
  expect(told).toEqual({
    'INVALID input.time.edtf': expect.stringContaining('2026-13-10'),
    'INVALID input.body': expect.stringContaining('"the contact group" is not a reference'),
    'INVALID input.participants.1.actor': expect.stringContaining('"country GB" is not a reference'),
    'INVALID input.source.url': expect.stringContaining('"ftp://example.org" is not a web address'),
    'INVALID input.source.published.edtf': expect.stringContaining('last week'),
    'NOT_FOUND input.participants.0.actor': expect.stringContaining('did you mean official:john-healey?'),
    'NOT_FOUND input.participants.2.actor': expect.stringContaining('country:FR'),
    'NOT_FOUND input.place': expect.stringContaining('did you mean place:brussels?'),
  });
  expect(await snapshotGraph(database)).toBe(before);
});

test('values written into the document are told of like variables, in every mutation', async () => {
  const client = mutationClient(database);
  const wrongIn = async (mutation: string) => {
    const { problems } = await client.get<{ problems: ReportedProblem[] }>(`mutation { ${mutation} }`);
    return problems.map(({ code, path }) => `${code} ${path.join('.')}`).sort();
  };
  const source = 'source: { title: "A readout", attributionKind: NARRATION, publisher: "the ministry" }';
  expect(
    await wrongIn(`recordMeeting(input: { kind: VISIT, names: [], status: HELD, participants: [], place: "place:nowhere",
      time: { edtf: "12.2.2025" }, partOf: "a b", ${source} }) { problems { code path } }`),
  ).toEqual([
    'INVALID input.partOf',
    'INVALID input.source.publisher',
    'INVALID input.time.edtf',
    'NOT_FOUND input.place',
  ]);
  expect(
    await wrongIn(`record(input: { expectedVersions: [{ ref: "a b", version: 1 }], topics: [{ key: "topic:a", broader: "a b" }],
      developments: [{ key: "development:b", kind: OTHER, time: { edtf: "soon" }, partOf: "topic:nowhere" }], ${source} }) { problems { code path } }`),
  ).toEqual([
    'INVALID input.developments.0.time.edtf',
    'INVALID input.expectedVersions.0.version',
    'INVALID input.source.publisher',
    'INVALID input.topics.0',
    'INVALID input.topics.0.broader',
    'NOT_FOUND input.developments.0.partOf',
  ]);
  expect(await wrongIn('retractClaim(claim: "two words", reason: "a test") { problems { code path } }')).toEqual([
    'INVALID claim',
  ]);
});

test('suggestions are entities whose fields can be selected', async () => {
  const answer = await mutationClient(database).get<{ problems: unknown }>(
    `mutation ($input: RecordMeetingInput!) { recordMeeting(input: $input) { problems { suggestions { key name } } } }`,
    { input: { ...input, place: 'place:brusels' } },
  );
  expect(answer.problems).toEqual([{ suggestions: [{ key: 'place:brussels', name: 'Brussels' }] }]);
});

describe('a meeting without a key', () => {
  test('is the existing one if body and ordinal match', async () => {
    await recordMeeting({ key: 'meeting:the-thirty-fourth' });
    const { meeting } = await recordMeeting({ source: { ...readout, url: 'https://example.org/2', title: 'Two' } });
    expect(meeting!.key).toBe('meeting:the-thirty-fourth');
  });

  test('gets a key generated from its name, always the same', async () => {
    const call = { body: null, ordinal: null, names: [{ value: 'Call of two ministers', lang: 'en' }] };
    const { meeting } = await recordMeeting(call);
    expect(meeting!.key).toMatch(/^meeting:call-of-two-ministers-[0-9a-f]{8}$/);
    expect((await recordMeeting(call)).meeting!.key).toBe(meeting!.key);
  });
});

describe('with an idempotency key', () => {
  test('a repeated call returns the first result', async () => {
    const first = await recordMeeting({ idempotencyKey: 'k1' });
    const before = await snapshotGraph(database);
    expect(await recordMeeting({ idempotencyKey: 'k1' })).toEqual(first);
    expect(await recordMeeting({}, { idempotencyKey: 'k1' })).toEqual(first);
    expect(await snapshotGraph(database)).toBe(before);
  });

  test('fifty concurrent calls are executed once', async () => {
    const calls = Array.from({ length: 50 }, () => recordMeeting({ idempotencyKey: 'k2' }));
    const answers = await Promise.all(calls);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]!.changes).toHaveLength(7);
    expect(await count('Meeting')).toBe(1);
  });

  test('another input with the same key is an error, and is not executed', async () => {
    await recordMeeting({ idempotencyKey: 'k3' });
    const { data, errors } = await mutationClient(database).ask(MEETING, {
      input: { ...input, ordinal: 35, idempotencyKey: 'k3' },
    });
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      { path: ['recordMeeting'], extensions: { code: 'IDEMPOTENCY_KEY_REUSED', idempotencyKey: 'k3' } },
    ]);
    expect(await count('Meeting')).toBe(1);
  });

  test('a call that failed can be repeated', async () => {
    expect((await recordMeeting({ place: 'place:nowhere', idempotencyKey: 'k4' })).problems).toHaveLength(1);
    const { data } = await mutationClient(database).ask(MEETING, { input: { ...input, idempotencyKey: 'k4' } });
    expect(data).toMatchObject({ recordMeeting: { problems: [], meeting: { key: 'meeting:udcg-34' } } });
  });

  test('the same key of two analysts is two keys', async () => {
    await recordMeeting({ idempotencyKey: 'k5' });
    const other = await recordMeeting({ ordinal: 35, idempotencyKey: 'k5' }, { name: 'bob' });
    expect(other).toMatchObject({ problems: [], meeting: { key: 'meeting:udcg-35' } });
  });

  test('the key of a request applies to each of its fields', async () => {
    const both = `mutation ($a: RecordMeetingInput!, $b: RecordMeetingInput!) {
      a: recordMeeting(input: $a) { meeting { key } } b: recordMeeting(input: $b) { meeting { key } }
    }`;
    const inputs = { a: input, b: { ...input, ordinal: 35, names: [{ value: '35th meeting', lang: 'en' }] } };
    const ask = () => mutationClient(database, { idempotencyKey: 'k6' }).ask(both, inputs);
    const { data } = await ask();
    expect(data).toEqual({
      a: { meeting: { key: 'meeting:udcg-34' } },
      b: { meeting: { key: 'meeting:udcg-35' } },
    });
    expect(await ask()).toEqual({ data });
  });
});

test('a meeting that has changed since then is not overwritten: the problem says who changed what', async () => {
  await recordMeeting();
  const bob = { name: 'bob' };
  await recordMeeting({ place: null, mode: 'HYBRID', source: { ...readout, url: 'https://example.org/b' } }, bob);
  const late = await recordMeeting({ expectedVersion: 1, source: { ...readout, url: 'https://example.org/c' } });
  expect(late).toMatchObject({
    changes: [],
    problems: [{ code: 'VERSION_CONFLICT', path: ['input', 'expectedVersion'] }],
  });
  expect(late.problems[0]!.message).toMatch(/at version 2; expectedVersion was 1.*bob changed mode/);
});
