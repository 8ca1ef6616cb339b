import { beforeEach, describe, expect, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { deleteEntityOperation } from '../../../src/record/identity/delete.ts';
import { restoreEntityOperation } from '../../../src/record/identity/restore.ts';
import { verify } from '../../../src/record/integrity/verify.ts';
import { runOperation } from '../../support/run-operation.ts';
import { freshDatabase, importBlocks, queryGraph, stateOf } from '../../support/recording.ts';
import { base, differenceOf, linesOfGraph } from './fixtures.ts';

/** An official who took part, held a post and was quoted; another whose word a claim about the meeting rests on. */
const told = {
  source: { document: 'doc:d', attributionKind: 'NARRATION' as const },
  documents: [{ key: 'doc:d', title: 'D', kind: 'REPORT' as const, published: { edtf: '2025-02-01' } }],
  tenures: [{ official: 'official:o1', post: 'post:p1', status: 'CURRENT' as const }],
  statements: [
    { key: 'stmt:s', speaker: 'official:o1', act: 'ANNOUNCE' as const, gist: 'Something.', occasion: 'meeting:m1' },
  ],
  meetings: [
    {
      ref: 'meeting:m1',
      status: 'HELD' as const,
      participants: [
        { key: 'part:one', actor: 'official:o1', role: 'CHAIR' as const, status: 'ATTENDED' as const },
        { key: 'part:two', actor: 'official:o2', role: 'SPEAKER' as const, status: 'ATTENDED' as const },
      ],
    },
  ],
};

let database: Database;
let before: string[];
beforeEach(async () => {
  database = await freshDatabase();
  expect((await importBlocks(database, 'base', [base])).problems).toEqual([]);
  expect((await importBlocks(database, 'told', [told])).problems).toEqual([]);
  before = await linesOfGraph(database);
}, 240_000);

const versionOf = async (key: string) =>
  (await queryGraph(database, 'MATCH (t:Thing {key: $key}) RETURN t.version', { key }))[0]![0] as number;
const remove = async (ref: string, expectedVersion?: number) =>
  runOperation(database, deleteEntityOperation({ ref, expectedVersion: expectedVersion ?? (await versionOf(ref)) }), {
    reason: 'There is no such man.',
  });
const restore = (id: string) => runOperation(database, restoreEntityOperation({ id }));

describe('deleting an entity', () => {
  test('hides it, its facts and its claims from every read; restoring undoes all of it', async () => {
    expect(await remove('official:o1')).toEqual({ problems: [], thing: null });
    expect(await verify(database)).toEqual([]);
    expect(
      await queryGraph(database, "MATCH (t:Thing) WHERE t.key IN ['official:o1', 'part:one', 'stmt:s'] RETURN t.key"),
    ).toEqual([]);
    expect(await queryGraph(database, 'MATCH (a)-[:IN_EVENT|ATTENDS]-(m:Meeting) RETURN a.key ORDER BY a.key')).toEqual(
      [['official:o2'], ['part:two']],
    );
    expect(
      await queryGraph(
        database,
        "MATCH (t:Tombstone {key: 'official:o1'})<-[:SHELVED {was: 'SUBJECT'}]-(c) RETURN EXISTS { (c)-[:FORMERLY {type: 'CONCERNS'}]->(t) }",
      ),
    ).toEqual([[true], [true], [true]]);
    const [revision] = await queryGraph(
      database,
      "MATCH (:Tombstone {key: 'official:o1'})<-[:REVISES]-(r:Revision {operation: 'DELETE'}) RETURN r.by, r.reason",
    );
    expect(revision).toEqual(['anna', 'There is no such man.']);

    expect(await restore('official:o1')).toEqual({ problems: [], thing: 'official:o1' });
    expect(differenceOf(before, await linesOfGraph(database))).toEqual({ lost: [], gained: [] });
    expect(await verify(database)).toEqual([]);
    expect(await stateOf(database, 'official:o1')).toMatchObject({ names: [{ value: 'Official 1' }] });
  });

  test('is refused if another node refers to it, or if it has changed since it was read', async () => {
    const { problems } = await remove('country:c1', 99);
    expect(problems).toEqual([
      { code: 'VERSION_CONFLICT', message: expect.stringContaining('expectedVersion was 99') },
      {
        code: 'NOT_ALLOWED',
        message: expect.stringMatching(/^country:c1 is still used by official:o1, .* and 1 more;/),
      },
    ]);
    expect(await linesOfGraph(database)).toEqual(before);
  });

  test('is not undone by an import that refers to it', async () => {
    await remove('official:o1');
    const { problems, written } = await importBlocks(database, 'told', [told]);
    expect(written).toBe(false);
    expect(problems.map(({ code, message }) => `${code} ${message}`)).toContainEqual(
      expect.stringMatching(/^NOT_ALLOWED official:o1 was deleted by anna \(.*\); restore it with restoreEntity/),
    );
    const again = await importBlocks(database, 'base', [base]);
    expect(again.problems).toMatchObject([{ code: 'NOT_ALLOWED', path: [0, 'officials', 0, 'key'] }]);
  });
});

test('a speaker of a joint statement is not deleted, since it is the statement of others, too', async () => {
  const joint = {
    ...told.statements[0]!,
    key: 'stmt:joint',
    speaker: undefined,
    speakers: ['official:o1', 'country:c1'],
  };
  expect((await importBlocks(database, 'joint', [{ source: told.source, statements: [joint] }])).problems).toEqual([]);
  expect((await remove('official:o1')).problems).toMatchObject([
    { code: 'NOT_ALLOWED', message: expect.stringContaining('stmt:joint') },
  ]);
});

test('entities that were deleted one after another are restored in reverse order', async () => {
  await remove('official:o1');
  await remove('official:o2');
  await remove('meeting:m1');
  expect((await restore('official:o1')).problems).toMatchObject([
    { code: 'NOT_ALLOWED', message: expect.stringContaining('first restore meeting:m1') },
  ]);
  expect((await restore('part:one')).problems).toMatchObject([
    { message: expect.stringContaining('was deleted with official:o1') },
  ]);
  for (const key of ['meeting:m1', 'official:o2', 'official:o1']) expect((await restore(key)).problems).toEqual([]);
  expect(differenceOf(before, await linesOfGraph(database))).toEqual({ lost: [], gained: [] });
  expect((await restore('official:o1')).problems).toMatchObject([
    { message: expect.stringContaining('is not deleted') },
  ]);
});
