import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Engine, createEngine } from '../../../src/query/engine.ts';
import { articleGraph } from '../../support/article.ts';
import { dataOf, schema } from '../../support/query.ts';

/** Ways to things in the article's graph; what the article itself must answer is in test/http/article.test.ts. */
let engine: Engine;
beforeAll(async () => {
  engine = createEngine({ schema, database: await articleGraph() });
});

const ask = <T>(query: string, variables?: Record<string, unknown>) => dataOf<T>(engine, query, variables);

describe('search', () => {
  test('has a score for each hit, best first', async () => {
    const query = '{ search(text: "Zelenskyy defence") { edges { score matched node { key } } } }';
    const { search } = await ask<{ search: { edges: { score: number; matched: string }[] } }>(query);
    const scores = search.edges.map(({ score }) => score);
    expect(scores.length).toBeGreaterThan(1);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    for (const { matched } of search.edges) expect(matched).toMatch(/zelensk|defen[cs]e/i);
  });

  test('can be restricted to types, shows names in the requested language, and has pages', async () => {
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

  test.each(['', '  ', '&&', '(*:*)'])('%j finds nothing, and is not an error', async (text) => {
    const query = 'query ($text: String!) { search(text: $text) { totalCount nodes { key } } }';
    expect(await ask(query, { text })).toEqual({ search: { totalCount: 0, nodes: [] } });
  });
});

describe('a reference', () => {
  test('is a key or an id, in a root field and in a filter', async () => {
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

  test('to nothing, or to a node of another type, gives null or an empty list', async () => {
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

  test('can be filtered by the time of their last change', async () => {
    const query = 'query ($at: DateTime) { meetings(filter: {updatedSince: $at}) { totalCount } }';
    expect(await ask(query, { at: '2020-01-01T00:00:00Z' })).toEqual({ meetings: { totalCount: 7 } });
    expect(await ask(query, { at: '2999-01-01T00:00:00+02:00' })).toEqual({ meetings: { totalCount: 0 } });
  });
});
