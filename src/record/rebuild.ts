import { type Database } from '../graph/database.ts';
import { removeStrays } from './invariants.ts';
import { changesOf, differencesIn, steps } from './settle.ts';
import { idsOf } from './verify.ts';
import { apply } from './write/apply.ts';
import { revise } from './write/revisions.ts';

/** Things written in one transaction. */
const BATCH = 5_000;

/**
 * Works out everything derived anew, from claims and descriptions, and makes the graph hold it. May be broken off and
 * begun again at any time. What it changes of the state of things is kept in revisions.
 *
 * @returns How many things held something else than they should.
 */
export async function rebuild(database: Database, onProgress: (line: string) => void = () => {}): Promise<number> {
  let changed = 0;
  await database.write(removeStrays);
  for (const step of steps) {
    const ids = await idsOf(database, step.types);
    onProgress(`Working out ${step.name}: ${ids.length}`);
    for (let start = 0; start < ids.length; start += BATCH) {
      changed += await database.write(async (tx, version) => {
        const stamp = { by: 'rebuild', at: new Date().toISOString(), version, reason: 'Worked out anew.' };
        let count = 0;
        for await (const differences of differencesIn(tx, step, ids.slice(start, start + BATCH))) {
          await apply(tx, differences);
          await revise(tx, changesOf(differences), stamp);
          count += differences.length;
        }
        return count;
      });
    }
  }
  return changed;
}
