import { type TypeName } from '../../domain/node-types.ts';
import { type Database } from '../../graph/database.ts';
import { type RecordingPlan, hasChanges, planRecording } from '../diff/plan-recording.ts';
import { type RecordOptions } from '../input/options.ts';
import { type Problem } from '../input/problem.ts';
import { type RecordInput } from '../input/record-input.ts';
import { type PossibleDuplicate } from '../duplicates/review-list.ts';
import { executeOperation } from '../operation/execute-operation.ts';
import { rejected, succeeded } from '../operation/operation.ts';
import { type MatchedRow } from '../resolve/match-by-external-id.ts';
import { DirtySet } from '../write/dirty-set.ts';
import { writePlan } from '../write/write-plan.ts';
import { saveJournal } from './import-journal.ts';

/** What a recording did or, if nothing was written, would do. */
export interface RecordReport {
  /** Everything that is wrong with the input; if there is anything, nothing is written. */
  problems: Problem[];
  /** What is possible, but probably a slip; it does not stop the write. */
  warnings: Problem[];
  /** The number of new nodes by type: `{Meeting: 1, Claim: 3}`. */
  created: Partial<Record<TypeName, number>>;
  /** Claims that replace earlier ones of the same rows. */
  corrected: number;
  /** Claims whose rows are no longer in the data set; only with `prune`. */
  retracted: number;
  /** Nodes whose names, codes or other values outside claims differ from those of the earlier input. */
  redescribed: number;
  /** Rows that were recorded before and are the same. */
  unchanged: number;
  /** Rows with keys of their own that describe known entities by external id. */
  matched: readonly MatchedRow[];
  /** Entities that may be the same, which were not on the list of possible duplicates before; the likeliest first. */
  possibleDuplicates: readonly PossibleDuplicate[];
  /** True if the graph was changed. */
  written: boolean;
}

/**
 * Records the rows of a data set. All of it is written in one transaction, or nothing: the report lists every problem with
 * its place in the input. Rows that were recorded before from the same data set are recognised; recording them once more
 * changes nothing.
 *
 * @param blocks Valid {@link RecordInput}, one block per source.
 */
export async function record(
  database: Database,
  blocks: readonly RecordInput[],
  options: RecordOptions,
): Promise<RecordReport> {
  const { by, dryRun = false, strict = false, part, capacity, onProgress = () => {} } = options;
  return executeOperation(
    database,
    { by, reason: null, dryRun, stopOnPossibleDuplicates: strict, capacity, onProgress },
    async (tx, context) => {
      onProgress('Checking the input');
      const plan = await planRecording(tx, blocks, options, context.at);
      const output = toReport(plan);
      if (plan.problems.length > 0) return { ...rejected(plan.problems), output };
      if (!hasChanges(plan)) return { ...succeeded(new DirtySet(), []), output };
      onProgress(dryRun ? 'Dry run' : `Writing ${plan.changes.claims.length} claims and the nodes they refer to`);
      const recordedAt = part?.begun ?? context.at;
      const { dirty, stateChanges } = await writePlan(tx, plan, { ...context, recordedAt });
      if (part?.journal) await saveJournal(tx.graph, part.journal, context.at);
      return { ...succeeded(dirty, stateChanges), commitsWithoutRevisions: true, output };
    },
    (_tx, { result, possibleDuplicates, isCommitted }) => ({
      ...result.output,
      possibleDuplicates,
      written: isCommitted,
    }),
  );
}

function toReport({ problems, warnings, newNodes, matched, changes }: RecordingPlan): RecordReport {
  const created: Partial<Record<TypeName, number>> = {};
  const count = (type: TypeName, number: number) => {
    if (number > 0) created[type] = (created[type] ?? 0) + number;
  };
  for (const { node } of newNodes) count(node.type, 1);
  const corrected = changes.claims.filter(({ corrects }) => corrects !== null).length;
  count('Claim', changes.claims.length - corrected);
  return {
    problems,
    warnings,
    created: problems.length > 0 ? {} : created,
    corrected,
    retracted: changes.retracted.length,
    redescribed: changes.changedDescriptions.length,
    unchanged: changes.unchanged,
    matched,
    possibleDuplicates: [],
    written: false,
  };
}
