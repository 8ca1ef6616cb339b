import { beforeEach, describe, expect, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { verify } from '../../../src/record/integrity/verify.ts';
import {
  type Block,
  type ClaimRow,
  type MeetingRow,
  freshDatabase,
  importBlocks,
  queryGraph,
  recordBlocks,
  stateOf,
  snapshotGraph,
} from '../../support/recording.ts';

let database: Database;
beforeEach(async () => {
  database = await freshDatabase();
});

/** A small data set: one meeting with one chair, its time in a claim of its own. */
const dataSet = ({
  meeting = {},
  claims = [],
}: { meeting?: Partial<MeetingRow>; claims?: ClaimRow[] } = {}): Block[] => [
  {
    source: {
      url: 'https://example.org/article',
      title: 'Article',
      kind: 'NEWS_ARTICLE',
      published: { edtf: '2025-02-10' },
      attributionKind: 'NARRATION',
    },
    countries: [{ key: 'country:GB', names: [{ value: 'United Kingdom', lang: 'en' }] }],
    meetings: [
      {
        key: 'meeting:talks',
        kind: 'BILATERAL_MEETING',
        names: [{ value: 'Talks', lang: 'en' }],
        status: 'SCHEDULED',
        time: { edtf: '2025-02-12' },
        participants: [{ key: 'part:talks-gb', actor: 'country:GB', role: 'CHAIR', status: 'PLANNED' }],
        ...meeting,
      },
    ],
    claims,
  },
];

const chairs: ClaimRow = {
  key: 'c001',
  type: 'CHAIRS',
  subject: 'country:GB',
  objects: ['meeting:talks'],
  modality: 'PLANNED',
  text: 'The United Kingdom is to chair the talks.',
};

describe('importing a data set again', () => {
  test('changes no property and not the version of the graph, and says so', async () => {
    await importBlocks(database, 'talks', dataSet({ claims: [chairs] }));
    const before = await snapshotGraph(database);
    const version = await database.version();

    const again = await importBlocks(database, 'talks', dataSet({ claims: [chairs] }));

    expect(again).toMatchObject({ problems: [], created: {}, corrected: 0, retracted: 0, written: false });
    expect(again.unchanged).toBeGreaterThan(0);
    expect(await snapshotGraph(database)).toBe(before);
    expect(await database.version()).toBe(version);
  });

  test('changes nothing if its rows are in another order', async () => {
    const other: ClaimRow = { ...chairs, key: 'c002', type: 'ASSESSMENT', text: 'The talks weigh much.' };
    await importBlocks(database, 'talks', dataSet({ claims: [chairs, other] }));

    expect(await importBlocks(database, 'talks', dataSet({ claims: [other, chairs] }))).toMatchObject({
      written: false,
    });
  });

  test('a dry run reports what would change, and writes nothing', async () => {
    await importBlocks(database, 'talks', dataSet());
    const before = await snapshotGraph(database);
    const version = await database.version();

    const dry = await importBlocks(database, 'talks', dataSet({ meeting: { status: 'HELD' } }), { dryRun: true });

    expect(dry).toMatchObject({ problems: [], corrected: 1, written: false });
    expect(await snapshotGraph(database)).toBe(before);
    expect(await database.version()).toBe(version);
  });
});

describe('an edited data set', () => {
  test('is applied as a difference: the claim of the changed row is corrected, and the correction takes over its key', async () => {
    await importBlocks(database, 'talks', dataSet({ claims: [chairs] }));
    const recorded = await importBlocks(
      database,
      'talks',
      dataSet({ claims: [{ ...chairs, text: 'The UK will chair the talks.', confidence: 80 }] }),
    );

    expect(recorded).toMatchObject({ problems: [], created: {}, corrected: 1, redescribed: 0 });
    const corrected = `MATCH (new:Claim)-[:CORRECTS]->(old:Claim)
      RETURN new.key, new.text, new.reviewState, old.key, old.text, old.reviewState, old.live`;
    expect(await queryGraph(database, corrected)).toEqual([
      [
        'c001',
        'The UK will chair the talks.',
        'ACCEPTED',
        'c001/v1',
        'The United Kingdom is to chair the talks.',
        'CORRECTED',
        false,
      ],
    ]);
    expect(await verify(database)).toEqual([]);
  });

  test('changes the values of facts, and keeps the earlier ones in a revision', async () => {
    await importBlocks(database, 'talks', dataSet());
    await importBlocks(
      database,
      'talks',
      dataSet({ meeting: { status: 'HELD', names: [{ value: 'Talks in Kyiv', lang: 'en' }] } }),
    );

    expect(await stateOf(database, 'meeting:talks')).toMatchObject({
      status: 'HELD',
      names: [{ value: 'Talks in Kyiv' }],
    });
    const revisions = `MATCH (r:Revision)-[:REVISES]->(:Thing {key: 'meeting:talks'})
      RETURN r.version, r.operation, r.by, r.changes ORDER BY r.version`;
    const [first, second] = await queryGraph(database, revisions);
    expect(first).toEqual([1, 'CREATE', 'test', null]);
    expect(second).toMatchObject([2, 'UPDATE', 'test', expect.anything()]);
    expect(JSON.parse(second![3] as string)).toMatchObject({ status: { before: 'SCHEDULED', after: 'HELD' } });
  });

  test('relations to a corrected claim also apply to its correction', async () => {
    const other: ClaimRow = {
      ...chairs,
      key: 'c002',
      type: 'ASSESSMENT',
      text: 'An assessment.',
      relations: [{ type: 'QUALIFIES', to: 'c001' }],
    };
    await importBlocks(database, 'talks', dataSet({ claims: [chairs, other] }));
    await importBlocks(database, 'talks', dataSet({ claims: [{ ...chairs, text: 'Edited.' }, other] }));

    const relations = "MATCH (:Claim {key: 'c002'})-[r:RELATES_TO]->(c) RETURN c.key, c.text, r.type ORDER BY c.key";
    expect(await queryGraph(database, relations)).toEqual([
      ['c001', 'Edited.', 'QUALIFIES'],
      ['c001/v1', chairs.text, 'QUALIFIES'],
    ]);
  });

  test('keeps claims of removed rows, unless it prunes', async () => {
    await importBlocks(database, 'talks', dataSet({ claims: [chairs] }));
    const without = dataSet({ meeting: { participants: [] } });

    expect(await importBlocks(database, 'talks', without)).toMatchObject({ retracted: 0, written: false });
    expect(await stateOf(database, 'part:talks-gb')).toMatchObject({ standing: 'ESTABLISHED' });

    expect(await importBlocks(database, 'talks', without, { prune: true })).toMatchObject({
      retracted: 1,
      written: true,
    });
    expect(await stateOf(database, 'part:talks-gb')).toMatchObject({ standing: 'WITHDRAWN', status: 'PLANNED' });
    expect(await queryGraph(database, 'MATCH (:Country)-[r:ATTENDS|CHAIRS]->() RETURN type(r)')).toEqual([]);
    expect(await verify(database)).toEqual([]);
  });

  test('can restore a pruned row', async () => {
    await importBlocks(database, 'talks', dataSet());
    await importBlocks(database, 'talks', dataSet({ meeting: { participants: [] } }), { prune: true });
    const back = await importBlocks(database, 'talks', dataSet());

    expect(back.created).toEqual({ Claim: 1 });
    expect(await stateOf(database, 'part:talks-gb')).toMatchObject({ standing: 'ESTABLISHED', status: 'PLANNED' });
    expect(await verify(database)).toEqual([]);
  });

  test('does not overwrite claims that an analyst has retracted or corrected since', async () => {
    await importBlocks(database, 'talks', dataSet({ claims: [chairs] }));
    await database.write((tx) =>
      tx.run(
        `MATCH (c:Claim {key: 'c001'})
         SET c.reviewState = 'RETRACTED', c.live = false, c.retractedAt = '2025-03-01T00:00:00.000Z', c.retractionReason = 'A slip.'`,
      ),
    );

    expect(await importBlocks(database, 'talks', dataSet({ claims: [chairs] }))).toMatchObject({
      written: false,
      problems: [],
    });
    const edited = await importBlocks(database, 'talks', dataSet({ claims: [{ ...chairs, text: 'Edited.' }] }));
    expect(edited.problems).toEqual([
      {
        code: 'NOT_ALLOWED',
        path: [0, 'claims', 0],
        message: expect.stringContaining('which an analyst has retracted'),
        suggestions: [],
      },
    ]);
  });
});

describe('keys of claims', () => {
  test('are local to their data set: a second c001 becomes other/c001, however often it is imported', async () => {
    await importBlocks(database, 'talks', dataSet({ claims: [chairs] }));
    const other = (text: string): Block[] => [
      {
        source: { url: 'https://example.org/other', title: 'Other', attributionKind: 'NARRATION' },
        claims: [
          { ...chairs, text },
          { ...chairs, key: 'c002', type: 'ASSESSMENT', text: 'More.', relations: [{ type: 'QUALIFIES', to: 'c001' }] },
        ],
      },
    ];
    await importBlocks(database, 'other', other('They say so too.'));
    expect(await importBlocks(database, 'other', other('They say so too.'))).toMatchObject({ written: false });
    await importBlocks(database, 'other', other('They say so indeed.'));

    const claims =
      'MATCH (c:Claim) WHERE c.dataSet IS NOT NULL AND c.localKey STARTS WITH "c0" RETURN c.key, c.text ORDER BY c.key';
    expect(await queryGraph(database, claims)).toEqual([
      ['c001', chairs.text],
      ['c002', 'More.'],
      ['other/c001', 'They say so indeed.'],
      ['other/c001/v1', 'They say so too.'],
    ]);
    const relation = "MATCH (:Claim {key: 'c002'})-[r:RELATES_TO {by: 'SOURCE'}]->(c) WHERE c.live RETURN c.key";
    expect(await queryGraph(database, relation)).toEqual([['other/c001']]);
  });
});

describe('a mutation', () => {
  test('that repeats a claim adds nothing; one with another value adds a claim and corrects none', async () => {
    await recordBlocks(database, dataSet());
    expect(await recordBlocks(database, dataSet())).toMatchObject({ written: false });

    const more = await recordBlocks(database, dataSet({ meeting: { status: 'CANCELLED', participants: [] } }));
    expect(more).toMatchObject({ created: { Claim: 1 }, corrected: 0 });
    expect(await stateOf(database, 'meeting:talks')).toMatchObject({ status: 'CANCELLED' });
  });
});

describe('a row that comes by file and by mutation', () => {
  const both = () => dataSet({ claims: [chairs] });
  const held: MeetingRow = { status: 'HELD' };
  const states = async () =>
    (await queryGraph(database, 'MATCH (c:Claim) RETURN c.key, c.reviewState ORDER BY c.sortKey')).map(String);
  const byFile = (blocks: Block[], options = {}) => importBlocks(database, 'talks', blocks, options);

  test.each<[order: string, first: () => Promise<unknown>, second: () => Promise<unknown>]>([
    ['the file first', () => byFile(both()), () => recordBlocks(database, both())],
    ['the mutation first', () => recordBlocks(database, both()), () => byFile(both())],
  ])('is one claim, whoever says it again: %s', async (_order, first, second) => {
    await first();
    const before = await states();
    expect(await second()).toMatchObject({ problems: [], created: {} });
    expect(await byFile(both())).toMatchObject({ problems: [], written: false });
    expect(await recordBlocks(database, both())).toMatchObject({ problems: [], written: false });
    expect(await states()).toEqual(before);
    expect(before).toHaveLength(2);
    expect(await verify(database)).toEqual([]);
  });

  test('stays as the mutation says it when the file has it otherwise or no longer', async () => {
    await byFile(both());
    await recordBlocks(database, both());
    const before = await states();
    expect(await byFile(dataSet({ meeting: held, claims: [chairs] }))).toMatchObject({
      ...{ created: { Claim: 1 }, corrected: 0, problems: [] },
    });
    expect(await states()).toEqual(expect.arrayContaining(before));
    expect(await byFile(dataSet({ meeting: held }), { prune: true })).toMatchObject({ retracted: 0, problems: [] });
    expect(await states()).toEqual(expect.arrayContaining(before));
    expect(await recordBlocks(database, both())).toMatchObject({ problems: [], written: false });
    expect(await verify(database)).toEqual([]);
  });

  test('is one claim of the file alone if no mutation says it', async () => {
    await byFile(both());
    const edited = dataSet({ meeting: held, claims: [chairs] });
    expect(await byFile(edited, { prune: true })).toMatchObject({ corrected: 1, retracted: 0 });
    expect((await states()).filter((each) => each.endsWith('ACCEPTED'))).toHaveLength(2);
  });
});
