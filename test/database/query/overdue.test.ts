import { beforeAll, expect, test } from '@jest/globals';
import { createEngine } from '../../../src/query/engine.ts';
import { testDatabase } from '../../support/database.ts';
import { dataOf, schema } from '../../support/query.ts';
import { type MeetingRow, freshDatabase, recordBlocks } from '../../support/recording.ts';

const meeting = (key: string, status: MeetingRow['status'], edtf: string): MeetingRow => ({
  key: `meeting:${key}`,
  kind: 'CONFERENCE',
  names: [{ value: key, lang: 'en' }],
  status,
  time: { edtf },
});

let overdueOn: (day: string) => Promise<string[]>;
beforeAll(async () => {
  const database = await freshDatabase();
  const { problems } = await recordBlocks(database, [
    {
      source: { title: 'The calendar', kind: 'REPORT', attributionKind: 'OFFICIAL_RECORD' },
      meetings: [
        meeting('proposed', 'PROPOSED', '2025-02-12'),
        meeting('scheduled', 'SCHEDULED', '2025-02-12'),
        meeting('rescheduled', 'RESCHEDULED', '2025-02-12'),
        meeting('some-day-of-february', 'SCHEDULED', '2025-02'),
        meeting('open-end', 'SCHEDULED', '2025-02-12/..'),
        meeting('postponed', 'POSTPONED', '2025-02-12'),
        meeting('held', 'HELD', '2025-02-12'),
        meeting('cancelled', 'CANCELLED', '2025-02-12'),
        { ...meeting('session', 'SCHEDULED', '2025-02-12'), partOf: 'meeting:cancelled' },
        { ...meeting('talk', 'SCHEDULED', '2025-02-12'), partOf: 'meeting:session' },
      ],
    },
  ]);
  expect(problems).toEqual([]);

  overdueOn = async (day) => {
    const engine = createEngine({ schema, database, today: () => day });
    const query = `{ late: meetings(filter: {overdue: true}) { nodes { key overdue } }
      others: meetings(filter: {overdue: false}) { nodes { overdue } } all: meetings { totalCount } }`;
    type Nodes = { nodes: { key: string; overdue: boolean }[] };
    const { late, others, all } = await dataOf<{ late: Nodes; others: Nodes; all: { totalCount: number } }>(
      engine,
      query,
    );
    // The filter and the field say the same, and every meeting is one or the other.
    expect(late.nodes.every(({ overdue }) => overdue)).toBe(true);
    expect(others.nodes.some(({ overdue }) => overdue)).toBe(false);
    expect(late.nodes.length + others.nodes.length).toBe(all.totalCount);
    return late.nodes.map(({ key }) => key.replace('meeting:', '')).sort();
  };
}, 180_000);

test('a meeting is overdue if its last possible day has passed and no source says what happened', async () => {
  expect(await overdueOn('2025-02-12')).toEqual([]);
  expect(await overdueOn('2025-02-13')).toEqual(['proposed', 'rescheduled', 'scheduled']);
  expect(await overdueOn('2025-02-28')).toEqual(['proposed', 'rescheduled', 'scheduled']);
  expect(await overdueOn('2025-03-01')).toEqual(['proposed', 'rescheduled', 'scheduled', 'some-day-of-february']);
});

test('meetings without an end, and those postponed, held, cancelled or part of something cancelled, are never overdue', async () => {
  const late = await overdueOn('2999-12-31');
  for (const name of ['open-end', 'postponed', 'held', 'cancelled', 'session', 'talk']) {
    expect(late).not.toContain(name);
  }
});

test('without `today`, the engine uses the current day', async () => {
  const engine = createEngine({ schema, database: await testDatabase() });
  const { meeting } = await dataOf<{ meeting: unknown }>(engine, '{ meeting(ref: "meeting:scheduled") { overdue } }');
  expect(meeting).toEqual({ overdue: true });
});
