import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { createEngine } from '../../../src/query/engine.ts';
import { warmUpDocument, createWarmUpReader } from '../../../src/query/tiers/warm-up.ts';
import { readRootsBatched } from '../../../src/query/tiers/tiered-reader.ts';
import { articleGraph } from '../../support/article.ts';
import { type Sent, dataOf, listening, schema } from '../../support/query.ts';

// That answers are the same, whichever tier they come from, is for test/differential.

// A database that plans each statement for the first time takes its time on a busy machine.
jest.setTimeout(120_000);

let database: Database;
let sent: Sent[];
beforeAll(async () => {
  ({ database, sent } = listening(await articleGraph()));
}, 180_000);

/** The statements by which a query is answered level by level. */
async function levelsOf(query: string): Promise<Sent[]> {
  sent.length = 0;
  await dataOf(createEngine({ schema, database, read: readRootsBatched }), query);
  return [...sent];
}
const textsOf = async (query: string) => (await levelsOf(query)).map(({ cypher }) => cypher);

const NESTED = `{ meeting(ref: "meeting:udcg-26") { key body { key } participations(first: 5) { nodes {
  role actor { __typename ... on Official { key country { name } } } claims { key evidence { paragraph document { title } } } } } } }`;

describe('reading level by level', () => {
  test('sends the same statements whichever properties are asked for', async () => {
    const some = '{ meeting(ref: "meeting:udcg-26") { key chairs { role actor { key } } } }';
    const others =
      '{ meeting(ref: "meeting:udcg-26") { status time { edtf } chairs { key note actor { __typename } } } }';
    expect(await textsOf(some)).toEqual(await textsOf(others));
  });

  test('asks once for each thing, however often it occurs', async () => {
    const statements = await levelsOf(
      '{ claims(first: 50) { nodes { evidence { document { publisher { key } } } } } }',
    );
    const { parents } = statements.at(-1)!.parameters.level as { parents: string[] };
    expect(new Set(parents).size).toBe(parents.length);
    expect(parents.length).toBeLessThan(50);
  });

  test('meets only statements that have been rehearsed', async () => {
    sent.length = 0;
    await createEngine({ schema, database, read: createWarmUpReader(() => Promise.resolve()) }).execute({
      document: warmUpDocument(schema),
    });
    const rehearsed = sent.map(({ cypher }) => cypher);
    expect(new Set(rehearsed).size).toBe(rehearsed.length);
    expect(rehearsed).toEqual(expect.arrayContaining(await textsOf(NESTED)));
  });
});
