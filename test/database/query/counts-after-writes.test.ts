import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { type GraphQLEnumType } from 'graphql';
import { type Database } from '../../../src/graph/database.ts';
import { createEngine } from '../../../src/query/engine.ts';
import { retractClaimOperation } from '../../../src/record/claims/retract.ts';
import { deleteEntityOperation } from '../../../src/record/identity/delete.ts';
import { mergeEntitiesOperation } from '../../../src/record/identity/merge.ts';
import { restoreEntityOperation } from '../../../src/record/identity/restore.ts';
import { unmergeEntitiesOperation } from '../../../src/record/identity/unmerge.ts';
import { rebuild } from '../../../src/record/integrity/rebuild.ts';
import { dataOf, listening, schema } from '../../support/query.ts';
import { freshDatabase, queryGraph, recordBlocks } from '../../support/recording.ts';
import { runOperation } from '../../support/run-operation.ts';
import { base, blockOf, mergePair, sourceArbitrary } from '../identity/fixtures.ts';

jest.setTimeout(900_000);

const NUM_RUNS = Number(process.env.CHANCERY_TEST_RUNS ?? 3);

/** Meetings counted by each of their dimensions, of several lists, beside how many there are in each. */
const DIMENSIONS = (schema.getType('MeetingDimension') as GraphQLEnumType).getValues().map(({ name }) => name);
const COUNTS = [...DIMENSIONS, 'BODY, COUNTRY, LEVEL']
  .map((by, index) => `c${index}: counts(by: [${by}]) { values count entities { key } }`)
  .join(' ');
const QUESTION = `{
  all: meetings { totalCount ${COUNTS} }
  held: meetings(filter: {statuses: [HELD]}) { totalCount ${COUNTS} }
  ofMinisters: meetings(filter: {participation: {levels: [MINISTER]}, beginsIn: ["2025"]}) { totalCount ${COUNTS} }
  ofGroup: meetings(filter: {body: "org:g1"}) { totalCount ${COUNTS} }
}`;

let database: Database;
beforeAll(async () => {
  database = await freshDatabase();
});

const one = <T>(...values: T[]) => fc.constantFrom(...values);

/** What says something else of the things that meetings rest on. */
const description = fc.oneof(
  fc.record({
    places: fc
      .record({ ref: one('place:l1', 'place:l2'), country: one('country:c1', 'country:c3') })
      .map((row) => [row]),
  }),
  fc.record({
    posts: fc
      .record({ ref: one('post:p1', 'post:p2'), level: one('MINISTER' as const, 'MILITARY_CHIEF' as const) })
      .map((row) => [row]),
  }),
);

/** Does something to the record; it is the so manieth write. */
type Write = (number: number) => Promise<unknown>;

const recorded: fc.Arbitrary<Write> = sourceArbitrary.map(
  (source) => (number) => recordBlocks(database, [blockOf(source, number)]),
);
const described: fc.Arbitrary<Write> = description.map(
  (rows) => (number) =>
    recordBlocks(database, [
      {
        source: { document: `doc:d${number}`, attributionKind: 'OFFICIAL_RECORD' },
        documents: [{ key: `doc:d${number}`, title: `Register ${number}`, kind: 'REPORT', reliability: 'RELIABLE' }],
        ...rows,
      },
    ]),
);
const retracted: fc.Arbitrary<Write> = fc.nat().map((index) => async () => {
  const keys = await keysOf('MATCH (n:Claim) WHERE n.status <> "RETRACTED"');
  if (keys.length > 0) await runOperation(database, retractClaimOperation({ claim: keys[index % keys.length]! }));
});
const merged: fc.Arbitrary<Write> = mergePair.map((pair) => () => runOperation(database, mergeEntitiesOperation(pair)));
const deleted: fc.Arbitrary<Write> = one('meeting:m1', 'meeting:m2', 'place:l1', 'org:g1').map((ref) => async () => {
  const [row] = await queryGraph(database, 'MATCH (n:Thing {key: $ref}) RETURN n.version', { ref });
  if (row) await runOperation(database, deleteEntityOperation({ ref, expectedVersion: row[0] as number }));
});
const broughtBack: fc.Arbitrary<Write> = fc.constant(async () => {
  for (const [id, isMerged] of await queryGraph(
    database,
    'MATCH (n:Tombstone) RETURN n.id, EXISTS { (n)-[:MERGED_INTO]->() } ORDER BY n.id',
  )) {
    const operation = isMerged
      ? unmergeEntitiesOperation({ merged: id as string })
      : restoreEntityOperation({ id: id as string });
    await runOperation(database, operation);
  }
});
const repaired: fc.Arbitrary<Write> = fc.constant(async () => {
  await database.write((tx) => tx.rows("MATCH (n:Meeting) SET n.kind = 'OTHER'"));
  await rebuild(database);
});

