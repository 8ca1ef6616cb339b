import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type GraphQLEnumType } from 'graphql';
import { type Engine, createEngine } from '../../../src/query/engine.ts';
import { articleGraph } from '../../support/article.ts';
import { testDatabase } from '../../support/database.ts';
import { recordBlocks } from '../../support/recording.ts';
import { ask, dataOf, schema } from '../../support/query.ts';

// A database that plans each statement for the first time takes its time on a busy machine.
jest.setTimeout(120_000);

interface Row {
  values: (string | null)[];
  entities: ({ __typename: string; key: string } | null)[];
  count: number;
}

let engine: Engine;
beforeAll(async () => {
  const database = await articleGraph();
  const { problems } = await recordBlocks(database, [
    {
      source: { document: 'doc:article', attributionKind: 'ANALYST' },
      organizations: [{ key: 'org:circle', names: [{ value: 'The Circle', lang: 'en' }], kind: 'INFORMAL_GROUP' }],
      meetings: [
        circle('1', '2024-03-05', { mode: 'REMOTE' }),
        circle('2', '2024-03', { mode: 'IN_PERSON' }),
        circle('3', '2024', { mode: 'IN_PERSON' }),
        circle('4', '2024-03-30/2024-04-02', {}),
        circle('5', '[2024-03-30..2024-04-02]', {}),
        circle('6', '2024-03~', {}),
        circle('7', '2024-12-30/2025-01-02', {
          participants: [
            { actor: 'org:nato', role: 'ATTENDEE', status: 'ATTENDED' },
            { actor: 'country:GB', role: 'ATTENDEE', status: 'ATTENDED' },
            { actor: 'official:john-healey', role: 'CHAIR', status: 'ATTENDED' },
            { actor: 'official:john-healey', role: 'SPEAKER', status: 'ATTENDED' },
            { actor: 'official:pete-hegseth', onBehalfOf: 'org:nato', role: 'ATTENDEE', status: 'ATTENDED' },
          ],
        }),
      ],
    },
  ]);
  expect(problems).toEqual([]);
  engine = createEngine({ schema, database });
}, 180_000);

function circle(name: string, edtf: string, more: object) {
  return {
    key: `meeting:circle-${name}`,
    kind: 'CONSULTATION' as const,
    names: [{ value: `Circle ${name}`, lang: 'en' }],
    time: { edtf },
    status: 'HELD' as const,
    body: 'org:circle',
    ...more,
  };
}

/** The rows of a list counted, each item once; its text has `@` where its parts stand. */
async function rows(list: string, by: string, variables: Record<string, unknown> = {}): Promise<Row[]> {
  const of = list.includes('participations') ? ', of: PARTICIPATIONS' : '';
  const asked = list.replace('@', `{ counts(by: [${by}]${of}) { values entities { __typename key } count } }`);
  let found = await dataOf<object>(engine, asked, variables);
  while (!('counts' in found)) found = Object.values(found)[0] as object;
  return found.counts as Row[];
}

const shortly = (all: Row[]) => all.map(({ values, count }) => [...values, count]);
const ofCircle = '{ meetings(filter: {body: "org:circle"}) @ }';

describe('counts of meetings', () => {
  test('per year in which they began', async () => {
    expect(shortly(await rows(ofCircle, 'YEAR'))).toEqual([
      ['2024', 6],
      [null, 1],
    ]);
  });

  test('per month, in order: null for a year or a range of days across months, but not for a time span', async () => {
    expect(shortly(await rows(ofCircle, 'MONTH'))).toEqual([
      ['2024-03', 3],
      ['2024-12', 1],
      [null, 3],
    ]);
  });

  test('per month and mode, in order of time, null last', async () => {
    expect(shortly(await rows(ofCircle, 'MONTH, MODE'))).toEqual([
      ['2024-03', 'IN_PERSON', 1],
      ['2024-03', 'REMOTE', 1],
      ['2024-03', null, 1],
      ['2024-12', null, 1],
      [null, 'IN_PERSON', 1],
      [null, null, 2],
    ]);
  });

  test('per mode and month: the largest first, equal ones by values, null last', async () => {
    expect(shortly(await rows(ofCircle, 'MODE, MONTH'))).toEqual([
      [null, null, 2],
      ['IN_PERSON', '2024-03', 1],
      ['IN_PERSON', null, 1],
      ['REMOTE', '2024-03', 1],
      [null, '2024-03', 1],
      [null, '2024-12', 1],
    ]);
  });

  test('per body, with the body as an entity; null for meetings without one', async () => {
    const all = await rows('{ meetings @ }', 'BODY, KIND');
    expect(all[0]).toEqual({
      values: ['org:circle', 'CONSULTATION'],
      entities: [{ __typename: 'Organization', key: 'org:circle' }, null],
      count: 7,
    });
    for (const { values, entities } of all) expect(entities[0]?.key ?? null).toBe(values[0]);
    expect(all.some(({ values }) => values[0] === null)).toBe(true);
  });

  test('in total, if there are no dimensions; also of an empty list', async () => {
    expect(await rows(ofCircle, '')).toEqual([{ values: [], entities: [], count: 7 }]);
    expect(await rows('{ meetings(filter: {refs: []}) @ }', '')).toEqual([{ values: [], entities: [], count: 0 }]);
    expect(await rows('{ meetings(filter: {refs: []}) @ }', 'YEAR')).toEqual([]);
  });
});

