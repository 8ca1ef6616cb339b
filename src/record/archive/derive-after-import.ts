import { entityTypes } from '../../domain/node-types.ts';
import { type Database, type Tx } from '../../graph/database.ts';
import { computeDiffs, derivationSteps } from '../derive/pipeline.ts';
import { WriteTransaction } from '../overlay/write-transaction.ts';
import { updatePossibleDuplicates } from '../duplicates/review-list.ts';
import { idsOf } from '../integrity/verify.ts';
import { applyDiffs } from '../write/apply-diff.ts';

/** Nodes written in one transaction. */
const BATCH = 5_000;

/**
 * Derives everything from claims and descriptions in a graph that has nothing derived yet. It writes no revisions: the imported
 * history has them.
 *
 * @param inTransaction Runs the work in a transaction of the import.
 */
export async function deriveAfterImport(
  database: Database,
  inTransaction: (work: (tx: Tx) => Promise<void>) => Promise<void>,
  onProgress: (line: string) => void,
): Promise<void> {
  for (const step of derivationSteps) {
    onProgress(`Deriving ${step.name}`);
    // Documents before anonymous sources, which they describe.
    for (const type of step.types) {
      const ids = await idsOf(database, [type]);
      for (let start = 0; start < ids.length; start += BATCH) {
        await inTransaction(async (graph) => {
          const tx = new WriteTransaction(graph);
          for await (const diffs of computeDiffs(tx, step, ids.slice(start, start + BATCH)))
            await applyDiffs(tx, diffs);
        });
      }
    }
  }
  onProgress('Looking for possible duplicates');
  const entities = await idsOf(database, entityTypes);
  for (let start = 0; start < entities.length; start += BATCH) {
    await inTransaction(async (tx) => {
      await updatePossibleDuplicates(tx, entities.slice(start, start + BATCH));
    });
  }
}
