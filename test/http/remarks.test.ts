import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Database } from '../../src/graph/database.ts';
import { verify } from '../../src/record/integrity/verify.ts';
import { type Analyst, type Told, analystOf } from '../support/analyst.ts';
import { freshDatabase } from '../support/recording.ts';

/** What an analyst remarks on a thing stands beside what sources claim of it. */

const names = [{ value: 'Something', lang: 'en' }];
const rows = {
  countries: { key: 'country:XX' },
  organizations: { key: 'org:group', kind: 'COALITION' },
  officials: { key: 'official:ann' },
  posts: { key: 'post:minister', country: 'country:XX', level: 'MINISTER' },
  places: { key: 'place:city', kind: 'CITY' },
  topics: { key: 'topic:aid' },
  developments: { key: 'development:aid', kind: 'INITIATIVE', status: 'ONGOING' },
  meetings: { key: 'meeting:talks', kind: 'VISIT', status: 'HELD' },
};
const facts = {
  tenures: { key: 'tenure:ann', official: 'official:ann', post: 'post:minister', status: 'CURRENT' },
  memberships: { key: 'membership:xx', member: 'country:XX', organization: 'org:group', role: 'MEMBER' },
  statements: { key: 'stmt:aid', speaker: 'official:ann', act: 'INFORM', gist: 'Aid goes on.' },
};
const participants = [
  { key: 'part:ann', actor: 'official:ann', role: 'CHAIR', status: 'ATTENDED', note: 'Of part:ann.' },
];
const remarked = (key: string) => ({ note: `Of ${key}.` });
const listOf = (row: { key: string }, more = {}) => [{ ...row, ...more, ...remarked(row.key) }];

const input = {
  ...Object.fromEntries(Object.entries(rows).map(([list, row]) => [list, listOf(row, { names })])),
  ...Object.fromEntries(Object.entries(facts).map(([list, row]) => [list, listOf(row)])),
  meetings: listOf(rows.meetings, { names, participants }),
  documents: [{ key: 'doc:other', title: 'Other', kind: 'REPORT', ...remarked('doc:other') }],
};

let database: Database;
let analyst: Analyst;
beforeAll(async () => {
  database = await freshDatabase();
  analyst = await analystOf(database);
  expect(await record('first', input)).toEqual({ problems: [] });
}, 240_000);

const source = (page: string) => ({
  ...{ title: page, url: `https://example.org/${page}`, kind: 'NEWS_ARTICLE', attributionKind: 'NARRATION' },
});
const record = (page: string, input: object) =>
  analyst.ask<{ problems: Told[] }>(
    'mutation ($input: RecordInput!) { record(input: $input) { problems { code path message } } }',
    { input: { source: source(page), ...input } },
  );

test('everything that an analyst records can have one', async () => {
  const query = `mutation ($input: RecordInput!) { record(input: $input) { problems { message } nodes { key
    ... on Entity { note } ... on Fact { note } ... on Document { note } } } }`;
  const { nodes } = await analyst.ask<{ nodes: object[] }>(query, { input: { source: source('first'), ...input } });
  const keys = [...Object.values(rows), ...Object.values(facts), ...participants].map(({ key }) => key);
  for (const key of [...keys, 'doc:other']) expect(nodes).toContainEqual({ key, ...remarked(key) });
});

test('a meeting recorded by its own mutation has one, too', async () => {
  const query = `mutation ($input: RecordMeetingInput!) { recordMeeting(input: $input) {
    problems { message } meeting { note overdue } } }`;
  const input = {
    key: 'meeting:visit',
    kind: 'VISIT',
    names: [{ value: 'A visit', lang: 'en' }],
    status: 'HELD',
    participants: [],
    source: source('visit'),
  };
  expect(await analyst.ask(query, { input: { ...input, note: 'Seen on a photograph.' } })).toEqual({
    problems: [],
    meeting: { note: 'Seen on a photograph.', overdue: false },
  });
});

describe('the remark of another document', () => {
  const query = 'query ($at: DateTime) { meeting(ref: "meeting:talks", knownAt: $at) { note conflicts { slot } } }';
  const now = () => analyst.ask<object>(query);

  test('is beside the first, and no conflict', async () => {
    expect(await record('second', { meetings: [{ ref: 'meeting:talks', note: 'Not in public.' }] })).toEqual({
      problems: [],
    });
    const both = {
      note: expect.stringMatching(/^(Of meeting:talks\.\n\nNot in public\.|Not in public\.\n\nOf meeting:talks\.)$/),
      conflicts: [],
    };
    expect(await now()).toEqual(both);
    expect(await analyst.ask(query, { at: new Date().toISOString() })).toEqual(both);
    expect(await verify(database)).toEqual([]);
  });

  test('takes the place of an earlier one in the same document', async () => {
    await record('second', { meetings: [{ ref: 'meeting:talks', note: 'Not in English.' }] });
    expect(await now()).toMatchObject({ note: expect.stringContaining('Not in English.') });
    expect(await now()).not.toMatchObject({ note: expect.stringContaining('public') });
  });

  test('can be taken back', async () => {
    const { document } = await analyst
      .ask<{ key: string }>('{ document(url: "https://example.org/second") { key } }')
      .then(({ key }) => ({ document: key }));
    const taken = `mutation ($document: Ref!) { retractDescription(of: "meeting:talks", field: "note", value: "Not in English.",
      document: $document, reason: "A mistake.") { problems { message } } }`;
    expect(await analyst.ask(taken, { document })).toEqual({ problems: [] });
    expect(await now()).not.toMatchObject({ note: expect.stringContaining('English') });
  });
});

test('a blank one is refused, with its place', async () => {
  const { problems } = await record('third', { places: [{ ref: 'place:city', note: ' ' }] });
  expect(problems).toMatchObject([
    { path: ['input', 'places', '0', 'note'], message: expect.stringContaining('blank') },
  ]);
});
