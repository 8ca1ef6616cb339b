import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Engine, createEngine } from '../../../src/query/engine.ts';
import { articleGraph } from '../../support/article.ts';
import { dataOf, schema } from '../../support/query.ts';

/** What an import of the article must answer: the acceptance list of its coding. */
let engine: Engine;
beforeAll(async () => {
  engine = createEngine({ schema, database: await articleGraph() });
});

const ask = <T>(query: string, variables?: Record<string, unknown>) => dataOf<T>(engine, query, variables);

/** The keys of what a root field lists. */
async function keys(field: string): Promise<string[]> {
  const { list } = await ask<{ list: { nodes: { key: string }[] } }>(`{ list: ${field} { nodes { key } } }`);
  return list.nodes.map(({ key }) => key);
}

test('who chairs the 26th meeting, and on whose word', async () => {
  const query = `{ meeting(ref: "meeting:udcg-26") { ordinal status time { edtf }
    chairs { actor { key } status claims { attributionKind evidence { paragraph } } } } }`;
  expect(await ask(query)).toEqual({
    meeting: {
      ordinal: 26,
      status: 'SCHEDULED',
      time: { edtf: '2025-02-12' },
      chairs: [
        {
          actor: { key: 'country:GB' },
          status: 'PLANNED',
          claims: [
            { attributionKind: 'NARRATION', evidence: [{ paragraph: 'H' }, { paragraph: '1' }, { paragraph: '8' }] },
            { attributionKind: 'NARRATION', evidence: [{ paragraph: '1' }] },
          ],
        },
        {
          actor: { key: 'official:john-healey' },
          status: 'INVITED',
          claims: [{ attributionKind: 'MEDIA_REPORT', evidence: [{ paragraph: '9' }] }],
        },
      ],
    },
  });
});

test('how much the article brought', async () => {
  const { document } = await ask<{ document: { counts: { typeName: string; count: number }[] } }>(
    '{ document(ref: "doc:article") { counts { typeName count } } }',
  );
  expect(document.counts.map(({ typeName, count }) => `${typeName} ${count}`)).toEqual([
    ...['Entity 81', 'Country 8', 'Organization 16', 'Place 7', 'Post 8', 'Topic 18', 'Official 8', 'Meeting 7'],
    ...['Development 3', 'Document 4', 'AnonymousSource 2'],
    ...['Participation 15', 'Tenure 8', 'Membership 3', 'Statement 9', 'Claim 69'],
  ]);
});

test.each([
  ['rest on an anonymous source', 'attributionKinds: [ANONYMOUS, ANONYMOUS_VIA_MEDIA]', 'c008 c009 c010 c011 c045'],
  ['are only alleged', 'statuses: [ALLEGED]', 'c010 c011 c041 c043 c045'],
  ['are undetermined', 'statuses: [UNDETERMINED]', 'c013 c014'],
  ['are negative', 'polarity: NEGATIVE', 'c049'],
])('claims that %s', async (_, filter, expected) => {
  expect(await keys(`claims(filter: {${filter}})`)).toEqual(expected.split(' '));
});

test.each([
  ['OCCURRED', 26],
  ['ONGOING', 20],
  ['PLANNED', 15],
  ['EXPECTED', 1],
  ['ALLEGED', 5],
  ['UNDETERMINED', 2],
])('claims that are %s: %i', async (status, count) => {
  const query = 'query ($is: [ClaimStatus!]) { claims(filter: {statuses: $is}) { totalCount } }';
  expect(await ask(query, { is: [status] })).toEqual({ claims: { totalCount: count } });
});

test('events certainly inside January and February 2025, in order', async () => {
  expect(await keys('events(time: {from: "2025-01-01", to: "2025-02-28", match: CERTAINLY})')).toEqual([
    'meeting:call-hegseth-healey',
    'meeting:press-conference-lammy-sybiha',
    'meeting:visit-lammy-kyiv',
    'meeting:udcg-26',
    'meeting:msc-2025',
    'development:us-peace-plan-release',
  ]);
});

test('events on 26 April 2022: possibly three, certainly none', async () => {
  const on = 'from: "2022-04-26", to: "2022-04-26"';
  expect((await keys(`events(time: {${on}})`)).sort()).toEqual([
    'development:russia-full-scale-invasion',
    'meeting:udcg-1',
    'meeting:uk-us-talks-udcg-chair',
  ]);
  expect(await keys(`events(time: {${on}, match: CERTAINLY})`)).toEqual([]);
});

test('who held the post: observed then, unknown before', async () => {
  const query = `query ($on: Date!) { post(ref: "post:us-defense-secretary") { holders(on: $on) { key certainty(on: $on) } } }`;
  expect(await ask(query, { on: '2025-02-08' })).toEqual({
    post: { holders: [{ key: 'tenure:hegseth-defense-secretary', certainty: 'OBSERVED' }] },
  });
  expect(await ask(query, { on: '2023-01-01' })).toEqual({ post: { holders: [] } });
});

test('the conflicts inside the article', async () => {
  const query =
    '{ claims(first: 100) { nodes { key relations { type claim { key } } subject { ... on Entity { conflicts { claims { key } } } } } } }';
  const { claims } = await ask<{ claims: { nodes: { subject: { conflicts?: { claims: { key: string }[] }[] } }[] } }>(
    query,
  );
  const found = claims.nodes.flatMap(({ subject }) => subject.conflicts ?? []);
  const pairs = new Set(found.map((conflict) => conflict.claims.map(({ key }) => key).join(' ')));
  for (const pair of ['c002 c043', 'c010 c041', 'c013 c014']) expect(pairs).toContain(pair);
});

