import { beforeEach, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { type Database } from '../../../src/graph/database.ts';
import { importRecord } from '../../../src/record/archive/import.ts';
import { excludedLabels, exportedRelationships, exportedNodes } from '../../../src/record/archive/exported-schema.ts';
import { relateClaimsOperation } from '../../../src/record/claims/relate.ts';
import { retractClaimOperation } from '../../../src/record/claims/retract.ts';
import { reviewClaimOperation } from '../../../src/record/claims/review.ts';
import { type WriteOperation } from '../../../src/record/operation/operation.ts';
import { deleteEntityOperation } from '../../../src/record/identity/delete.ts';
import { judgeIdentityOperation } from '../../../src/record/identity/judge.ts';
import { mergeEntitiesOperation } from '../../../src/record/identity/merge.ts';
import { restoreEntityOperation } from '../../../src/record/identity/restore.ts';
import { unmergeEntitiesOperation } from '../../../src/record/identity/unmerge.ts';
import { derivedRelationships } from '../../../src/storage/relationships.ts';
import { typeNames } from '../../../src/domain/node-types.ts';
import { verify } from '../../../src/record/integrity/verify.ts';
import { exportedText, openText, namesIn } from '../../support/archive.ts';
import { runOperation } from '../../support/run-operation.ts';
import { freshDatabase, importBlocks, queryGraph, recordBlocks, snapshotGraph } from '../../support/recording.ts';
import { base, blockOf, mergePair, sourceArbitrary } from '../identity/fixtures.ts';
import { emptyGraph } from '../../support/database.ts';

jest.setTimeout(900_000);

let database: Database;
beforeEach(async () => {
  database = await freshDatabase();
});

const NUM_RUNS = Number(process.env.CHANCERY_TEST_RUNS ?? 4);

/** What analysts do beside recording, each by a number that says to what. */
const acts = {
  merge: ({ pair }) => Promise.resolve(mergeEntitiesOperation(pair)),
  unmerge: async () => unmergeEntitiesOperation({ merged: await keyAt('Tombstone', 0) }),
  judge: ({ pair: { keep, merge } }) =>
    Promise.resolve(judgeIdentityOperation({ a: keep, b: merge, verdict: 'UNSURE' })),
  judgeAgain: ({ pair: { keep, merge } }) =>
    Promise.resolve(judgeIdentityOperation({ a: keep, b: merge, verdict: 'DIFFERENT' })),
  remove: async ({ pair: { keep } }) => {
    const [row] = await queryGraph(database, 'MATCH (t:Thing {key: $keep}) RETURN t.version', { keep });
    return deleteEntityOperation({ ref: keep, expectedVersion: (row?.[0] as number | undefined) ?? 0 });
  },
  restore: async () => restoreEntityOperation({ id: await keyAt('Tombstone', 0) }),
  retract: async ({ number }) => retractClaimOperation({ claim: await keyAt('Claim', number) }),
  review: async ({ number }) => reviewClaimOperation({ claim: await keyAt('Claim', number), state: 'DISPUTED' }),
  relate: async ({ number }) =>
    relateClaimsOperation({
      from: await keyAt('Claim', number),
      type: 'CONTRADICTS',
      to: await keyAt('Claim', number + 1),
    }),
} satisfies Record<
  string,
  (choice: { number: number; pair: { keep: string; merge: string } }) => Promise<WriteOperation>
>;

async function keyAt(label: string, number: number): Promise<string> {
  const rows = await queryGraph(database, `MATCH (n:${label}) RETURN n.key ORDER BY n.key`);
  return rows.length === 0 ? 'none' : (rows[number % rows.length]![0] as string);
}

const act = fc.record({
  name: fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[])),
  number: fc.nat(40),
  pair: mergePair,
});

/** The graph without what an export leaves out: what callers did, and numbers of the service. */
async function textOfRecord(): Promise<string> {
  const text = await snapshotGraph(database);
  return text
    .split('\n')
    .filter(
      (line) =>
        !/^\[\["(Activity|Problem|ApiKey|Snapshot)"\]|"(RESULTED_IN|CLAIMED|SPOKE_OF|UNDERMINES|WARNS_OF)"/.test(line),
    )
    .join('\n');
}

test('any graph, with corrections, merges and deletions, can be exported and imported without change', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(sourceArbitrary, { minLength: 1, maxLength: 3 }),
      fc.array(act, { minLength: 1, maxLength: 8 }),
      async (tellings, chosen) => {
        database = await freshDatabase();
        const [first, ...blocks] = [base, ...tellings.map((each, index) => blockOf(each, index + 1))];
        await importBlocks(database, 'base', [first]);
        for (const block of blocks) await recordBlocks(database, [block]);
        for (const choice of chosen) await runOperation(database, await acts[choice.name](choice));
        expect(await verify(database)).toEqual([]);

        const [before, file] = [await textOfRecord(), await exportedText(database)];
        expect(await exportedText(database)).toBe(file);
        await emptyGraph(database);
        const { sha256 } = await importRecord(database, openText(file));

        expect(sha256).toBe(createHash('sha256').update(file).digest('hex'));
        expect(await textOfRecord()).toBe(before);
        expect(await exportedText(database)).toBe(file);
        expect(await verify(database)).toEqual([]);

        // Writing goes on, also where version numbers started again.
        const { problems } = await runOperation(
          database,
          judgeIdentityOperation({ a: 'country:c1', b: 'country:c2', verdict: 'SAME' }),
        );
        if (problems.length === 0) expect(await exportedText(database)).not.toBe(file);
        const { labels, types } = await namesIn(database);
        expect(labels.filter((label) => !knownLabels.has(label))).toEqual([]);
        expect(types.filter((type) => !knownTypes.has(type))).toEqual([]);
      },
    ),
    { numRuns: NUM_RUNS, seed: 6, endOnFailure: true },
  );
});

const knownLabels = new Set<string>([
  ...Object.values(exportedNodes).map(({ label }) => label),
  ...excludedLabels,
  ...typeNames,
  ...['Entity', 'Actor', 'Event', 'Fact', 'Revision'],
]);
const knownTypes = new Set<string>([
  ...exportedRelationships,
  ...derivedRelationships,
  ...['REVISES', 'IDENTIFIED_BY', 'OF', 'AMONG', 'FOLLOWS', 'RESULTED_IN', 'CLAIMED', 'SPOKE_OF'],
]);
