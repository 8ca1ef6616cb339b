import { entityTypes } from '../../domain/node-types.ts';
import { type Database, type Tx } from '../../graph/database.ts';
import { computeDiffs, derivationSteps } from '../derive/pipeline.ts';
import { WriteTransaction } from '../overlay/write-transaction.ts';
import { updatePossibleDuplicates } from '../duplicates/review-list.ts';
import { nodePages } from '../integrity/node-pages.ts';
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
    const work = `Deriving ${step.name}`;
    // Documents before anonymous sources, which they describe.
    for await (const ids of nodePages(database, step.types, { size: BATCH, work, onProgress })) {
      await inTransaction(async (graph) => {
        const tx = new WriteTransaction(graph);
        for await (const diffs of computeDiffs(tx, step, ids)) await applyDiffs(tx, diffs);
      });
    }
  }
  const work = 'Looking for possible duplicates';
  for await (const ids of nodePages(database, entityTypes, { size: BATCH, work, onProgress })) {
    await inTransaction(async (tx) => {
      await updatePossibleDuplicates(tx, ids);
    });
  }
}
