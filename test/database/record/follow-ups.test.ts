import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { importFiles } from '../../../src/dataset/import.ts';
import { correctClaimOperation } from '../../../src/record/claims/correct.ts';
import { ClaimInput } from '../../../src/record/input/record-input.ts';
import { type RecordReport } from '../../../src/record/recording/record.ts';
import { verify } from '../../../src/record/integrity/verify.ts';
import { runOperation } from '../../support/run-operation.ts';
import {
  type Block,
  type MeetingRow,
  freshDatabase,
  queryGraph,
  recordBlocks,
  stateOf,
} from '../../support/recording.ts';

jest.setTimeout(600_000);

/** Invented pages that tell, after the article, how it went on. */
const page = (name: string, published: string, rest: Partial<Block>, source: Partial<Block['source']> = {}): Block => ({
  source: {
    url: `https://example.org/${name}`,
    title: name,
    kind: 'NEWS_ARTICLE',
    published: { edtf: published },
    reliability: 'USUALLY_RELIABLE',
    attributionKind: 'NARRATION',
    ...source,
  },
  ...rest,
});
const official = { attributionKind: 'OFFICIAL_RECORD', reliability: 'RELIABLE', kind: 'READOUT' } as const;
const unreliable = { reliability: 'UNRELIABLE' } as const;
const named = (key: string, value: string) => ({ key, names: [{ value, lang: 'en' }] });
const who = (
  actor: string,
  role: NonNullable<MeetingRow['participants']>[number]['role'],
  status: NonNullable<MeetingRow['participants']>[number]['status'],
  more: Partial<NonNullable<MeetingRow['participants']>[number]> = {},
) => ({ actor, role, status, ...more });

