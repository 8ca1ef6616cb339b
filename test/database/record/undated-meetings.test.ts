import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { createEngine } from '../../../src/query/engine.ts';
import { verify } from '../../../src/record/integrity/verify.ts';
import { type ReportedProblem, mutationClient } from '../../support/mutation-client.ts';
import { dataOf, schema } from '../../support/query.ts';
import { type Block, type MeetingRow, freshDatabase, importBlocks, recordBlocks } from '../../support/recording.ts';

jest.setTimeout(600_000);

const named = (key: string, value: string) => ({ key, names: [{ value, lang: 'en' }] });
const source = (name: string, published = '2025-04-12'): Block['source'] => ({
  url: `https://example.org/${name}`,
  title: name,
  kind: 'NEWS_ARTICLE',
  published: { edtf: published },
  attributionKind: 'NARRATION',
});

let database: Database;
beforeEach(async () => {
  database = await freshDatabase();
  const countries = [named('country:DE', 'Germany'), named('country:FR', 'France')];
  expect(await importBlocks(database, 'world', [{ source: source('world'), countries }])).toMatchObject({
    problems: [],
  });
});

const data = <T>(query: string) => dataOf<T>(createEngine({ schema, database, today: () => '2030-01-01' }), query);

type Participants = NonNullable<MeetingRow['participants']>;
const both = (status: Participants[number]['status']): Participants => [
  { actor: 'country:DE', role: 'PARTICIPANT', status },
  { actor: 'country:FR', role: 'PARTICIPANT', status },
];

/** A meeting, a call and a visit of which the source gives no day. */
const undated = (status: 'HELD' | 'SCHEDULED', time?: { edtf: string }): MeetingRow[] =>
  (
    [
      ['talks', 'BILATERAL_MEETING'],
      ['call', 'PHONE_CALL'],
      ['visit', 'VISIT'],
    ] as const
  ).map(([name, kind]) => ({
    ...named(`meeting:${name}`, `A ${name}`),
    kind,
    status,
    ...(time && { time }),
    participants: both(status === 'HELD' ? 'ATTENDED' : 'PLANNED'),
  }));

const MEETINGS = `{ meetings { nodes { key overdue time { edtf } conflicts { slot } } } }`;
interface Meetings {
  meetings: { nodes: { key: string; overdue: boolean; time: { edtf: string | null }; conflicts: unknown[] }[] };
}

describe.each([
  ['no time', undefined, null],
  ['a time of which nothing is known', { edtf: 'XXXX' }, null],
  ['some day before the publication', { edtf: '[..2025-04-12]' }, '[..2025-04-12]'],
] as const)('a meeting, call or visit with %s', (_how, time, edtf) => {
  test('is recorded, listed after the dated ones, found by name, and dated by another source without a conflict', async () => {
    const dated: MeetingRow = {
      ...named('meeting:dated', 'Dated'),
      kind: 'OTHER',
      status: 'HELD',
      time: { edtf: '2025-04-10' },
    };
    const report = await importBlocks(database, 'page', [
      { source: source('page'), meetings: [...undated('HELD', time), dated] },
    ]);
    expect(report).toMatchObject({ problems: [], warnings: [] });
    const { meetings } = await data<Meetings>(MEETINGS);
    expect(meetings.nodes.map((each) => [each.key, each.overdue, each.time.edtf])).toEqual([
      ['meeting:dated', false, '2025-04-10'],
      ['meeting:call', false, edtf],
      ['meeting:talks', false, edtf],
      ['meeting:visit', false, edtf],
    ]);
    expect(
      await data(`{ search(text: "visit") { nodes { key } } country(ref: "country:DE") { meetings { totalCount } }
        meetings(filter: {actors: ["country:FR"]}) { totalCount } }`),
    ).toEqual({
      search: { nodes: [{ key: 'meeting:visit' }] },
      country: { meetings: { totalCount: 3 } },
      meetings: { totalCount: 3 },
    });

    const later = undated('HELD').map(({ key }): MeetingRow => ({
      ref: key!,
      status: 'HELD',
      time: { edtf: '2025-04-03' },
    }));
    expect(await recordBlocks(database, [{ source: source('later', '2025-05-01'), meetings: later }])).toMatchObject({
      problems: [],
      warnings: [],
    });
    const after = (await data<Meetings>(MEETINGS)).meetings.nodes;
    expect(after.map((each) => [each.key, each.time.edtf, each.conflicts])).toEqual([
      ['meeting:call', '2025-04-03', []],
      ['meeting:talks', '2025-04-03', []],
      ['meeting:visit', '2025-04-03', []],
      ['meeting:dated', '2025-04-10', []],
    ]);
    expect(await verify(database)).toEqual([]);
  });
});

