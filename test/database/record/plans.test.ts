import { beforeEach, expect, jest, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { verify } from '../../../src/record/integrity/verify.ts';
import { type Block, type MeetingRow, freshDatabase, importBlocks, queryGraph } from '../../support/recording.ts';

jest.setTimeout(120_000);

const named = (key: string) => ({ key, names: [{ value: key, lang: 'en' }] });
const source = (title: string, published: string): Block['source'] => ({
  title,
  kind: 'READOUT',
  published: { edtf: published },
  attributionKind: 'OFFICIAL_RECORD',
});
const comes = (status: 'PLANNED' | 'ATTENDED' | 'ABSENT'): MeetingRow['participants'] => [
  { actor: 'official:guest', role: 'ATTENDEE', status },
];
const meeting = (name: string, more: Partial<MeetingRow> = {}): MeetingRow => ({
  ...named(`meeting:${name}`),
  kind: 'CONFERENCE',
  status: 'SCHEDULED',
  time: { edtf: '2025-02-12' },
  ...more,
});

/** A conference with a session, and a guest who is to come to the session. */
const announced: Block = {
  source: source('announced', '2025-01-05'),
  officials: [named('official:guest')],
  meetings: [
    meeting('conference'),
    meeting('session', { partOf: 'meeting:conference', participants: comes('PLANNED') }),
  ],
};

let database: Database;
beforeEach(async () => {
  database = await freshDatabase();
  expect(await importBlocks(database, 'announced', [announced])).toMatchObject({ problems: [] });
});

/** What is stored of the guest's plan to come, and on how many words. */
const stored = async () => {
  expect(await verify(database)).toEqual([]);
  const [row] = await queryGraph(
    database,
    `MATCH (c:Claim)-[:SUPPORTS]->(:Participation) WHERE c.sortDue IS NOT NULL
     RETURN c.planOutcome, c.dueUntil, COUNT { (c)-[:CONFIRMED_BY]->() }, COUNT { (c)-[:CONTRADICTED_BY]->() }`,
  );
  return row;
};

/** Another source, which afterwards takes back what it said. */
const told = (rows: MeetingRow[]) =>
  importBlocks(database, 'told', [{ source: source('told', '2025-02-20'), meetings: rows }], { prune: true });
const row = (name: string, more: Partial<MeetingRow>): MeetingRow => ({ ref: `meeting:${name}`, ...more });

test.each<[what: string, said: MeetingRow[], outcome: unknown[]]>([
  ['who attended', [row('session', { participants: comes('ATTENDED') })], ['CONFIRMED', '2025-02-12', 1, 0]],
  ['who did not attend', [row('session', { participants: comes('ABSENT') })], ['CONTRADICTED', '2025-02-12', 0, 1]],
  [
    'that the conference around it was cancelled',
    [row('conference', { status: 'CANCELLED' })],
    ['CONTRADICTED', '2025-02-12', 0, 1],
  ],
  ['that it was postponed', [row('session', { status: 'POSTPONED' })], ['RESCHEDULED', null, 0, 0]],
  [
    'that the conference around it was postponed',
    [row('conference', { status: 'POSTPONED' })],
    ['OPEN', '2025-02-12', 0, 0],
  ],
])('the outcome of a plan follows a source that says %s, and its retraction', async (_what, said, outcome) => {
  expect(await stored()).toEqual([null, '2025-02-12', 0, 0]);
  expect(await told(said)).toMatchObject({ problems: [], written: true });
  expect(await stored()).toEqual(outcome);
  expect(await told([row('conference', { status: 'SCHEDULED' })])).toMatchObject({ problems: [], written: true });
  expect(await stored()).toEqual([null, '2025-02-12', 0, 0]);
});

test('a plan is due when its meeting is, also after the meeting is rescheduled', async () => {
  await told([row('session', { status: 'SCHEDULED', time: { edtf: '2025-03-14' } })]);
  expect((await stored())?.[1]).toBe('2025-03-14');
});

/** A summit that the United Kingdom is to chair and to host, with its minister, a deputy and their post. */
const summit: Block = {
  source: source('summit', '2025-01-05'),
  countries: [named('country:GB'), named('country:BE')],
  officials: [named('official:minister'), named('official:deputy')],
  posts: [{ ...named('post:minister'), level: 'MINISTER', country: 'country:GB' }],
  meetings: [
    meeting('summit', {
      participants: [
        { key: 'part:chair', actor: 'country:GB', role: 'CHAIR', status: 'PLANNED' },
        { key: 'part:host', actor: 'country:GB', role: 'HOST', status: 'PLANNED' },
        { key: 'part:minister', actor: 'official:minister', role: 'DELEGATION_HEAD', status: 'PLANNED' },
      ],
    }),
  ],
};

type Participant = NonNullable<MeetingRow['participants']>[number];
const acts = (more: Partial<Participant>): MeetingRow[] => [
  row('summit', {
    participants: [{ actor: 'official:minister', role: 'CHAIR', status: 'ATTENDED', ...more }],
  }),
];

/** The outcomes of the plans of the country to chair and to host and of the minister to come, in whatever role, and who is in the chair then. */
const outcomes = async () => {
  expect(await verify(database)).toEqual([]);
  const rows = await queryGraph(
    database,
    `UNWIND ['part:chair', 'part:host', 'part:minister'] AS key
     MATCH (p:Participation {key: key})<-[:SUPPORTS]-(c:Claim) WHERE c.sortDue IS NOT NULL RETURN c.planOutcome`,
  );
  const chairs = await queryGraph(
    database,
    'MATCH (a)-[:CHAIRS]->({key: "meeting:summit"}) RETURN a.key ORDER BY a.key',
  );
  return { plans: rows.flat(), chairs: chairs.flat() };
};

test.each<[what: string, said: MeetingRow[], plans: unknown[], chairs: string[]]>([
  [
    'who chaired on behalf of the country',
    acts({ onBehalfOf: 'country:GB' }),
    ['CONFIRMED', 'CONFIRMED', 'CONFIRMED'],
    ['official:minister'],
  ],
  [
    'who chaired in a post of the country',
    acts({ capacity: 'post:minister' }),
    ['CONFIRMED', 'CONFIRMED', 'CONFIRMED'],
    ['official:minister'],
  ],
  [
    'who is only expected to chair for it',
    acts({ onBehalfOf: 'country:GB', status: 'CONFIRMED' }),
    [null, null, null],
    ['country:GB', 'official:minister'],
  ],
  [
    'who chaired for another country',
    acts({ onBehalfOf: 'country:BE' }),
    [null, 'CONFIRMED', 'CONFIRMED'],
    ['country:GB', 'official:minister'],
  ],
  [
    'who stood in for the minister',
    acts({
      actor: 'official:deputy',
      role: 'DELEGATION_HEAD',
      onBehalfOf: 'country:GB',
      standsInFor: 'official:minister',
    }),
    [null, 'CONFIRMED', 'CONTRADICTED'],
    ['country:GB'],
  ],
  ['that it was held', [row('summit', { status: 'HELD' })], [null, 'CONFIRMED', null], ['country:GB']],
  [
    'that it was held, with another host',
    [row('summit', { status: 'HELD', participants: [{ actor: 'country:BE', role: 'HOST', status: 'ATTENDED' }] })],
    [null, null, null],
    ['country:GB'],
  ],
])('plans of others follow a source that says %s, and its retraction', async (_what, said, plans, chairs) => {
  await importBlocks(database, 'summit', [summit]);
  const before = { plans: [null, null, null], chairs: ['country:GB'] };
  expect(await outcomes()).toEqual(before);
  expect(await told(said)).toMatchObject({ problems: [], written: true });
  expect(await outcomes()).toEqual({ plans, chairs });
  expect(await told([row('conference', { status: 'SCHEDULED' })])).toMatchObject({ problems: [] });
  expect(await outcomes()).toEqual(before);
});

/** What is shown of the session and of the guest's attendance. */
const stories = async () => {
  expect(await verify(database)).toEqual([]);
  return queryGraph(
    database,
    `MATCH (m {key: 'meeting:session'})<-[:IN_EVENT]-(p)
     RETURN m.status, m.standing, m.timeEdtf, p.status, p.standing, p.excludedByMeeting, [(x)-[:OF]->(p) | x.slot]`,
  );
};
const from = (name: string, kind: 'READOUT' | 'NEWS_ARTICLE', rows: MeetingRow[]) =>
  importBlocks(database, name, [{ source: { ...source(name, '2025-02-21'), kind }, meetings: rows }], { prune: true });

test('a meeting is held on the word of who attended it, and a better word that it was cancelled disputes that', async () => {
  const slot = (await queryGraph(database, 'MATCH (p:Participation) RETURN p.key + "|meeting.status"'))[0]![0];
  await from('readout', 'READOUT', [row('session', { participants: comes('ATTENDED') })]);
  expect(await stories()).toEqual([['HELD', 'ESTABLISHED', '2025-02-12', 'ATTENDED', 'ESTABLISHED', null, []]]);
  const [plan] = await queryGraph(database, "MATCH ({key: 'meeting:session'})<-[:SUPPORTS]-(c) RETURN c.planOutcome");
  expect(plan).toEqual(['CONFIRMED']);

  const cancelled: Block['source'] = { ...source('cancelled', '2025-02-22'), reliability: 'RELIABLE' };
  const cancel = (rows: MeetingRow[]) =>
    importBlocks(database, 'cancelled', [{ source: cancelled, meetings: rows }], { prune: true });
  await cancel([row('session', { status: 'CANCELLED' })]);
  expect(await stories()).toEqual([['CANCELLED', 'ESTABLISHED', '2025-02-12', 'ATTENDED', 'DISPUTED', true, [slot]]]);
  await cancel([row('conference', { status: 'SCHEDULED' })]);
  expect(await stories()).toEqual([['HELD', 'ESTABLISHED', '2025-02-12', 'ATTENDED', 'ESTABLISHED', null, []]]);
});

test('a meeting whose own sources took back what they said is held without a time while somebody attended it', async () => {
  await from('readout', 'READOUT', [row('session', { participants: comes('ATTENDED') })]);
  await importBlocks(database, 'announced', [{ ...announced, meetings: [meeting('conference')] }], { prune: true });
  expect(await stories()).toEqual([['HELD', 'ESTABLISHED', null, 'ATTENDED', 'ESTABLISHED', null, []]]);
  const [kind] = await queryGraph(database, "MATCH (m:Meeting {key: 'meeting:session'}) RETURN m.kind");
  expect(kind).toEqual(['CONFERENCE']);
  await from('readout', 'READOUT', [row('conference', { status: 'SCHEDULED' })]);
  expect((await stories()).map(([, standing, , , attendance]) => [standing, attendance])).toEqual([
    ['WITHDRAWN', 'WITHDRAWN'],
  ]);
});

test('a meeting held on another day moved its plan; its postponement is no plan', async () => {
  const plans = () =>
    queryGraph(
      database,
      `MATCH ({key: 'meeting:session'})<-[:SUPPORTS]-(c:Claim) WHERE c.sortDue IS NOT NULL
       RETURN c.planOutcome, COUNT { (c)-[:CONFIRMED_BY]->() }, COUNT { (c)-[:CONTRADICTED_BY]->() }`,
    );
  await from('postponed', 'NEWS_ARTICLE', [row('session', { status: 'POSTPONED' })]);
  expect(await plans()).toEqual([['RESCHEDULED', 0, 0]]);
  await from('held', 'NEWS_ARTICLE', [row('session', { status: 'HELD', time: { edtf: '2025-02-17' } })]);
  expect(await plans()).toEqual([['RESCHEDULED', 1, 1]]);
  expect(await verify(database)).toEqual([]);
  const conflicts = await queryGraph(database, 'MATCH (x:Conflict) RETURN x.slot, x.rule ORDER BY x.slot');
  expect(conflicts).toContainEqual(['meeting:session|time', 'OUTCOME_BEFORE_PLAN']);
});
