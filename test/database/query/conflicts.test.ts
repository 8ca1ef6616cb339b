import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { type Engine, createEngine } from '../../../src/query/engine.ts';
import { articleGraph } from '../../support/article.ts';
import { dataOf, schema } from '../../support/query.ts';

// A database that plans each statement for the first time takes its time on a busy machine.
jest.setTimeout(120_000);

interface Listed {
  totalCount: number;
  nodes: { slot: string; follows: { key: string } | null; rule: string | null; claims: { key: string }[] }[];
}

let database: Database;
let engine: Engine;
beforeAll(async () => {
  database = await articleGraph();
  engine = createEngine({ schema, database });
}, 180_000);

const conflicts = async (filter: object | null = null): Promise<Listed> => {
  const query = `query ($filter: ClaimFilter) {
    conflicts(filter: $filter, first: 100) { totalCount nodes { slot rule follows { key } claims { key } } }
  }`;
  return (await dataOf<{ conflicts: Listed }>(engine, query, { filter })).conflicts;
};
const pairs = ({ nodes }: Listed) => nodes.map(({ claims }) => claims.map(({ key }) => key));

describe('conflicts', () => {
  test('are listed, each once', async () => {
    const stored = await database.read((tx) => tx.rows('MATCH (x:Conflict) RETURN x.slot ORDER BY x.sortKey'));
    const listed = await conflicts();
    expect(stored.length).toBeGreaterThan(2);
    expect(listed.totalCount).toBe(stored.length);
    expect(listed.nodes.map(({ slot }) => slot)).toEqual(stored.flat());
    expect(pairs(listed)).toEqual(expect.arrayContaining([['c010', 'c041']]));
  });

  test('match if one of their claims does, and are shown with all claims', async () => {
    expect(pairs(await conflicts({ about: 'country:GB', types: ['LEADS'] }))).toEqual(
      pairs(await conflicts()).filter((keys) => keys.some((key) => ['c002', 'c043'].includes(key))),
    );
    expect((await conflicts({ document: 'doc:article' })).totalCount).toBe((await conflicts()).totalCount);
  });

  test('match only if one claim meets all conditions', async () => {
    const all = await conflicts({ reviewStates: null });
    expect(all.totalCount).toBe((await conflicts()).totalCount);
    expect(await conflicts({ reviewStates: ['RETRACTED'] })).toEqual({ totalCount: 0, nodes: [] });
    expect(await conflicts({ about: 'country:XX' })).toEqual({ totalCount: 0, nodes: [] });
  });
});

test('every write increases the version of the graph', async () => {
  const version = async () => Number((await dataOf<{ graphVersion: string }>(engine, '{ graphVersion }')).graphVersion);
  const before = await version();
  expect(await version()).toBe(before);
  await database.write((tx) => tx.run('RETURN 1'));
  expect(await version()).toBe(before + 1);
});