test('what is planned for no day is not overdue, nor is the plan to come', async () => {
  await importBlocks(database, 'page', [{ source: source('page'), meetings: undated('SCHEDULED') }]);
  const { meetings, plans } = await data<Meetings & { plans: { nodes: { outcome: string }[] } }>(
    `{ meetings { nodes { overdue } } plans { nodes { outcome } } }`,
  );
  expect(meetings.nodes).toEqual(Array(3).fill({ overdue: false }));
  expect(plans.nodes).toEqual(Array(9).fill({ outcome: 'OPEN' }));
});

describe('calls of one name of which nobody gives the day', () => {
  interface Answer {
    meeting: { key: string } | null;
    possibleDuplicates: { entity: { key: string }; reasons: string[] }[];
    problems: ReportedProblem[];
  }
  const call = (page: string, more: object = {}) =>
    mutationClient(database).get<Answer>(
      `mutation ($input: RecordMeetingInput!) { recordMeeting(input: $input) { meeting { key } problems { code path message }
        possibleDuplicates { entity { key } reasons } } }`,
      {
        input: {
          kind: 'PHONE_CALL',
          names: [{ value: 'Call of the ministers', lang: 'en' }],
          status: 'HELD',
          participants: both('ATTENDED'),
          source: source(page),
          ...more,
        },
      },
    );

  test.each([[undefined], ['XXXX'], ['2025'], ['[..2025-04-12]']])(
    'are not taken for one without asking, where two pages tell of %s',
    async (edtf) => {
      const time = edtf === undefined ? {} : { time: { edtf } };
      const first = await call('one', time);
      expect(first).toMatchObject({ problems: [], possibleDuplicates: [] });
      expect(await call('one', time)).toMatchObject({ meeting: first.meeting, possibleDuplicates: [] });
      expect(await call('two', time)).toMatchObject({
        meeting: null,
        possibleDuplicates: [{ entity: first.meeting, reasons: [expect.stringContaining('the same name')] }],
      });
      const other = await call('two', { ...time, allowDuplicate: true });
      expect(other.meeting!.key).not.toBe(first.meeting!.key);
      expect(await call('two', { ...time, key: first.meeting!.key })).toMatchObject({ meeting: first.meeting });
    },
  );

  test('are one where both give the same day', async () => {
    const time = { time: { edtf: '2025-04-03' } };
    expect((await call('two', time)).meeting).toEqual((await call('one', time)).meeting);
  });

  test('may be that of a later page which gives the day', async () => {
    const first = await call('one');
    expect(await call('two', { time: { edtf: '2025-04-03' } })).toMatchObject({
      meeting: null,
      possibleDuplicates: [{ entity: first.meeting }],
    });
  });
});

test('a meeting without a beginning is probably some day before another', async () => {
  const meetings = undated('HELD', { edtf: '../2025-04-12' }).slice(0, 1);
  const { warnings } = await recordBlocks(database, [{ source: source('page'), meetings }], { dryRun: true });
  expect(warnings).toMatchObject([
    {
      code: 'IMPLAUSIBLE',
      path: [0, 'meetings', 0, 'time'],
      message:
        '../2025-04-12 is a meeting without a beginning, which contradicts any day that another source gives; ' +
        'expected [..2025-04-12] for some day until then, or no time',
    },
  ]);
});