describe('search', () => {
  test.each([
    ['澤倫斯基', 'official:volodymyr-zelenskyy'],
    ['Zelenskyy', 'official:volodymyr-zelenskyy'],
    ['zelensky', 'official:volodymyr-zelenskyy'],
    ['VolodymyrZelenskyy', 'official:volodymyr-zelenskyy'],
    ['范斯', 'official:jd-vance'],
    ['范', 'official:jd-vance'],
    ['希利', 'official:john-healey'],
    ['北約', 'org:nato'],
    ['Ramstein', 'place:ramstein-air-base'],
  ])('%s leads to %s first', async (text, key) => {
    const query = 'query ($text: String!) { search(text: $text) { edges { score node { key } } } }';
    const { search } = await ask<{ search: { edges: { score: number; node: { key: string } }[] } }>(query, { text });
    expect(search.edges[0]?.node.key).toBe(key);
    expect(search.edges.map(({ score }) => score)).toEqual(
      search.edges.map(({ score }) => score).sort((a, b) => b - a),
    );
  });

  test('can be narrowed to types, shows names in the language asked for, and goes on page by page', async () => {
    const query = `query ($after: String, $types: [EntityType!]) {
      search(text: "defence", types: $types, first: 2, after: $after) {
        totalCount pageInfo { hasNextPage hasPreviousPage endCursor } nodes { __typename key }
      }
    }`;
    type Found = {
      search: {
        totalCount: number;
        pageInfo: { hasNextPage: boolean; endCursor: string };
        nodes: { __typename: string; key: string }[];
      };
    };
    const first = (await ask<Found>(query)).search;
    const second = (await ask<Found>(query, { after: first.pageInfo.endCursor })).search;
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(second.pageInfo).toMatchObject({ hasPreviousPage: true });
    expect(first.nodes.map(({ key }) => key)).not.toEqual(expect.arrayContaining(second.nodes.map(({ key }) => key)));
    const posts = (await ask<Found>(query, { types: ['POST'] })).search;
    expect(new Set(posts.nodes.map(({ __typename }) => __typename))).toEqual(new Set(['Post']));
    expect(posts.totalCount).toBeLessThan(first.totalCount);
  });

  test.each(['', '  ', '&&', '(*:*)'])('%j finds nothing, and is no error', async (text) => {
    const query = 'query ($text: String!) { search(text: $text) { totalCount nodes { key } } }';
    expect(await ask(query, { text })).toEqual({ search: { totalCount: 0, nodes: [] } });
  });
});

describe('a reference', () => {
  test('is a key or an id, for a thing and in a filter', async () => {
    const { country } = await ask<{ country: { id: string } }>('{ country(ref: "country:GB") { id } }');
    const query = `query ($ref: Ref!) { country(ref: $ref) { key } entity(ref: $ref) { key }
      claims(filter: {about: $ref}) { totalCount } }`;
    const byId = await ask<{ claims: { totalCount: number } }>(query, { ref: country.id });
    expect(byId).toMatchObject({ country: { key: 'country:GB' }, entity: { key: 'country:GB' } });
    expect(byId).toEqual(await ask(query, { ref: 'country:GB' }));
    expect(byId.claims.totalCount).toBeGreaterThan(0);
    expect(await ask('query ($id: ID!) { node(id: $id) { key __typename } }', { id: country.id })).toEqual({
      node: { key: 'country:GB', __typename: 'Country' },
    });
  });

  test('to nothing, or to a thing of another type, is null or leaves a list empty', async () => {
    const query = `{ country(ref: "country:XX") { key } meeting(ref: "country:GB") { key } entity(ref: "c001") { key }
      node(id: "country:GB") { key } claims(filter: {about: "country:XX"}) { totalCount nodes { key } } }`;
    expect(await ask(query)).toEqual({
      country: null,
      meeting: null,
      entity: null,
      node: null,
      claims: { totalCount: 0, nodes: [] },
    });
  });
});

describe('meetings of an actor', () => {
  test.each([
    [
      'official(ref: "official:john-healey") { meetings',
      ['meeting:msc-2025', 'meeting:udcg-26', 'meeting:call-hegseth-healey'],
    ],
    ['official(ref: "official:john-healey") { meetings(roles: [CHAIR])', ['meeting:udcg-26']],
    ['official(ref: "official:john-healey") { meetings(statuses: [ATTENDED])', ['meeting:call-hegseth-healey']],
    ['official(ref: "official:john-healey") { meetings(roles: [CHAIR], statuses: [ATTENDED])', []],
    // Nobody but its president, who is to come on its behalf, and its minister.
    ['country(ref: "country:UA") { meetings', ['meeting:press-conference-lammy-sybiha', 'meeting:msc-2025']],
    ['organization(ref: "org:udcg") { meetings', ['meeting:udcg-26', 'meeting:udcg-1']],
  ])('%s }', async (field, expected) => {
    const data = await ask<Record<string, { meetings: { nodes: { key: string }[] } }>>(
      `{ ${field} { nodes { key } } } }`,
    );
    const found = Object.values(data).flatMap(({ meetings }) => meetings.nodes.map(({ key }) => key));
    expect(found).toEqual(expected);
  });

  test('are those changed since', async () => {
    const query = 'query ($at: DateTime) { meetings(filter: {updatedSince: $at}) { totalCount } }';
    expect(await ask(query, { at: '2020-01-01T00:00:00Z' })).toEqual({ meetings: { totalCount: 7 } });
    expect(await ask(query, { at: '2999-01-01T00:00:00+02:00' })).toEqual({ meetings: { totalCount: 0 } });
  });
});
