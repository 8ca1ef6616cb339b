import { type Database } from '../../graph/database.ts';
import { removeOrphans } from './invariants.ts';
import { readRelationStates } from '../derive/relation-states.ts';
import { diffDerivation } from '../write/derived-state.ts';
import { DirtySet } from '../write/dirty-set.ts';
import { stateChangesOf, derivationSteps } from '../derive/pipeline.ts';
import { type TypeName, entityTypes } from '../../domain/node-types.ts';
import { REBUILD } from '../../storage/derived.ts';
import { WriteTransaction } from '../overlay/write-transaction.ts';
import { updatePossibleDuplicates } from '../duplicates/review-list.ts';
import { rejectUnfinishedImport } from './unfinished-import.ts';
import { nodePages } from './node-pages.ts';
import { applyDiffs } from '../write/apply-diff.ts';
import { type StateChange, writeRevisions } from '../write/revisions.ts';

/** Nodes that are written in one transaction. */
const TRANSACTION_BATCH = 5_000;
/** Nodes that are derived together. */
const DERIVE_BATCH = 1_000;

/**
 * Derives everything again from claims and descriptions, and writes what differs. It can be interrupted and started again at
 * any time. Changes of the state of nodes are kept in revisions.
 *
 * @returns How many nodes differed.
 * @throws ClientError IMPORT_UNFINISHED if the graph has only a part of a full import.
 */
export async function rebuild(database: Database, onProgress: (line: string) => void = () => {}): Promise<number> {
  let differing = 0;
  await database.write(async (tx) => {
    await rejectUnfinishedImport(tx);
    await removeOrphans(tx);
  });
  for (const step of derivationSteps) {
    const work = `Deriving ${step.name}`;
    for await (const ids of nodePages(database, step.types, { size: TRANSACTION_BATCH, work, onProgress })) {
      differing += await database.write(async (graph, version) => {
        const tx = new WriteTransaction(graph);
        const at = new Date().toISOString();
        const context = { by: REBUILD, at, recordedAt: at, version, reason: 'Derived again.' };
        const dirty = new DirtySet();
        const states: StateChange[] = [];
        let count = 0;
        for (let start = 0; start < ids.length; start += DERIVE_BATCH) {
          const derivations = await step.derive(tx, ids.slice(start, start + DERIVE_BATCH));
          const diffs = derivations.map(diffDerivation).filter((diff) => diff !== null);
          await applyDiffs(tx, diffs);
          // What several steps derive is read after the last of them: before, some of it is not repaired yet.
          for (const { type, id } of derivations) if (lastStepOf(type) === step) dirty.add(type, id);
          states.push(...stateChangesOf(derivations));
          count += diffs.length;
        }
        // Also for nodes that did not differ: it completes revisions that are older than a field.
        await writeRevisions(tx, [...states, ...(await readRelationStates(tx, dirty))], context);
        return count;
      });
    }
  }
  return differing + (await listPossibleDuplicates(database, onProgress));
}

/** Compares all entities with one another. @returns How many pairs are new on the list of possible duplicates. */
async function listPossibleDuplicates(database: Database, onProgress: (line: string) => void): Promise<number> {
  const work = 'Looking for possible duplicates';
  let count = 0;
  for await (const ids of nodePages(database, entityTypes, { size: TRANSACTION_BATCH, work, onProgress })) {
    count += await database.write(async (tx) => (await updatePossibleDuplicates(tx, ids)).length);
  }
  return count;
}

const lastStepOf = (type: TypeName) => derivationSteps.findLast(({ types }) => types.includes(type));