const followUps: Block[] = [
  page(
    'rumour-before',
    '2025-02-11',
    {
      meetings: [
        {
          ref: 'meeting:msc-2025',
          status: 'CANCELLED',
          participants: [who('official:jd-vance', 'ATTENDEE', 'ABSENT')],
        },
      ],
    },
    unreliable,
  ),
  // The meeting by body and number: the outcome, and where it was.
  page(
    'readout',
    '2025-02-12',
    {
      meetings: [
        {
          body: 'org:udcg',
          ordinal: 26,
          status: 'HELD',
          time: { edtf: '2025-02-12' },
          place: 'place:nato-hq',
          attendance: { value: 46, comparator: 'EXACTLY' },
          participants: [
            who('official:john-healey', 'CHAIR', 'ATTENDED', { capacity: 'post:gb-defence-secretary' }),
            who('country:GB', 'CHAIR', 'ATTENDED'),
          ],
        },
      ],
    },
    official,
  ),
  // By key: a co-chair, of whom nobody had spoken.
  page('co-chair', '2025-02-13', {
    officials: [{ ...named('official:boris-pistorius', 'Boris Pistorius'), country: 'country:DE' }],
    meetings: [
      {
        ref: 'meeting:udcg-26',
        participants: [who('official:boris-pistorius', 'CHAIR', 'ATTENDED', { onBehalfOf: 'country:DE' })],
      },
    ],
  }),
  // A stand-in, and who stayed away.
  page('stand-in', '2025-02-13', {
    countries: [named('country:PL', 'Poland')],
    officials: [named('official:kosiniak', 'Władysław Kosiniak-Kamysz'), named('official:zalewski', 'Paweł Zalewski')],
    meetings: [
      {
        body: 'org:udcg',
        ordinal: 26,
        participants: [
          who('official:kosiniak', 'ATTENDEE', 'ABSENT', { onBehalfOf: 'country:PL' }),
          who('official:zalewski', 'ATTENDEE', 'ATTENDED', {
            onBehalfOf: 'country:PL',
            standsInFor: 'official:kosiniak',
            level: 'DEPUTY_MINISTER',
          }),
        ],
      },
    ],
  }),
  page('observer', '2025-02-13', {
    countries: [named('country:KR', 'South Korea')],
    meetings: [{ ref: 'meeting:udcg-26', participants: [who('country:KR', 'OBSERVER', 'ATTENDED')] }],
  }),
  page('remote', '2025-02-13', {
    meetings: [
      {
        ref: 'meeting:udcg-26',
        mode: 'HYBRID',
        participants: [
          who('official:volodymyr-zelenskyy', 'SPEAKER', 'ATTENDED', { mode: 'REMOTE', capacity: 'post:ua-president' }),
        ],
      },
    ],
  }),
  // Two newspapers about the same guest; the second adds a claim only.
  page('came', '2025-02-13', {
    meetings: [{ ref: 'meeting:udcg-26', participants: [who('official:pete-hegseth', 'ATTENDEE', 'ATTENDED')] }],
  }),
  page('came-too', '2025-02-14', {
    meetings: [{ body: 'org:udcg', ordinal: 26, participants: [who('official:pete-hegseth', 'ATTENDEE', 'ATTENDED')] }],
  }),
  // Who says otherwise: another number, another day.
  page('recount', '2025-02-14', {
    meetings: [{ ref: 'meeting:udcg-26', attendance: { value: 51, comparator: 'OVER' } }],
  }),
  page(
    'other-day',
    '2025-02-10',
    { meetings: [{ ref: 'meeting:visit-lammy-kyiv', time: { edtf: '2025-02-06' } }] },
    official,
  ),
  // An unreliable page, about what is told and about what is not.
  page(
    'blog',
    '2025-02-15',
    {
      meetings: [
        {
          ref: 'meeting:udcg-26',
          status: 'CANCELLED',
          place: 'place:ramstein-air-base',
          participants: [
            who('official:john-healey', 'CHAIR', 'ABSENT'),
            who('official:pete-hegseth', 'ATTENDEE', 'ABSENT'),
          ],
        },
        { ref: 'meeting:msc-2025', participants: [who('official:david-lammy', 'ATTENDEE', 'ABSENT')] },
      ],
    },
    unreliable,
  ),
  page('munich', '2025-02-17', {
    meetings: [
      {
        ref: 'meeting:msc-2025',
        status: 'HELD',
        participants: [
          who('official:jd-vance', 'ATTENDEE', 'ATTENDED'),
          who('official:john-healey', 'ATTENDEE', 'ABSENT', { note: 'Stayed in London.' }),
        ],
      },
    ],
  }),
  page(
    'munich-denied',
    '2025-02-18',
    {
      meetings: [{ ref: 'meeting:msc-2025', participants: [who('official:jd-vance', 'ATTENDEE', 'ABSENT')] }],
    },
    { reliability: 'FAIRLY_RELIABLE' },
  ),
  page('plan-was-set', '2025-01-20', {
    meetings: [{ ref: 'meeting:udcg-26', participants: [who('official:pete-hegseth', 'ATTENDEE', 'CONFIRMED')] }],
  }),
  // The next one, which is put off and then given another day.
  page('next', '2025-02-20', {
    meetings: [
      {
        ...named('meeting:udcg-27', '27th meeting of the Ukraine Defense Contact Group'),
        kind: 'MULTILATERAL_MEETING',
        body: 'org:udcg',
        ordinal: 27,
        status: 'SCHEDULED',
        time: { edtf: '2025-03-20' },
        participants: [who('country:GB', 'HOST', 'PLANNED')],
      },
    ],
  }),
  page('put-off', '2025-03-10', { meetings: [{ body: 'org:udcg', ordinal: 27, status: 'POSTPONED' }] }),
  page('new-day', '2025-03-25', {
    meetings: [{ ref: 'meeting:udcg-27', status: 'RESCHEDULED', time: { edtf: '2025-04-11' } }],
  }),
  page(
    'anonymous',
    '2025-04-01',
    {
      meetings: [{ ref: 'meeting:udcg-27', participants: [who('official:pete-hegseth', 'ATTENDEE', 'DECLINED')] }],
    },
    { attributionKind: 'ANONYMOUS', attribution: [{ anonymous: { description: 'a diplomat' }, how: 'TOLD' }] },
  ),
];

