import { beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type Database } from '../../../src/graph/database.ts';
import { type Engine, createEngine } from '../../../src/query/engine.ts';
import { articleGraph } from '../../support/article.ts';
import { dataOf, schema } from '../../support/query.ts';

let engine: Engine;
let database: Database;
const former = randomUUID();
const deleted = randomUUID();

beforeAll(async () => {
  database = await articleGraph();
  engine = createEngine({ schema, database });
  // What merging two officials into one, and deleting a third, leave behind (docs/graph.md, "Identity").
  await database.write((tx) =>
    tx.run(
      `MATCH (kept:Official {key: 'official:john-healey'}) SET kept.formerIds = [$former]
       CREATE (:Tombstone {id: $former, key: 'official:j-healey'})-[:MERGED_INTO]->(kept)
       CREATE (:Tombstone {id: $deleted, key: 'official:nobody'})`,
      { former, deleted },
    ),
  );
}, 180_000);

describe('the id of a merged node', () => {
  test('finds the kept node', async () => {
    const query = `query ($id: ID!, $ref: Ref!) {
      node(id: $id) { key } entity(ref: $ref) { key formerIds } official(ref: $ref) { key } country(ref: $ref) { key }
    }`;
    const kept = { key: 'official:john-healey' };
    expect(await dataOf(engine, query, { id: former, ref: former })).toEqual({
      node: kept,
      entity: { ...kept, formerIds: [former] },
      official: kept,
      country: null,
    });
  });

  test('finds it beside other root fields, all from one state of the graph', async () => {
    const query = `query ($ref: Ref!) {
      a: official(ref: $ref) { name } b: official(ref: "official:j-healey") { name }
      c: country(ref: "country:GB") { key } d: country(ref: "country:nowhere") { key } e: claims { totalCount }
    }`;
    const answer = await dataOf<Record<string, unknown>>(engine, query, { ref: former });
    expect(answer).toEqual({
      a: { name: 'John Healey' },
      b: { name: 'John Healey' },
      c: { key: 'country:GB' },
      d: null,
      e: { totalCount: 69 },
    });
  });

  test('works the same in a filter', async () => {
    const query = `query ($ref: Ref!) { claims(filter: {about: $ref}) { totalCount }
      participations(filter: {actors: [$ref]}) { nodes { key } } }`;
    const now = await dataOf(engine, query, { ref: 'official:john-healey' });
    expect(await dataOf(engine, query, { ref: former })).toEqual(now);
    expect(now).not.toMatchObject({ participations: { nodes: [] } });
  });
});

test('a key, current or former, finds nothing where an id is expected', async () => {
  const query = '{ a: node(id: "official:john-healey") { key } b: node(id: "official:j-healey") { key } }';
  expect(await dataOf(engine, query)).toEqual({ a: null, b: null });
});

test('the id of a deleted node finds nothing', async () => {
  const query = 'query ($id: ID!, $ref: Ref!) { node(id: $id) { key } official(ref: $ref) { key } }';
  expect(await dataOf(engine, query, { id: deleted, ref: deleted })).toEqual({ node: null, official: null });
});
