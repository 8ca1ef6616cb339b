import { beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Database } from '../../../src/graph/database.ts';
import { mergeEntitiesOperation } from '../../../src/record/identity/merge.ts';
import { unmergeEntitiesOperation } from '../../../src/record/identity/unmerge.ts';
import { verify } from '../../../src/record/integrity/verify.ts';
import { runOperation } from '../../support/run-operation.ts';
import { freshDatabase, queryGraph, recordBlocks } from '../../support/recording.ts';
import { base, blockOf, differenceOf, linesOfGraph, mergePair, sourceArbitrary } from './fixtures.ts';

let database: Database;
beforeEach(async () => {
  database = await freshDatabase();
});

const NUM_RUNS = Number(process.env.CHANCERY_TEST_RUNS ?? 5);

test('merging and unmerging restores the graph, whatever was recorded', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(sourceArbitrary, { minLength: 1, maxLength: 4 }),
      fc.array(mergePair, { minLength: 1, maxLength: 4 }),
      async (tellings, pairs) => {
        database = await freshDatabase();
        const blocks = [base, ...tellings.map((telling, index) => blockOf(telling, index + 1))];
        for (const block of blocks) expect((await recordBlocks(database, [block])).problems).toEqual([]);
        const states: string[][] = [];
        const merged: string[] = [];
        for (const { keep, merge } of pairs) {
          const before = await linesOfGraph(database);
          const [row] = await queryGraph(database, 'MATCH (t:Thing {key: $merge}) RETURN t.id', { merge });
          const { problems } = await runOperation(database, mergeEntitiesOperation({ keep, merge }));
          if (problems.length > 0) {
            expect(await linesOfGraph(database)).toEqual(before);
            continue;
          }
          expect(await verify(database)).toEqual([]);
          merged.push(row![0] as string);
          states.push(before);
        }
        for (const id of merged.reverse()) {
          const { problems } = await runOperation(database, unmergeEntitiesOperation({ merged: id }));
          expect(problems).toEqual([]);
          expect(differenceOf(states.pop()!, await linesOfGraph(database))).toEqual({ lost: [], gained: [] });
          expect(await verify(database)).toEqual([]);
        }
      },
    ),
    { numRuns: NUM_RUNS, seed: 6, endOnFailure: true },
  );
}, 900_000);
