import { type Database } from '../../graph/database.ts';
import { type WritePlan } from '../diff/plan-recording.ts';
import { type Ownership, isKept, leftToMutation } from '../diff/shared-rows.ts';
import {
  type StoredClaimRow,
  type StoredDescriptionRow,
  readStoredClaims,
  readStoredDescriptions,
} from '../diff/stored-rows.ts';
import { type RecordOptions, type SeenRows } from '../input/options.ts';
import { executeOperation } from '../operation/execute-operation.ts';
import { succeeded } from '../operation/operation.ts';
import { writePlan } from '../write/write-plan.ts';

/** Rows removed in one transaction. */
const BATCH = 2_000;

/**
 * Retracts the claims and removes the descriptions of rows that earlier imports of these data sets recorded and that no batch
 * of this import contained: what `prune` does if a whole data set is recorded in one transaction.
 *
 * @returns The number of claims that were retracted.
 */
export async function pruneUnseen(
  database: Database,
  seen: SeenRows,
  { by, onProgress }: Pick<RecordOptions, 'by' | 'onProgress'>,
): Promise<number> {
  let count = 0;
  for (const [scope, { claims, descriptions }] of seen) {
    const unseen = await database.read(async (tx) => ({
      claims: unseenKeys(await readStoredClaims(tx, scope, null), claims),
      descriptions: unseenKeys(await readStoredDescriptions(tx, scope, null), descriptions),
    }));
    for (let start = 0; start < Math.max(unseen.claims.length, unseen.descriptions.length); start += BATCH) {
      const claimKeys = unseen.claims.slice(start, start + BATCH);
      const descriptionKeys = unseen.descriptions.slice(start, start + BATCH);
      count += await executeOperation(
        database,
        { by, reason: null, dryRun: false, onProgress },
        async (tx, context) => {
          const unseenClaims = (await readStoredClaims(tx, scope, claimKeys)).filter(({ ended }) => ended === null);
          const retracted = unseenClaims.filter((row) => !isKept(row));
          const owners = unseenClaims.filter(isKept).map(leftToMutation);
          const removed = await readStoredDescriptions(tx, scope, descriptionKeys);
          const { dirty, stateChanges } = await writePlan(tx, removalPlan(retracted, owners, removed), context);
          return { ...succeeded(dirty, stateChanges), commitsWithoutRevisions: true, output: retracted.length };
        },
        (_tx, { result }) => result.output,
      );
    }
  }
  return count;
}

const unseenKeys = (stored: readonly { localKey: string }[], seen: ReadonlySet<string>): string[] => [
  ...new Set(stored.map(({ localKey }) => localKey).filter((key) => !seen.has(key))),
];

const removalPlan = (
  retracted: StoredClaimRow[],
  owners: Ownership[],
  removedDescriptions: StoredDescriptionRow[],
): WritePlan => ({
  newNodes: [],
  changes: {
    claims: [],
    retracted,
    owners,
    addedDescriptions: [],
    changedDescriptions: [],
    removedDescriptions,
    unchanged: 0,
  },
  relinked: [],
  dataSets: [],
});
