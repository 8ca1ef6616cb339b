import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Engine, createEngine } from '../../../src/query/engine.ts';
import { articleGraph } from '../../support/article.ts';
import { dataOf, schema } from '../../support/query.ts';

let engine: Engine;
beforeAll(async () => {
  engine = createEngine({ schema, database: await articleGraph() });
}, 180_000);

/** On whose word claim c045 rests: somebody unnamed, and three media that pass it on. */
async function agents(selection: string, fragments = '') {
  const query = `{ claim(ref: "c045") { attribution { agent { ${selection} } } } } ${fragments}`;
  const { claim } = await dataOf<{ claim: { attribution: { agent: object }[] } }>(engine, query);
  return claim.attribution.map(({ agent }) => agent);
}

describe('of a union, each thing answers', () => {
  test('what is asked of its own type', async () => {
    const [somebody, first] = await agents(
      '__typename ... on Organization { kind } ... on AnonymousSource { plural } ... on Country { version }',
    );
    expect(somebody).toEqual({ __typename: 'AnonymousSource', plural: false });
    expect(first).toEqual({ __typename: 'Organization', kind: 'MEDIA' });
  });

  test('nothing where nothing is asked of its type', async () => {
    expect(await agents('... on Official { key }')).toEqual([{}, {}, {}, {}]);
  });

  test('what is asked of an interface that its type has, or of the union itself', async () => {
    const [somebody, first] = await agents(
      '...Any',
      'fragment Any on Source { ... on Node { key } ... on Actor { name } ... on Entity { __typename } }',
    );
    expect(somebody).toEqual({ key: expect.stringMatching(/^anon:/) as unknown });
    expect(first).toEqual({
      key: expect.any(String) as unknown,
      name: expect.any(String) as unknown,
      __typename: 'Organization',
    });
  });

  test('fields of several conditions in the order in which they are met', async () => {
    const [somebody] = await agents(
      '... on Node { b: key } ... on AnonymousSource { a: plural b: key } ... on Source { __typename }',
    );
    expect(Object.keys(somebody!)).toEqual(['b', 'a', '__typename']);
  });
});

test('an item of a list may be null where the list says so: a mode that nobody told, and what is no entity', async () => {
  const counted = async (list: string) => {
    const query = `{ list: ${list} { counts(by: [BODY, MODE]) { values entities { key } } } }`;
    return (await dataOf<{ list: { counts: { values: (string | null)[]; entities: unknown[] }[] } }>(engine, query))
      .list.counts;
  };
  const body = { key: 'org:udcg' };
  expect(await counted('meetings')).toContainEqual({ values: ['org:udcg', null], entities: [body, null] });
  expect(await counted('meetings')).toContainEqual({ values: [null, null], entities: [null, null] });
});

test('a Float is a number as it was given, with or without decimals', async () => {
  const query = '{ entity(ref: "place:ramstein-air-base") { ... on Place { latitude longitude } } }';
  expect(await dataOf(engine, query)).toEqual({ entity: { latitude: 49.44, longitude: 7.6 } });
});
