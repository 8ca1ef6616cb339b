import { expect, test } from '@jest/globals';
import { performing } from '../../../src/api/mutations/performing.ts';
import { REHEARSING, aRecording } from '../../../src/api/rehearsal.ts';
import { createEngine } from '../../../src/query/engine.ts';
import { schema } from '../../support/query.ts';
import { freshDatabase, textOfGraph } from '../../support/recording.ts';

test('the recording that is rehearsed could be done, and is not', async () => {
  const database = await freshDatabase();
  const before = await textOfGraph(database);
  const perform = performing(database, { caller: REHEARSING, idempotencyKey: null });
  const { data, errors } = await createEngine({ schema, database }).execute({ document: aRecording, perform });
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({ record: { problems: [] } });
  expect((data!.record as { changes: unknown[] }).changes.length).toBeGreaterThan(10);
  expect(await textOfGraph(database)).toBe(before);
});