const keysOf = async (match: string): Promise<string[]> =>
  (await queryGraph(database, `${match} RETURN n.key ORDER BY n.key`)).map(([key]) => key as string);

const writes = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: recorded },
    { weight: 3, arbitrary: described },
    { weight: 3, arbitrary: retracted },
    { weight: 1, arbitrary: merged },
    { weight: 1, arbitrary: deleted },
    { weight: 1, arbitrary: broughtBack },
    { weight: 1, arbitrary: repaired },
  ),
  { minLength: 8, maxLength: 12 },
);

/** Finds all meetings, to read what they are grouped by. */
const READS_ALL = 'MATCH (n:Meeting) RETURN id(n)';

describe('counts after a write', () => {
  test('are the same as those of a server that has just started, whatever was written, and mostly without reading all again', async () => {
    const { database: heard, sent } = listening(database);
    const lasting = createEngine({ schema, database: heard });
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(writes, async (all) => {
        await freshDatabase();
        expect((await recordBlocks(database, [base])).problems).toEqual([]);
        for (const [index, write] of all.entries()) {
          await write(index + 1);
          const counted = await dataOf(lasting, QUESTION);
          expect(counted).toEqual(await dataOf(createEngine({ schema, database }), QUESTION));
          asked++;
        }
      }),
      { numRuns: NUM_RUNS, seed: 20, endOnFailure: true },
    );
    const readAll = sent.filter(({ cypher }) => cypher === READS_ALL).length;
    expect(readAll).toBeGreaterThan(NUM_RUNS);
    expect(readAll).toBeLessThan(asked * 0.6);
  });

  test('are of the same state as the number of all beside them, when a write falls between', async () => {
    await freshDatabase();
    await recordBlocks(database, [base]);
    let written = 0;
    /** Records a meeting as soon as the nodes of the list are found. */
    const interrupt = async (rows: unknown[][], cypher: string) => {
      if (!cypher.includes('collect(id(') || written > 0) return rows;
      written++;
      await recordBlocks(database, [
        {
          source: { document: 'doc:register', attributionKind: 'OFFICIAL_RECORD' },
          meetings: [
            { key: 'meeting:later', kind: 'VISIT', names: [{ value: 'A visit', lang: 'en' }], status: 'HELD' },
          ],
        },
      ]);
      return rows;
    };
    const interrupted: Database = {
      ...database,
      queryRows: async (statement, ...others) =>
        interrupt(await database.queryRows(statement, ...others), statement.cypher),
      read: (work, options) =>
        database.read(
          (tx) =>
            work({ ...tx, rows: async (cypher, parameters) => interrupt(await tx.rows(cypher, parameters), cypher) }),
          options,
        ),
    };
    const { meetings } = await dataOf<{ meetings: { totalCount: number; counts: { count: number }[] } }>(
      createEngine({ schema, database: interrupted }),
      '{ meetings { totalCount counts(by: []) { count } } }',
    );
    expect(written).toBe(1);
    expect(meetings).toEqual({ totalCount: 4, counts: [{ count: 4 }] });
  });
});
