import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { createEngine } from '../../../src/query/engine.ts';
import { importRecord } from '../../../src/record/archive/import.ts';
import { correctClaimOperation } from '../../../src/record/claims/correct.ts';
import { deleteEntityOperation } from '../../../src/record/identity/delete.ts';
import { mergeEntitiesOperation } from '../../../src/record/identity/merge.ts';
import { restoreEntityOperation } from '../../../src/record/identity/restore.ts';
import { ClaimInput } from '../../../src/record/input/record-input.ts';
import { verify } from '../../../src/record/integrity/verify.ts';
import { REVISION_PROPERTIES, changesOf, cypherRevisions, cypherWriteOut } from '../../../src/storage/revisions.ts';
import { emptyGraph } from '../../support/database.ts';
import { exportedText, linesOf, openText } from '../../support/archive.ts';
import { dataOf, schema } from '../../support/query.ts';
import { freshDatabase, importBlocks, queryGraph, recordBlocks } from '../../support/recording.ts';
import { runOperation } from '../../support/run-operation.ts';
import { chairs, later, page } from '../claims/fixtures.ts';

jest.setTimeout(120_000);

let database: Database;
beforeEach(async () => {
  database = await freshDatabase();
  expect(await importBlocks(database, 'page', [page])).toMatchObject({ problems: [] });
});

/** The revisions that an export prints, by the key of the thing at that time. */
const exportedRevisions = async (key: string) =>
  linesOf(await exportedText(database)).filter(
    ({ record, holds }) => record === 'revision' && (holds as { key: string }).key === key,
  );

const idOf = async (key: string) =>
  (await queryGraph(database, 'MATCH (t:Thing|Tombstone {key: $key}) RETURN t.id', { key }))[0]![0] as string;

/** How many revisions of what has this key, or had it, are nodes of their own, and whether one is not. */
const formOf = async (id: string) =>
  (
    await queryGraph(
      database,
      `MATCH (t:Thing|Tombstone {id: $id})
       RETURN t:Revision, COUNT { (t)<-[:REVISES]-() }, [name IN keys(t) WHERE name IN $names]`,
      { id, names: REVISION_PROPERTIES.filter((name) => !['id', 'key', 'version', 'typeName'].includes(name)) },
    )
  )[0];

const HISTORY = `query ($ref: Ref!, $id: ID!) {
  changes(about: $ref) { at by operation typeName nodeId key before after reason node { key } }
  node(id: $id) { ... on Entity { revisions { id at by operation version reason changes } } }
}`;

/** The changes of a thing and its revisions, as the API gives them. */
const historyOf = async (ref: string) =>
  dataOf<{ changes: { key: string }[]; node: { revisions: { id: string }[] } }>(
    createEngine({ schema, database }),
    HISTORY,
    { ref, id: await idOf(ref) },
  );

describe('a thing that has not changed since it was recorded', () => {
  test('is its own first revision, which becomes a node before the first change and stays what it was', async () => {
    const id = await idOf('meeting:talks');
    expect(await formOf(id)).toEqual([true, 0, expect.arrayContaining(['state', 'sortSequence'])]);
    const before = await historyOf('meeting:talks');
    const exported = await exportedRevisions('meeting:talks');
    expect(before.node.revisions).toMatchObject([
      {
        id: `${id.slice(0, 14)}8${id.slice(15)}`,
        by: 'test',
        operation: 'CREATE',
        version: 1,
        changes: { status: { after: 'SCHEDULED' } },
      },
    ]);
    expect(exported).toMatchObject([{ id: before.node.revisions[0]!.id, of: id }]);

    await recordBlocks(database, [later('then', { meetings: [{ ref: 'meeting:talks', status: 'HELD' }] })]);
    expect(await formOf(id)).toEqual([false, 2, []]);
    const after = await historyOf('meeting:talks');
    expect(after.node.revisions).toEqual([...before.node.revisions, expect.objectContaining({ version: 2 })]);
    expect(after.changes).toEqual(expect.arrayContaining(before.changes));
    expect(await exportedRevisions('meeting:talks')).toEqual([...exported, expect.anything()]);
    expect(await verify(database)).toEqual([]);
  });

  test('keeps it when it is deleted, and restored', async () => {
    await recordBlocks(database, [
      later('guests', { officials: [{ key: 'official:other', names: [{ value: 'Somebody Else', lang: 'en' }] }] }),
    ]);
    const id = await idOf('official:other');
    const before = await historyOf('official:other');
    expect(await formOf(id)).toEqual([true, 0, expect.anything()]);
    const remove = deleteEntityOperation({ ref: 'official:other', expectedVersion: 1 });
    expect(await runOperation(database, remove)).toMatchObject({ problems: [] });
    expect(await formOf(id)).toEqual([false, 2, []]);
    expect(await verify(database)).toEqual([]);
    expect((await historyOf('official:other')).changes).toMatchObject([
      ...before.changes.map((change) => ({ ...change, node: null })),
      { operation: 'DELETE', node: null },
    ]);
    expect(await runOperation(database, restoreEntityOperation({ id }))).toMatchObject({ problems: [] });
    expect((await historyOf('official:other')).node.revisions).toMatchObject([
      ...before.node.revisions,
      { operation: 'DELETE' },
      { operation: 'RESTORE' },
    ]);
    expect(await verify(database)).toEqual([]);
  });

  test('keeps it when it is merged', async () => {
    const id = await idOf('country:SE');
    const before = await exportedRevisions('country:SE');
    expect(await formOf(id)).toEqual([true, 0, expect.anything()]);
    const merge = mergeEntitiesOperation({ keep: 'country:CH', merge: 'country:SE' });
    expect(await runOperation(database, merge)).toMatchObject({ problems: [] });
    expect(await formOf(id)).toEqual([false, 2, []]);
    expect(await exportedRevisions('country:SE')).toEqual([...before, expect.anything()]);
    expect(await verify(database)).toEqual([]);
  });

  test('keeps it under the key that it had, when a correction takes that over', async () => {
    const id = await idOf('c1');
    const before = await exportedRevisions('c1');
    const operation = correctClaimOperation({ claim: 'c1', by: ClaimInput.parse(chairs) });
    expect(await runOperation(database, operation)).toMatchObject({ problems: [] });
    const after = (await exportedRevisions('c1')).filter(({ of }) => of === id);
    expect(after).toEqual(before);
    expect(await formOf(id)).toEqual([false, 2, []]);
    expect(await verify(database)).toEqual([]);
  });

  test('is exported as ever, and becomes its own first revision again by an import of that', async () => {
    await recordBlocks(database, [later('then', { meetings: [{ ref: 'meeting:talks', status: 'HELD' }] })]);
    const [text, own] = [await exportedText(database), await ownRevisions()];
    expect(own).toBeGreaterThan(5);
    await emptyGraph(database);
    await importRecord(database, openText(text));
    expect(await exportedText(database)).toBe(text);
    expect(await ownRevisions()).toBe(own);
  });
});