let database: Database;
const recorded = new Map<string, RecordReport>();
beforeAll(async () => {
  database = await freshDatabase();
  expect((await importFiles(database, ['seed/article.yaml'], { by: 'test' })).problems).toEqual([]);
  const [row] = await queryGraph(database, "MATCH (m:Thing {key: 'meeting:msc-2025'}) RETURN m.id");
  // The conference is pointed at by its id.
  const text = JSON.stringify(followUps).replaceAll('meeting:msc-2025', row![0] as string);
  for (const block of JSON.parse(text) as Block[]) {
    const outcome = await recordBlocks(database, [block]);
    expect(outcome).toMatchObject({ problems: [], written: true });
    recorded.set(block.source.title!, outcome);
  }
}, 600_000);

const created = (name: string) => recorded.get(name)!.created;

/** Conflicts of a slot: which page is followed, by which rule, among which pages. */
const conflict = async (slot: string) =>
  (
    await queryGraph(
      database,
      `MATCH (x:Conflict {slot: $slot}) RETURN [(x)-[:FOLLOWS]->(c)-[:EVIDENCE]->(d) | d.title][0], x.rule,
         COLLECT { MATCH (x)-[a:AMONG]->(c)-[:EVIDENCE]->(d) RETURN DISTINCT d.title ORDER BY d.title }`,
      { slot },
    )
  )[0];

const textsOf = async (title: string) =>
  (
    await queryGraph(database, 'MATCH (c:Claim)-[:EVIDENCE]->({title: $title}) RETURN c.text ORDER BY c.text', {
      title,
    })
  ).flat();

const article = 'UK to take the chair of the multinational Ukraine defence meeting (the seed article)';

describe('the outcome of a plan', () => {
  test('a meeting given by body and ordinal is the one of the article: it was held, at a place within the planned city', async () => {
    expect(created('readout')).toEqual({ Document: 1, Claim: 3 });
    expect(await stateOf(database, 'meeting:udcg-26')).toMatchObject({
      status: 'HELD',
      time: { edtf: '2025-02-12' },
      places: ['place:nato-hq'],
      mode: 'HYBRID',
      standing: 'ESTABLISHED',
    });
    expect(await stateOf(database, 'part:udcg26-healey-chair')).toMatchObject({
      status: 'ATTENDED',
      standing: 'ESTABLISHED',
    });
  });

  test('a conference given by its id: who attended, and who did not', async () => {
    expect(await stateOf(database, 'meeting:msc-2025')).toMatchObject({ status: 'HELD', places: ['place:munich'] });
    expect(await stateOf(database, 'part:msc-healey')).toMatchObject({ status: 'ABSENT' });
    const plans = `MATCH (c:Claim)-[:SUPPORTS]->(:Participation {key: $part}) WHERE c.status = 'PLANNED' RETURN DISTINCT c.planOutcome`;
    expect(await queryGraph(database, plans, { part: 'part:msc-healey' })).toEqual([['CONTRADICTED']]);
    expect(await queryGraph(database, plans, { part: 'part:udcg26-hegseth' })).toEqual([['CONFIRMED']]);
  });

  test('an older plan that is recorded later changes nothing', async () => {
    expect(created('plan-was-set')).toEqual({ Document: 1, Claim: 1 });
    expect(await stateOf(database, 'part:udcg26-hegseth')).toMatchObject({ status: 'ATTENDED' });
  });

  test('a second source for an existing fact adds a claim, which corroborates the first', async () => {
    // It names the meeting by its body and number, which it thereby says as well.
    expect(created('came-too')).toEqual({ Document: 1, Claim: 2 });
    const related = `MATCH (a:Claim)-[r:RELATES_TO {by: 'RULE'}]->(b:Claim), (a)-[:EVIDENCE]->({title: 'came-too'}), (b)-[:EVIDENCE]->({title: 'came'})
      RETURN r.type, a.independentSources`;
    expect(await queryGraph(database, related)).toMatchObject([['CORROBORATES', expect.any(Number)]]);
  });
});

