import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Engine, createEngine } from '../../../src/query/engine.ts';
import { articleGraph } from '../../support/article.ts';
import { dataOf, schema } from '../../support/query.ts';

// A database that plans each statement for the first time takes its time on a busy machine.
jest.setTimeout(120_000);

let engine: Engine;
beforeAll(async () => {
  engine = createEngine({ schema, database: await articleGraph() });
}, 180_000);

describe('an external id', () => {
  const find = async (scheme: string, value: string) => {
    const query = `query ($scheme: String!, $value: String!) {
      entityByExternalId(scheme: $scheme, value: $value) { __typename key name ... on Country { posts { key } } }
    }`;
    const data = await dataOf<{ entityByExternalId: object | null }>(engine, query, { scheme, value });
    return data.entityByExternalId;
  };

  test.each([
    ['ISO3166_1_ALPHA2', 'GB'],
    ['ISO 3166-1 alpha-2', 'GB'],
    ['iso3166-1 alpha-3', 'GBR'],
    ['UN M49', '826'],
    ['wikidata', 'Q145'],
    ['WIKIDATA', 'http://www.wikidata.org/entity/q145'],
  ])('%s %s is the United Kingdom', async (scheme, value) => {
    expect(await find(scheme, value)).toMatchObject({ __typename: 'Country', key: 'country:GB' });
  });

  test('a number without its zeros is the same code', async () => {
    expect(await find('UN_M49', '56')).toMatchObject({ key: 'country:BE' });
  });

  test.each([
    ['UN_M49', '5056'],
    ['UN_M49', ''],
    ['NO_SUCH', 'GB'],
    ["' OR 1=1", '*'],
  ])('%s %j finds nothing', async (scheme, value) => {
    expect(await find(scheme, value)).toBeNull();
  });
});

describe('a list of entities', () => {
  const list = async (variables: { types?: string[]; refs?: string[] }) => {
    const query = `query ($types: [EntityType!], $refs: [Ref!]) {
      entities(types: $types, refs: $refs, first: 100) { totalCount nodes { __typename key } }
    }`;
    const { entities } = await dataOf<{ entities: { totalCount: number; nodes: { key: string }[] } }>(
      engine,
      query,
      variables,
    );
    expect(entities.nodes).toHaveLength(entities.totalCount);
    return entities.nodes.map(({ key }) => key);
  };

  test('has all entities, sorted by key', async () => {
    const keys = await list({});
    expect(keys).toContain('meeting:udcg-26');
    expect(keys).toContain('topic:udcg-chair');
    expect(keys).not.toContain('c001');
    expect(keys.map((key) => key.split(':')[0])).toEqual(keys.map((key) => key.split(':')[0]).sort());
  });

  test('can be filtered by type', async () => {
    const keys = await list({ types: ['COUNTRY', 'PLACE'] });
    expect(new Set(keys.map((key) => key.split(':')[0]))).toEqual(new Set(['country', 'place']));
  });

  test('by references of any form, each entity once; others are left out', async () => {
    const [{ id }] = (await dataOf<{ entities: { nodes: [{ id: string }] } }>(
      engine,
      '{ entities(refs: ["org:udcg"]) { nodes { id } } }',
    ).then(({ entities }) => entities.nodes)) as [{ id: string }];
    const refs = ['meeting:udcg-26', id, 'org:udcg', 'country:GB', 'country:XX', 'c001', 'doc:article'];
    expect(await list({ refs })).toEqual(['country:GB', 'meeting:udcg-26', 'org:udcg']);
  });

  test('by type and reference has those that match both', async () => {
    expect(await list({ refs: ['org:udcg', 'country:GB'], types: ['ORGANIZATION'] })).toEqual(['org:udcg']);
    expect(await list({ refs: [], types: ['ORGANIZATION'] })).toEqual([]);
    expect(await list({ types: [] })).toEqual([]);
  });
});
