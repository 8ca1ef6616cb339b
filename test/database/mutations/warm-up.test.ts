import { expect, test } from '@jest/globals';
import { createMutationExecutor } from '../../../src/api/mutations/execute-mutation.ts';
import { WARM_UP_CALLER, WARM_UP_MUTATION } from '../../../src/api/warm-up.ts';
import { createEngine } from '../../../src/query/engine.ts';
import { schema } from '../../support/query.ts';
import { freshDatabase, snapshotGraph } from '../../support/recording.ts';

test('the warm-up mutation is valid, and writes nothing', async () => {
  const database = await freshDatabase();
  const before = await snapshotGraph(database);
  const perform = createMutationExecutor(database, { caller: WARM_UP_CALLER, idempotencyKey: null });
  const { data, errors } = await createEngine({ schema, database }).execute({
    document: WARM_UP_MUTATION,
    executor: perform,
  });
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({ record: { problems: [] } });
  expect((data!.record as { changes: unknown[] }).changes.length).toBeGreaterThan(10);
  expect(await snapshotGraph(database)).toBe(before);
});
