import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { type Engine, createEngine } from '../../../src/query/engine.ts';
import { importRecord } from '../../../src/record/archive/import.ts';
import { mergeEntitiesOperation } from '../../../src/record/identity/merge.ts';
import { unmergeEntitiesOperation } from '../../../src/record/identity/unmerge.ts';
import { verify } from '../../../src/record/integrity/verify.ts';
import { exportedText, openText } from '../../support/archive.ts';
import { emptyGraph } from '../../support/database.ts';
import { type ReportedProblem, mutationClient } from '../../support/mutation-client.ts';
import { dataOf, schema } from '../../support/query.ts';
import { runOperation } from '../../support/run-operation.ts';
import {
  type Block,
  type MeetingRow,
  freshDatabase,
  importBlocks,
  recordBlocks,
  stateOf,
} from '../../support/recording.ts';

jest.setTimeout(600_000);

type Participant = NonNullable<MeetingRow['participants']>[number];

const named = (key: string, value: string) => ({ key, names: [{ value, lang: 'en' }] });
const source = (name: string): Block['source'] => ({
  url: `https://example.org/${name}`,
  title: name,
  kind: 'READOUT',
  published: { edtf: '2025-04-12' },
  attributionKind: 'OFFICIAL_RECORD',
});

const world: Block = {
  source: source('who-is-who'),
  countries: [named('country:DE', 'Germany'), named('country:FR', 'France')],
  organizations: [{ ...named('org:bmvg', 'German Ministry of Defence'), kind: 'MINISTRY', country: 'country:DE' }],
  officials: [
    { ...named('official:pistorius', 'Boris Pistorius'), country: 'country:DE' },
    { ...named('official:pistorious', 'B. Pistorious'), country: 'country:DE' },
    { ...named('official:moeller', 'Siemtje Moeller'), country: 'country:DE' },
  ],
  posts: [
    { ...named('post:de-minister', 'Minister of Defence of Germany'), country: 'country:DE', level: 'MINISTER' },
    {
      ...named('post:de-deputy', 'Deputy Minister of Defence of Germany'),
      country: 'country:DE',
      organization: 'org:bmvg',
      level: 'DEPUTY_MINISTER',
    },
    { ...named('post:fr-deputy', 'Deputy Minister of France'), country: 'country:FR', level: 'DEPUTY_MINISTER' },
  ],
};

const meeting = (...participants: Participant[]): MeetingRow => ({
  ...named('meeting:ramstein', 'The meeting at Ramstein'),
  kind: 'MULTILATERAL_MEETING',
  status: 'HELD',
  time: { edtf: '2025-04-11' },
  participants,
});

/** A deputy minister, whom nobody names, chaired in place of the minister. */
const deputy: Participant = {
  actor: 'country:DE',
  role: 'CHAIR',
  status: 'ATTENDED',
  capacity: 'post:de-deputy',
  standsInFor: 'official:pistorius',
};

const PART = 'part:ramstein-de-chair';

let database: Database;
let engine: Engine;
beforeEach(async () => {
  database = await freshDatabase();
  engine = createEngine({ schema, database });
  expect(await importBlocks(database, 'world', [world])).toMatchObject({ problems: [], warnings: [] });
});

const tell = async (name: string, ...participants: Participant[]) =>
  expect(await recordBlocks(database, [{ source: source(name), meetings: [meeting(...participants)] }])).toMatchObject({
    problems: [],
    written: true,
  });

const SEEN = `chairs { actor { key } level capacity { key } standsInFor { key } onBehalfOf { key } actedBy { key } standing }
  delegations { of { key } level participations { key } }
  participations { totalCount counts(by: [LEVEL, COUNTRY], of: PRESENCES) { count values } }`;

const seen = (knownAt = '') => dataOf(engine, `{ meeting(ref: "meeting:ramstein"${knownAt}) { ${SEEN} } }`);

const asDeputy = {
  actor: { key: 'country:DE' },
  level: 'DEPUTY_MINISTER',
  capacity: { key: 'post:de-deputy' },
  standsInFor: { key: 'official:pistorius' },
  onBehalfOf: null,
  actedBy: [],
  standing: 'ESTABLISHED',
};

