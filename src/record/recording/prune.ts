import { type Database } from '../../graph/database.ts';
import { type RecordOptions, type SeenRows } from '../input/options.ts';
import { type InputDiff } from '../diff/diff.ts';
import {
  type StoredClaimRow,
  type StoredDescriptionRow,
  readStoredClaims,
  readStoredDescriptions,
} from '../diff/stored-rows.ts';
import { deriveAll } from '../derive/pipeline.ts';
import { writePlan } from '../write/write-plan.ts';
import { writeRevisions } from '../write/revisions.ts';
import { type WriteContext } from '../write/write-context.ts';

/** Rows that one transaction ends. */
const BATCH = 2_000;

/**
 * Ends what earlier imports of data sets brought and none of the parts held that were recorded now: the same as `prune` does
 * where all of a data set is recorded at once.
 *
 * @returns How many claims were retracted.
 */
export async function pruneUnseen(
  database: Database,
  seen: SeenRows,
  { by, onProgress: say = () => {} }: Pick<RecordOptions, 'by' | 'onProgress'>,
): Promise<number> {
  let retracted = 0;
  for (const [scope, { claims, descriptions }] of seen) {
    const unseen = await database.read(async (tx) => ({
      claims: unseenKeys(await readStoredClaims(tx, scope, null), claims),
      descriptions: unseenKeys(await readStoredDescriptions(tx, scope, null), descriptions),
    }));
    for (let start = 0; start < Math.max(unseen.claims.length, unseen.descriptions.length); start += BATCH) {
      const [claimKeys, descriptionKeys] = [unseen.claims, unseen.descriptions].map((keys) =>
        keys.slice(start, start + BATCH),
      ) as [string[], string[]];
      retracted += await database.write(async (tx, version) => {
        const retracted = (await readStoredClaims(tx, scope, claimKeys)).filter(({ ended }) => ended === null);
        const undescribed = await readStoredDescriptions(tx, scope, descriptionKeys);
        const plan = {
          problems: [],
          newNodes: [],
          changes: removalDiff(retracted, undescribed),
          relinked: [],
          dataSets: [],
        };
        const context: WriteContext = { by, at: new Date().toISOString(), version, reason: null };
        const { dirty, stateChanges } = await writePlan(tx, plan, context);
        stateChanges.push(...(await deriveAll(tx, dirty, say)));
        await writeRevisions(tx, stateChanges, context);
        return retracted.length;
      });
    }
  }
  return retracted;
}

const unseenKeys = (stored: readonly { localKey: string }[], seen: ReadonlySet<string>): string[] => [
  ...new Set(stored.map(({ localKey }) => localKey).filter((key) => !seen.has(key))),
];

const removalDiff = (retracted: StoredClaimRow[], undescribed: StoredDescriptionRow[]): InputDiff => ({
  claims: [],
  retracted,
  addedDescriptions: [],
  changedDescriptions: [],
  removedDescriptions: undescribed,
  unchanged: 0,
});
