import { type Database, type Tx } from '../../graph/database.ts';
import { differencesIn, steps } from '../settle.ts';
import { idsOf } from '../verify.ts';
import { apply } from '../write/apply.ts';

/** Things written in one transaction. */
const BATCH = 5_000;

/**
 * Works out everything that follows from claims and descriptions, where nothing of it is there yet. The history stays as
 * it is: it tells already what this comes to.
 *
 * @param within Does its work in a transaction of the import.
 */
export async function workOut(
  database: Database,
  within: (work: (tx: Tx) => Promise<void>) => Promise<void>,
  say: (line: string) => void,
): Promise<void> {
  for (const step of steps) {
    say(`Working out ${step.name}`);
    // Documents before unnamed sources, which they describe.
    for (const type of step.types) {
      const ids = await idsOf(database, [type]);
      for (let start = 0; start < ids.length; start += BATCH) {
        await within(async (tx) => {
          for await (const found of differencesIn(tx, step, ids.slice(start, start + BATCH))) await apply(tx, found);
        });
      }
    }
  }
}
