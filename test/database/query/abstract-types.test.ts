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

describe('a field of a union type', () => {
  test('has the fields selected for the type of the node', async () => {
    const [somebody, first] = await agents(
      '__typename ... on Organization { kind } ... on AnonymousSource { plural } ... on Country { version }',
    );
    expect(somebody).toEqual({ __typename: 'AnonymousSource', plural: false });
    expect(first).toEqual({ __typename: 'Organization', kind: 'MEDIA' });
  });

  test('has no fields if none are selected for its type', async () => {
    expect(await agents('... on Official { key }')).toEqual([{}, {}, {}, {}]);
  });

  test('has the fields selected for an interface of its type, or for the union itself', async () => {
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

  test('has fields of several type conditions in document order', async () => {
    const [somebody] = await agents(
      '... on Node { b: key } ... on AnonymousSource { a: plural b: key } ... on Source { __typename }',
    );
    expect(Object.keys(somebody!)).toEqual(['b', 'a', '__typename']);
  });
});

test('an item of a list of nullable items may be null: an unknown mode, and a dimension that is not an entity', async () => {
  const counted = async (list: string) => {
    const query = `{ list: ${list} { counts(by: [BODY, MODE]) { values entities { key } } } }`;
    return (await dataOf<{ list: { counts: { values: (string | null)[]; entities: unknown[] }[] } }>(engine, query))
      .list.counts;
  };
  const body = { key: 'org:udcg' };
  expect(await counted('meetings')).toContainEqual({ values: ['org:udcg', null], entities: [body, null] });
  expect(await counted('meetings')).toContainEqual({ values: [null, null], entities: [null, null] });
});

test('a Float is returned as it was given, with or without decimals', async () => {
  const query = '{ entity(ref: "place:ramstein-air-base") { ... on Place { latitude longitude } } }';
  expect(await dataOf(engine, query)).toEqual({ entity: { latitude: 49.44, longitude: 7.6 } });
});
