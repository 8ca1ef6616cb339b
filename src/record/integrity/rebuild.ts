import { type Database } from '../../graph/database.ts';
import { removeOrphans } from './invariants.ts';
import { readRelationStates } from '../derive/relation-states.ts';
import { diffDerivation } from '../write/derived-state.ts';
import { DirtySet } from '../write/dirty-set.ts';
import { stateChangesOf, derivationSteps } from '../derive/pipeline.ts';
import { type TypeName } from '../../domain/node-types.ts';
import { idsOf } from './verify.ts';
import { applyDiffs } from '../write/apply-diff.ts';
import { type StateChange, writeRevisions } from '../write/revisions.ts';

/** Things written in one transaction. */
const TRANSACTION_BATCH = 5_000;
/** Things worked out in one go. */
const DERIVE_BATCH = 1_000;

/**
 * Works out everything derived anew, from claims and descriptions, and makes the graph hold it. May be broken off and
 * begun again at any time. What it changes of the state of things is kept in revisions.
 *
 * @returns How many things held something else than they should.
 */
export async function rebuild(database: Database, onProgress: (line: string) => void = () => {}): Promise<number> {
  let differing = 0;
  await database.write(removeOrphans);
  for (const step of derivationSteps) {
    const ids = await idsOf(database, step.types);
    onProgress(`Working out ${step.name}: ${ids.length}`);
    for (let start = 0; start < ids.length; start += TRANSACTION_BATCH) {
      differing += await database.write(async (tx, version) => {
        const context = { by: 'rebuild', at: new Date().toISOString(), version, reason: 'Worked out anew.' };
        const dirty = new DirtySet();
        const states: StateChange[] = [];
        let count = 0;
        for (let at = start; at < Math.min(start + TRANSACTION_BATCH, ids.length); at += DERIVE_BATCH) {
          const derivations = await step.derive(
            tx,
            ids.slice(at, Math.min(at + DERIVE_BATCH, start + TRANSACTION_BATCH)),
          );
          const diffs = derivations.map(diffDerivation).filter((difference) => difference !== null);
          await applyDiffs(tx, diffs);
          // What several steps settle is read after the last of them: before, some of it is not put right yet.
          for (const { type, id } of derivations) if (lastStepOf(type) === step) dirty.add(type, id);
          states.push(...stateChangesOf(derivations));
          count += diffs.length;
        }
        // Also of what holds what it should: revisions from before a field was kept are completed so.
        await writeRevisions(tx, [...states, ...(await readRelationStates(tx, dirty))], context);
        return count;
      });
    }
  }
  return differing;
}

const lastStepOf = (type: TypeName) => derivationSteps.findLast(({ types }) => types.includes(type));