describe('counts of participations', () => {
  const atCircle = '{ participations(filter: {body: "org:circle"}) @ }';

  /** At one meeting, the United Kingdom, Healey in two roles, NATO and Hegseth on its behalf, who counts instead of it. */
  const countries = `{ participations(filter: {body: "org:circle"}) {
    meetings: counts(by: [COUNTRY]) { values count }
    presences: counts(by: [COUNTRY], of: PRESENCES) { values count }
    participations: counts(by: [COUNTRY], of: PARTICIPATIONS) { values count }
    all: counts(by: []) { values count }
    presencesOfAll: counts(by: [], of: PRESENCES) { values count }
  } }`;

  test('per country, the country itself or the one served, of meetings, presences or participations; null for those on behalf of NATO', async () => {
    const { participations } = await dataOf<{ participations: Record<string, Row[]> }>(engine, countries);
    expect(Object.fromEntries(Object.entries(participations).map(([name, all]) => [name, shortly(all)]))).toEqual({
      meetings: [
        ['country:GB', 1],
        [null, 1],
      ],
      presences: [
        ['country:GB', 2],
        [null, 1],
      ],
      participations: [
        ['country:GB', 3],
        [null, 1],
      ],
      all: [[1]],
      presencesOfAll: [[3]],
    });
  });

  test('per actor and role, with the actors as entities', async () => {
    const all = await rows(atCircle, 'ACTOR, ROLE, BODY');
    expect(all).toContainEqual({
      values: ['official:john-healey', 'CHAIR', 'org:circle'],
      entities: [
        { __typename: 'Official', key: 'official:john-healey' },
        null,
        { __typename: 'Organization', key: 'org:circle' },
      ],
      count: 1,
    });
  });
});