describe('a deputy minister whom nobody names', () => {
  test('is told of by a data set and by a mutation alike, and no official is invented', async () => {
    await importBlocks(database, 'page', [{ source: source('page'), meetings: [meeting(deputy)] }]);
    const fromFile = await stateOf(database, PART);
    expect(fromFile).toMatchObject({
      actor: 'country:DE',
      status: 'ATTENDED',
      capacity: 'post:de-deputy',
      standsInFor: 'official:pistorius',
      level: 'DEPUTY_MINISTER',
    });
    expect(fromFile!.onBehalfOf ?? null).toBeNull();

    await emptyGraph(database);
    await importBlocks(database, 'world', [world]);
    const analyst = mutationClient(database);
    const answer = await analyst.get<{ problems: ReportedProblem[]; claims: { text: string }[] }>(
      `mutation ($input: RecordMeetingInput!) { recordMeeting(input: $input) { problems { code path message } warnings { message }
        claims { text } } }`,
      { input: { ...meeting(deputy), source: source('page') } },
    );
    expect(answer).toMatchObject({ problems: [], warnings: [] });
    expect(answer.claims.map(({ text }) => text)).toContain(
      'Germany, by an unnamed person, chaired The meeting at Ramstein, as Deputy Minister of Defence of Germany, ' +
        'in place of Boris Pistorius.',
    );
    expect(await stateOf(database, PART)).toEqual(fromFile);
    expect(await dataOf(engine, '{ officials { totalCount } }')).toEqual({ officials: { totalCount: 3 } });
  });

  test('is seen in every list, and in the past', async () => {
    await tell('page', deputy);
    const before = await dataOf<{ meeting: unknown }>(engine, `{ meeting(ref: "meeting:ramstein") { ${SEEN} } }`);
    expect(before.meeting).toEqual({
      chairs: [asDeputy],
      delegations: [{ of: { key: 'country:DE' }, level: 'DEPUTY_MINISTER', participations: [{ key: PART }] }],
      participations: { totalCount: 1, counts: [{ count: 1, values: ['DEPUTY_MINISTER', 'country:DE'] }] },
    });
    expect(await seen(', knownAt: "2999-01-01T00:00:00Z"')).toEqual(before);
    expect(
      await dataOf(
        engine,
        `{ country(ref: "country:DE") { meetings { nodes { key } } }
          meetings(filter: {actors: ["country:DE"], participation: {levels: [DEPUTY_MINISTER]}}) { nodes { key } }
          participations(filter: {levels: [DEPUTY_MINISTER], onBehalfOf: ["country:DE"]}) { totalCount } }`,
      ),
    ).toEqual({
      country: { meetings: { nodes: [{ key: 'meeting:ramstein' }] } },
      meetings: { nodes: [{ key: 'meeting:ramstein' }] },
      participations: { totalCount: 0 },
    });
    expect(await verify(database)).toEqual([]);
  });

  test('contradicts the plan that the minister comes', async () => {
    await tell('plan', { actor: 'official:pistorius', role: 'CHAIR', status: 'PLANNED', onBehalfOf: 'country:DE' });
    await tell('page', deputy);
    const { plans } = await dataOf<{ plans: unknown }>(engine, '{ plans { nodes { outcome plan { text } } } }');
    expect(plans).toEqual({
      nodes: [
        {
          outcome: 'CONTRADICTED',
          plan: { text: 'Boris Pistorius is to chair The meeting at Ramstein, on behalf of Germany.' },
        },
      ],
    });
  });

  test('of whom sources tell different posts is a conflict with both of them', async () => {
    await tell('page', deputy);
    await tell('other', { ...deputy, capacity: 'post:de-minister', standsInFor: undefined });
    const { meeting: told } = await dataOf<{ meeting: { chairs: unknown } }>(
      engine,
      `{ meeting(ref: "meeting:ramstein") { chairs { level standsInFor { key } conflicts { slot values { value } } } } }`,
    );
    expect(told.chairs).toMatchObject([
      {
        level: 'UNKNOWN',
        standsInFor: { key: 'official:pistorius' },
        conflicts: [{ slot: `${PART}|capacity`, values: [{ value: 'post:de-minister' }, { value: 'post:de-deputy' }] }],
      },
    ]);
  });

  test('is corrected, retracted, merged and exported with all that was told', async () => {
    await tell('page', { ...deputy, standsInFor: 'official:pistorious' });
    const analyst = mutationClient(database);
    await runOperation(database, mergeEntitiesOperation({ keep: 'official:pistorius', merge: 'official:pistorious' }));
    expect(await seen()).toMatchObject({ meeting: { chairs: [asDeputy] } });

    const text = await exportedText(database);
    await emptyGraph(database);
    await importRecord(database, openText(text));
    expect(await exportedText(database)).toBe(text);
    expect(await seen()).toMatchObject({ meeting: { chairs: [asDeputy] } });

    await runOperation(database, unmergeEntitiesOperation({ merged: 'official:pistorious' }));
    const [claim] = (
      await dataOf<{ meeting: { chairs: [{ claims: [{ key: string }]; standsInFor: unknown }] } }>(
        engine,
        '{ meeting(ref: "meeting:ramstein") { chairs { standsInFor { key } claims { key } } } }',
      )
    ).meeting.chairs[0].claims;
    const CORRECT = `mutation ($claim: Ref!, $participant: ParticipantInput!) {
      correctClaim(claim: $claim, participant: $participant, reason: "A slip.") { problems { message } claim { key text } } }`;
    const corrected = await analyst.get<{ claim: { key: string } }>(CORRECT, {
      claim: claim.key,
      participant: {
        actor: 'country:DE',
        role: 'CHAIR',
        status: 'ATTENDED',
        level: 'SENIOR_OFFICIAL',
        standsInFor: 'official:pistorius',
      },
    });
    expect(corrected).toMatchObject({
      problems: [],
      claim: {
        text: 'Germany, by an unnamed person, chaired The meeting at Ramstein, in place of Boris Pistorius, at the level of a senior official.',
      },
    });
    expect(await seen()).toMatchObject({
      meeting: { chairs: [{ level: 'SENIOR_OFFICIAL', capacity: null, standsInFor: { key: 'official:pistorius' } }] },
    });
    await analyst.get(
      'mutation ($claim: Ref!) { retractClaim(claim: $claim, reason: "Taken back.") { problems { message } } }',
      {
        claim: corrected.claim.key,
      },
    );
    expect(await seen()).toMatchObject({ meeting: { chairs: [], delegations: [], participations: { totalCount: 0 } } });
    expect(await verify(database)).toEqual([]);
  });
});

