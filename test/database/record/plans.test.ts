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
  ['that it was postponed', [row('session', { status: 'POSTPONED' })], ['RESCHEDULED', '2025-02-12', 0, 0]],
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
