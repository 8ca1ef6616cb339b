import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { createEngine } from '../../../src/query/engine.ts';
import { warmUpDocument, createWarmUpReader } from '../../../src/query/tiers/warm-up.ts';
import { readRootsBatched } from '../../../src/query/tiers/tiered-reader.ts';
import { articleGraph } from '../../support/article.ts';
import { type Sent, dataOf, listening, schema } from '../../support/query.ts';

// test/differential checks that both tiers give the same responses.

// Planning each statement for the first time is slow on a busy machine.
jest.setTimeout(120_000);

let database: Database;
let sent: Sent[];
beforeAll(async () => {
  ({ database, sent } = listening(await articleGraph()));
}, 180_000);

/** The static statements that read a query. */
async function batchesOf(query: string): Promise<Sent[]> {
  sent.length = 0;
  await dataOf(createEngine({ schema, database, read: readRootsBatched }), query);
  return [...sent];
}
const textsOf = async (query: string) => (await batchesOf(query)).map(({ cypher }) => cypher);

const NESTED = `{ meeting(ref: "meeting:udcg-26") { key body { key } participations(first: 5) { nodes {
  role actor { __typename ... on Official { key country { name } } } claims { key evidence { paragraph document { title } } } } } } }`;

describe('the batched reader', () => {
  test('sends the same statements whatever properties are selected', async () => {
    const some = '{ meeting(ref: "meeting:udcg-26") { key chairs { role actor { key } } } }';
    const others =
      '{ meeting(ref: "meeting:udcg-26") { status time { edtf } chairs { key note actor { __typename } } } }';
    expect(await textsOf(some)).toEqual(await textsOf(others));
  });

  test('reads each node once, however often it occurs', async () => {
    const statements = await batchesOf(
      '{ claims(first: 50) { nodes { evidence { document { publisher { key } } } } } }',
    );
    const { parents } = statements.at(-1)!.parameters.batch as { parents: string[] };
    expect(new Set(parents).size).toBe(parents.length);
    expect(parents.length).toBeLessThan(50);
  });

  test('sends only statements that the warm-up has sent', async () => {
    sent.length = 0;
    await createEngine({ schema, database, read: createWarmUpReader(() => Promise.resolve()) }).execute({
      document: warmUpDocument(schema),
    });
    const warmedUp = sent.map(({ cypher }) => cypher);
    expect(new Set(warmedUp).size).toBe(warmedUp.length);
    expect(warmedUp).toEqual(expect.arrayContaining(await textsOf(NESTED)));
  });
});