describe('a named one who came for the country', () => {
  const moeller: Participant = { actor: 'official:moeller', role: 'CHAIR', status: 'ATTENDED' };
  const chairsAfter = async (...participants: Participant[]) => {
    for (const [index, participant] of participants.entries()) await tell(`page-${index}`, participant);
    const query = (knownAt: string) =>
      `{ meeting(ref: "meeting:ramstein"${knownAt}) { chairs { actor { key } } participations { totalCount
        counts(by: [LEVEL]) { count values } } all: participations(orderBy: {field: NAME}) { nodes { actor { key } actedBy { key } standsInFor { key } } } } }`;
    const { meeting: told } = await dataOf<{
      meeting: {
        chairs: { actor: { key: string } }[];
        participations: { counts: { values: string[] }[] };
        all: { nodes: unknown[] };
      };
    }>(engine, query(''));
    expect(await dataOf(engine, query(', knownAt: "2999-01-01T00:00:00Z"'))).toEqual({ meeting: told });
    expect(await verify(database)).toEqual([]);
    // Whatever takes its place, the country's own participation keeps what was told of it.
    expect(told.all.nodes).toContainEqual(
      expect.objectContaining({ actor: { key: 'country:DE' }, standsInFor: { key: 'official:pistorius' } }),
    );
    return {
      chairs: told.chairs.map(({ actor }) => actor.key),
      levels: told.participations.counts.map(({ values }) => values[0]),
    };
  };

  test('takes its place where it is the deputy of whom another source told', async () => {
    expect(await chairsAfter(deputy, { ...moeller, capacity: 'post:de-deputy' })).toEqual({
      chairs: ['official:moeller'],
      levels: ['DEPUTY_MINISTER'],
    });
  });

  test('does not hide the level of the unnamed one, where its own is another or not known', async () => {
    expect(await chairsAfter(deputy, { ...moeller, onBehalfOf: 'country:DE' })).toEqual({
      chairs: ['country:DE', 'official:moeller'],
      levels: ['DEPUTY_MINISTER', 'UNKNOWN'],
    });
  });

  test('is another where it is the one in whose place somebody came', async () => {
    const minister = { ...moeller, actor: 'official:pistorius', onBehalfOf: 'country:DE' };
    expect(await chairsAfter({ ...deputy, capacity: undefined }, minister)).toMatchObject({
      chairs: ['country:DE', 'official:pistorius'],
    });
  });
});

test('a country and its ministry by somebody in one post are both there', async () => {
  await tell('page', deputy, { ...deputy, actor: 'org:bmvg' });
  const { meeting: told } = await dataOf<{ meeting: { chairs: unknown } }>(
    engine,
    '{ meeting(ref: "meeting:ramstein") { chairs { actor { key } actedBy { key } } } }',
  );
  expect(told.chairs).toEqual([
    { actor: { key: 'org:bmvg' }, actedBy: [] },
    { actor: { key: 'country:DE' }, actedBy: [] },
  ]);
});

test.each(['country:DE', 'org:bmvg'])('a post of another country than %s is probably a slip', async (actor) => {
  const report = await recordBlocks(
    database,
    [{ source: source('page'), meetings: [meeting({ ...deputy, actor, capacity: 'post:fr-deputy' })] }],
    { dryRun: true },
  );
  expect(report.warnings).toMatchObject([
    {
      code: 'IMPLAUSIBLE',
      path: [0, 'meetings', 0, 'participants', 0, 'capacity'],
      message: `post:fr-deputy is a post of country:FR, and here its holder acts for ${actor}; expected a post of country:DE, or actor: country:FR`,
    },
  ]);
});