describe('further participants', () => {
  test('a co-chair is a second chair', async () => {
    expect(created('co-chair')).toEqual({ Official: 1, Participation: 1, Document: 1, Claim: 1 });
    const chairs = "MATCH (a)-[r:CHAIRS]->({key: 'meeting:udcg-26'}) RETURN a.key, r.status ORDER BY a.key";
    expect(await queryGraph(database, chairs)).toEqual([
      ['official:boris-pistorius', 'ATTENDED'],
      ['official:john-healey', 'ATTENDED'],
    ]);
    // Its minister chaired on its behalf.
    expect(await stateOf(database, 'part:udcg26-gb-chair')).toMatchObject({
      status: 'ATTENDED',
      actedBy: ['part:udcg26-healey-chair'],
    });
    expect(await conflict('part:udcg26-healey-chair|role')).toBeUndefined();
  });

  test('a stand-in attended, and the official in whose place he came did not', async () => {
    expect(await stateOf(database, 'part:udcg-26-zalewski-attendee')).toMatchObject({
      status: 'ATTENDED',
      standsInFor: 'official:kosiniak',
      onBehalfOf: 'country:PL',
      level: 'DEPUTY_MINISTER',
    });
    expect(await stateOf(database, 'part:udcg-26-kosiniak-attendee')).toMatchObject({ status: 'ABSENT' });
    const [row] = await queryGraph(
      database,
      "MATCH (c:Claim)-[:SUPPORTS]->({key: 'part:udcg-26-kosiniak-attendee'}) RETURN c.polarity",
    );
    expect(row).toEqual(['NEGATIVE']);
  });

  test('an observer, and a remote participant', async () => {
    expect(await stateOf(database, 'part:udcg-26-kr-observer')).toMatchObject({ status: 'ATTENDED' });
    expect(await stateOf(database, 'part:udcg-26-volodymyr-zelenskyy-speaker')).toMatchObject({
      status: 'ATTENDED',
      mode: 'REMOTE',
      onBehalfOf: 'country:UA',
    });
  });
});

describe('sources that disagree', () => {
  test('on the number of participants: the fact follows the readout, which is more reliable', async () => {
    expect(await conflict('meeting:udcg-26|attendance')).toEqual([
      'readout',
      'MORE_RELIABLE_DOCUMENT',
      ['readout', 'recount'],
    ]);
    expect(await stateOf(database, 'meeting:udcg-26')).toMatchObject({ attendance: { value: 46 } });
  });

  test('on the day: the fact follows the more reliable source', async () => {
    expect(await conflict('meeting:visit-lammy-kyiv|time')).toEqual([
      'other-day',
      'MORE_RELIABLE_DOCUMENT',
      [article, 'other-day'].sort(),
    ]);
    expect(await stateOf(database, 'meeting:visit-lammy-kyiv')).toMatchObject({ time: { edtf: '2025-02-06' } });
  });

  test('on who attended', async () => {
    expect(await conflict('part:msc-vance|status')).toEqual([
      'munich',
      'MORE_RELIABLE_DOCUMENT',
      // The article has the plan, which the absence contradicts.
      [expect.stringContaining('seed article'), 'munich', 'munich-denied', 'rumour-before'],
    ]);
    expect(await stateOf(database, 'part:msc-vance')).toMatchObject({ status: 'ATTENDED', standing: 'ESTABLISHED' });
  });
});