const ownRevisions = async () =>
  (await queryGraph(database, 'MATCH (t:Thing&Revision) RETURN count(t)'))[0]![0] as number;

/** First revisions as releases before stored them: nodes of their own, with any id and with their changes. */
async function asBefore(): Promise<void> {
  await database.write(async (tx) => {
    await tx.rows(`MATCH (t:Thing&Revision) ${cypherWriteOut('t')}`);
    await tx.rows('MATCH (r:Revision)-[:REVISES]->(:Thing {version: 1}) SET r.id = randomUUID()');
    const first = await tx.run<{ id: string; state: string }>(
      'MATCH (r:Revision {version: 1}) RETURN r.id AS id, r.state AS state',
    );
    await tx.rows('UNWIND $rows AS row MATCH (r:Revision {id: row.id}) SET r.changes = row.changes', {
      rows: first.map(({ id, state }) => ({ id, changes: JSON.stringify(changesOf(null, state)) })),
    });
    await tx.rows('MATCH (m:Migration {number: 22}) DELETE m');
  });
}

describe('the first revisions of an older graph', () => {
  test('are taken in by their things, with their ids, also where that was interrupted', async () => {
    await recordBlocks(database, [later('then', { meetings: [{ ref: 'meeting:talks', status: 'HELD' }] })]);
    const own = await ownRevisions();
    await asBefore();
    const before = await exportedText(database);
    expect(await ownRevisions()).toBe(0);

    expect(await database.migrate()).toEqual({ applied: ['first revisions'], needsRebuild: false });
    expect(await ownRevisions()).toBe(own);
    expect(
      await queryGraph(database, 'MATCH (r:Revision {version: 1}) WHERE r.changes IS NOT NULL RETURN r.id'),
    ).toEqual([]);
    expect(await exportedText(database)).toBe(before);
    expect(await verify(database)).toEqual([]);

    // Some are done, as when it was stopped in the middle.
    await database.write(async (tx) => {
      await tx.rows(`MATCH (t:Country&Revision) ${cypherWriteOut('t')}`);
      await tx.rows('MATCH (m:Migration {number: 22}) DELETE m');
    });
    await database.migrate();
    expect(await ownRevisions()).toBe(own);
    expect(await exportedText(database)).toBe(before);

    // Their ids stay when they change.
    await recordBlocks(database, [later('rest', { officials: [{ ref: 'official:guest', note: 'A guest.' }] })]);
    const ids = linesOf(before).flatMap(({ record, id }) => (record === 'revision' ? [id] : []));
    const kept = linesOf(await exportedText(database)).flatMap(({ record, id }) => (record === 'revision' ? [id] : []));
    expect(kept.slice(0, ids.length)).toEqual(ids);
    expect(
      await queryGraph(database, `MATCH ${cypherRevisions("t:Thing {key: 'official:guest'}", 'r')} RETURN count(r)`),
    ).toEqual([[2]]);
  });
});