describe('counts', () => {
  test.each([
    ['meeting', 'meetings(first: 0)', 'MeetingDimension'],
    ['claim', 'claims(last: 1)', 'ClaimDimension'],
    [
      'participation',
      'participations(filter: {statuses: null, actors: ["official:john-healey"]})',
      'ParticipationDimension',
    ],
    ['claim about a country', 'country(ref: "country:GB") { claimsAbout(first: 1) # }', 'ClaimDimension'],
    ['meeting of an official', 'official(ref: "official:john-healey") { meetings(first: 1) # }', 'MeetingDimension'],
    [
      'meeting that officials attended',
      'official(ref: "official:john-healey") { meetings(statuses: [ATTENDED, INVITED]) # }',
      'MeetingDimension',
    ],
    ['meeting of a country', 'country(ref: "country:GB") { meetings # }', 'MeetingDimension'],
    ['claim in a document', 'document(ref: "doc:article") { claimsAbout # }', 'ClaimDimension'],
  ])(
    'has every %s in one row, for any dimension but those of which it may have several',
    async (_, list, dimension) => {
      const text = (part: string) => `{ ${list.includes('#') ? list.replace('#', part) : `${list} ${part}`} }`;
      let total = await dataOf<object>(engine, text('{ totalCount }'));
      while (!('totalCount' in total)) total = Object.values(total)[0] as object;
      for (const { name } of (schema.getType(dimension) as GraphQLEnumType).getValues()) {
        if (name === 'LEVEL' && dimension === 'MeetingDimension') continue;
        const all = await rows(text('@'), name);
        const sum = all.reduce((known, { count }) => known + count, 0);
        expect({ [name]: sum }).toEqual({ [name]: total.totalCount });
      }
    },
  );

  test.each([
    ['meetings', 'STATUS', 'statuses: [#]'],
    ['meetings', 'BODY', 'body: "#"'],
    ['claims', 'TYPE', 'types: [#]'],
    ['claims', 'DOCUMENT', 'document: "#"'],
    ['participations', 'ACTOR', 'actors: ["#"]'],
    ['participations', 'LEVEL', 'levels: [#]'],
  ])('of %s by %s agrees with a filter', async (list, by, filter) => {
    for (const { values, count } of await rows(`{ ${list} @ }`, by)) {
      if (values[0] === null) continue;
      const [filtered] = await rows(`{ ${list}(filter: {${filter.replace('#', values[0]!)}}) @ }`, '');
      expect([values[0], filtered!.count]).toEqual([values[0], count]);
    }
  });

  test.each([
    ['YEAR', 'beginsIn: ["#"]'],
    ['MONTH', 'beginsIn: ["#"]'],
    ['KIND', 'kinds: [#]'],
    ['STATUS', 'statuses: [#]'],
    ['BODY', 'body: "#"'],
    ['PLACE', 'heldAt: "#"'],
    ['COUNTRY', 'country: "#"'],
    ['MODE', 'modes: [#]'],
    ['LEVEL', 'participation: {levels: [#]}'],
  ])('of meetings by %s, a value selects as many by %s, beside other conditions too', async (by, filter) => {
    const others = ['', 'standings: [ESTABLISHED]', 'participation: {actors: ["country:GB"]}'];
    for (const other of others.filter((condition) => condition === '' || !filter.startsWith('participation'))) {
      const list = (...conditions: string[]) => `{ meetings(filter: {${conditions.join(', ')}}) @ }`;
      const all = (await rows(list(other), by)).filter(({ values }) => values[0] !== null);
      for (const { values, count } of all) {
        const selected = list(filter.replace('#', values[0]!), other);
        const [filtered] = await rows(selected, '');
        const { meetings } = await dataOf<{ meetings: object }>(engine, selected.replace('@', '{ totalCount }'));
        expect([other, values[0], filtered!.count, meetings]).toEqual([other, values[0], count, { totalCount: count }]);
      }
      if (other === '') expect(all.length).toBeGreaterThan(0);
    }
  });

  test('of meetings by each of their dimensions are tested against a filter', () => {
    const { name } = schema.getType('MeetingDimension')!;
    const dimensions = (schema.getType(name) as GraphQLEnumType).getValues().map((value) => value.name);
    expect(dimensions).toEqual(['YEAR', 'MONTH', 'KIND', 'STATUS', 'BODY', 'PLACE', 'COUNTRY', 'MODE', 'LEVEL']);
  });

  test('per level have a meeting under each level at which somebody takes part', async () => {
    const of = '{ meetings(filter: {refs: ["meeting:udcg-26", "meeting:circle-7", "meeting:circle-1"]}) @ }';
    expect(shortly(await rows(of, 'LEVEL'))).toEqual([
      ['UNKNOWN', 2],
      ['MINISTER', 1],
      [null, 1],
    ]);
  });

  test('works within a list, for each item, beside a page of the counted nodes', async () => {
    const query = `{ organizations(first: 100) { nodes { key meetings(first: 1, filter: {participation: {actors: ["country:GB"]}}) {
      totalCount nodes { key }
      counts(by: [YEAR]) { values count }
      people: counts(by: [BODY]) { entities { ... on Organization { meetings { counts(by: []) { count } } } } }
    } } } }`;
    const { organizations } = await dataOf<{ organizations: { nodes: { key: string; meetings: object }[] } }>(
      engine,
      query,
    );
    expect(organizations.nodes.find(({ key }) => key === 'org:circle')?.meetings).toEqual({
      totalCount: 1,
      nodes: [{ key: 'meeting:circle-7' }],
      counts: [{ values: ['2024'], count: 1 }],
      people: [{ entities: [{ meetings: { counts: [{ count: 7 }] } }] }],
    });
    expect(organizations.nodes.find(({ key }) => key === 'org:nato')?.meetings).toMatchObject({ counts: [] });
  });

  test('works at the end of nested lists', async () => {
    const query = `{ meeting(ref: "meeting:circle-7") { chairs { actor { conflicts { slot } claimsAbout(first: 1) { nodes {
      evidence { document { claimsAbout(first: 1) { totalCount counts(by: []) { count } } } }
    } } } } } }`;
    const { meeting } = await dataOf<{ meeting: { chairs: { actor: { claimsAbout: { nodes: object[] } } }[] } }>(
      engine,
      query,
    );
    const [claim] = meeting.chairs[0]!.actor.claimsAbout.nodes as {
      evidence: { document: { claimsAbout: { totalCount: number; counts: { count: number }[] } } }[];
    }[];
    const { totalCount, counts } = claim!.evidence[0]!.document.claimsAbout;
    expect(totalCount).toBeGreaterThan(1);
    expect(counts).toEqual([{ count: totalCount }]);
  });

  test('shows each write at once', async () => {
    const bySource = async () => shortly(await rows(ofCircle, 'MODE, KIND'));
    const before = await bySource();
    const later = circle('later', '2026-05-05', { mode: 'HYBRID', kind: 'CONFERENCE' });
    const source = { document: 'doc:article', attributionKind: 'ANALYST' } as const;
    const { problems } = await recordBlocks(await testDatabase(), [{ source, meetings: [later] }]);
    expect(problems).toEqual([]);
    expect(await bySource()).toEqual(expect.arrayContaining([...before, ['HYBRID', 'CONFERENCE', 1]]));
  });

  test('is refused for more than three dimensions', async () => {
    const { data, errors } = await ask(engine, '{ meetings { counts(by: [YEAR, KIND, MODE, STATUS]) { count } } }');
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('`by` names 4 dimensions; expected at most 3.'),
        path: ['meetings', 'counts'],
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });

  test('a condition that is no year and no month is refused', async () => {
    const { errors } = await ask(engine, '{ meetings(filter: { beginsIn: ["2025", "2025-2"] }) { totalCount } }');
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('`beginsIn` has "2025-2"; expected a year such as 2024'),
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });
});