describe('an unreliable page', () => {
  test('is recorded as a contradiction and changes no fact', async () => {
    expect(created('blog')).toEqual({ Document: 1, Claim: 4 });
    const rules = {
      'meeting:udcg-26|status': 'MORE_RELIABLE_DOCUMENT',
      'part:udcg26-healey-chair|status': 'MORE_RELIABLE_DOCUMENT',
      // Where something was to be that is told to be cancelled is a plan.
      'meeting:udcg-26|places': 'OUTCOME_BEFORE_PLAN',
    };
    for (const [slot, rule] of Object.entries(rules)) {
      expect([slot, await conflict(slot)]).toEqual([slot, ['readout', rule, expect.arrayContaining(['blog'])]]);
    }
    expect(await stateOf(database, 'part:udcg26-hegseth')).toMatchObject({
      status: 'ATTENDED',
      standing: 'ESTABLISHED',
    });
  });

  test('is not taken as the outcome of a plan', async () => {
    expect(await stateOf(database, 'part:msc-lammy')).toMatchObject({ status: 'PLANNED', standing: 'ESTABLISHED' });
    const fate = `MATCH (c:Claim {status: 'PLANNED'})-[:SUPPORTS]->({key: 'part:msc-lammy'}) RETURN DISTINCT c.planOutcome`;
    expect(await queryGraph(database, fate)).toEqual([[null]]);
  });
});

describe('a postponed meeting', () => {
  test('follows the latest plan, and keeps its first date', async () => {
    expect(created('put-off')).toEqual({ Document: 1, Claim: 1 });
    expect(await stateOf(database, 'meeting:udcg-27')).toMatchObject({
      status: 'RESCHEDULED',
      time: { edtf: '2025-04-11' },
      standing: 'ESTABLISHED',
    });
    const previous =
      "MATCH (m:Thing {key: 'meeting:udcg-27'}) RETURN [each IN m.previousTimes | each CONTAINS '2025-03-20']";
    expect(await queryGraph(database, previous)).toEqual([[[true]]]);
  });

  test('has a guest who has declined according to an anonymous source: a plan, not an outcome', async () => {
    expect(await stateOf(database, 'part:udcg-27-pete-hegseth-attendee')).toMatchObject({ status: 'DECLINED' });
  });
});

test('the texts of generated claims say what their rows say', async () => {
  const texts = await Promise.all(
    ['readout', 'recount', 'other-day', 'remote', 'stand-in', 'put-off', 'new-day'].map(textsOf),
  );
  const meeting = '26th meeting of the Ukraine Defense Contact Group';
  expect(texts.flat()).toEqual([
    `${meeting} took place on 12 February 2025, at NATO Headquarters, as meeting 26 of Ukraine Defense Contact Group, with 46 taking part.`,
    `John Healey chaired ${meeting}, as UK Secretary of State for Defence.`,
    `United Kingdom chaired ${meeting}.`,
    `${meeting} is listed with more than 51 taking part.`,
    "Lammy's visit to Kyiv is listed on 6 February 2025.",
    `${meeting} is listed as a partly remote meeting.`,
    `Volodymyr Zelenskyy spoke at ${meeting}, as President of Ukraine, by telephone or video.`,
    `${meeting} is listed as meeting 26 of Ukraine Defense Contact Group.`,
    `Paweł Zalewski attended ${meeting}, on behalf of Poland, in place of Władysław Kosiniak-Kamysz, at the level of a deputy minister.`,
    `Władysław Kosiniak-Kamysz was absent from ${meeting} as attendee, on behalf of Poland.`,
    '27th meeting of the Ukraine Defense Contact Group is postponed, as meeting 27 of Ukraine Defense Contact Group.',
    '27th meeting of the Ukraine Defense Contact Group is rescheduled to take place on 11 April 2025.',
  ]);
});

test('a wrong number of participants is corrected, and the fact follows the correction', async () => {
  const [row] = await queryGraph(database, "MATCH (c:Claim)-[:EVIDENCE]->({title: 'recount'}) RETURN c.key");
  const by = ClaimInput.parse({
    type: 'PARTICIPANT_COUNT',
    subject: 'meeting:udcg-26',
    count: { value: 45, comparator: 'OVER' },
    text: 'More than 45 came.',
    modality: 'OCCURRED',
  });
  expect(await runOperation(database, correctClaimOperation({ claim: row![0] as string, by }))).toMatchObject({
    problems: [],
  });
  expect(await conflict('meeting:udcg-26|attendance')).toBeUndefined();
  expect(await verify(database)).toEqual([]);
});
