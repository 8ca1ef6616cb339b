import { type Database } from '../graph/database.ts';
import { removeStrays } from './invariants.ts';
import { linkedStates } from './derive/linked-states.ts';
import { differenceOf } from './derive/shape.ts';
import { Touched } from './derive/touched.ts';
import { changesOf, steps } from './settle.ts';
import { type TypeName } from '../domain/thing-types.ts';
import { idsOf } from './verify.ts';
import { apply } from './write/apply.ts';
import { type Changed, revise } from './write/revisions.ts';

/** Things written in one transaction. */
const BATCH = 5_000;
/** Things worked out in one go. */
const ROUND = 1_000;

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
        const touched = new Touched();
        const states: Changed[] = [];
        let count = 0;
        for (let at = start; at < Math.min(start + BATCH, ids.length); at += ROUND) {
          const derivations = await step.derive(tx, ids.slice(at, Math.min(at + ROUND, start + BATCH)));
          const differences = derivations.map(differenceOf).filter((difference) => difference !== null);
          await apply(tx, differences);
          // What several steps settle is read after the last of them: before, some of it is not put right yet.
          for (const { type, id } of derivations) if (lastStepOf(type) === step) touched.add(type, id);
          states.push(...changesOf(derivations));
          count += differences.length;
        }
        // Also of what holds what it should: revisions from before a field was kept are completed so.
        await revise(tx, [...states, ...(await linkedStates(tx, touched))], stamp);
        return count;
      });
    }
  }
  return changed;
}

const lastStepOf = (type: TypeName) => steps.findLast(({ types }) => types.includes(type));
