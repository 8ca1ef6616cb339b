import { type Database } from '../graph/database.ts';
import { type RecordOptions, type RowsMet } from './options.ts';
import { type Changes } from './plan/changes.ts';
import { type StoredClaim, type StoredDescription, storedClaims, storedDescriptions } from './plan/stored-rows.ts';
import { settle } from './settle.ts';
import { writePlan } from './write/plan.ts';
import { revise } from './write/revisions.ts';
import { type Stamp } from './write/stamp.ts';

/** Rows that one transaction ends. */
const BATCH = 2_000;

/**
 * Ends what earlier imports of data sets brought and none of the parts held that were recorded now: the same as `prune` does
 * where all of a data set is recorded at once.
 *
 * @returns How many claims were retracted.
 */
export async function pruneRest(
  database: Database,
  met: RowsMet,
  { by, onProgress: say = () => {} }: Pick<RecordOptions, 'by' | 'onProgress'>,
): Promise<number> {
  let retracted = 0;
  for (const [scope, { claims, descriptions }] of met) {
    const gone = await database.read(async (tx) => ({
      claims: keysOf(await storedClaims(tx, scope, null), claims),
      descriptions: keysOf(await storedDescriptions(tx, scope, null), descriptions),
    }));
    for (let start = 0; start < Math.max(gone.claims.length, gone.descriptions.length); start += BATCH) {
      const [claimKeys, descriptionKeys] = [gone.claims, gone.descriptions].map((keys) =>
        keys.slice(start, start + BATCH),
      ) as [string[], string[]];
      retracted += await database.write(async (tx, version) => {
        const ending = (await storedClaims(tx, scope, claimKeys)).filter(({ ended }) => ended === null);
        const undescribed = await storedDescriptions(tx, scope, descriptionKeys);
        const plan = { problems: [], newThings: [], changes: endOf(ending, undescribed), rebound: [], dataSets: [] };
        const stamp: Stamp = { by, at: new Date().toISOString(), version, reason: null };
        const { touched, changed } = await writePlan(tx, plan, stamp);
        changed.push(...(await settle(tx, touched, say)));
        await revise(tx, changed, stamp);
        return ending.length;
      });
    }
  }
  return retracted;
}

const keysOf = (stored: readonly { localKey: string }[], met: ReadonlySet<string>): string[] => [
  ...new Set(stored.map(({ localKey }) => localKey).filter((key) => !met.has(key))),
];

const endOf = (retracted: StoredClaim[], undescribed: StoredDescription[]): Changes => ({
  claims: [],
  retracted,
  described: [],
  redescribed: [],
  undescribed,
  unchanged: 0,
});
