import { type Database, type Tx } from '../../graph/database.ts';
import { computeDiffs, derivationSteps } from '../derive/pipeline.ts';
import { idsOf } from '../integrity/verify.ts';
import { applyDiffs } from '../write/apply-diff.ts';

/** Things written in one transaction. */
const BATCH = 5_000;

/**
 * Works out everything that follows from claims and descriptions, where nothing of it is there yet. The history stays as
 * it is: it tells already what this comes to.
 *
 * @param inTransaction Does its work in a transaction of the import.
 */
export async function deriveAfterImport(
  database: Database,
  inTransaction: (work: (tx: Tx) => Promise<void>) => Promise<void>,
  onProgress: (line: string) => void,
): Promise<void> {
  for (const step of derivationSteps) {
    onProgress(`Working out ${step.name}`);
    // Documents before unnamed sources, which they describe.
    for (const type of step.types) {
      const ids = await idsOf(database, [type]);
      for (let start = 0; start < ids.length; start += BATCH) {
        await inTransaction(async (tx) => {
          for await (const diffs of computeDiffs(tx, step, ids.slice(start, start + BATCH)))
            await applyDiffs(tx, diffs);
        });
      }
    }
  }
}
