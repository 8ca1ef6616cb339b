import { type Database } from '../../graph/database.ts';
import { type RecordInput } from '../input/record-input.ts';
import { type RecordOptions } from '../input/options.ts';
import { type RecordingPlan, hasChanges, planRecording } from '../diff/plan-recording.ts';
import { type Problem } from '../input/problem.ts';
import { deriveAll } from '../derive/pipeline.ts';
import { Rollback, resultOrRollback } from '../operation/rollback.ts';
import { type TypeName } from '../../domain/node-types.ts';
import { writePlan } from '../write/write-plan.ts';
import { writeRevisions } from '../write/revisions.ts';
import { type WriteContext } from '../write/write-context.ts';

/** What a recording did, or, where nothing was written, would do. */
export interface RecordReport {
  /** Everything that is wrong with the input; while there is anything, nothing is written. */
  problems: Problem[];
  /** How many things of each type are new: `{Meeting: 1, Claim: 3}`. */
  created: Partial<Record<TypeName, number>>;
  /** Claims that take the place of earlier ones of the same rows. */
  corrected: number;
  /** Claims whose rows the data set no longer has; only with `prune`. */
  retracted: number;
  /** Things of which the input says something else than before, beside claims: names, codes. */
  redescribed: number;
  /** Rows that say what was recorded before. */
  unchanged: number;
  /** True when the graph was changed. */
  written: boolean;
}

/**
 * Records what sources say: the only way by which claims, facts and things come into the graph, for data sets and
 * mutations alike. All of it is written in one transaction, or nothing: every problem is told at once, with its place in
 * the input. What was recorded before from the same data set is found again; recording it once more changes nothing.
 *
 * @param blocks Input of the shape that {@link RecordInput} has checked, one block per source.
 */
export async function record(
  database: Database,
  blocks: readonly RecordInput[],
  options: RecordOptions,
): Promise<RecordReport> {
  const say = options.onProgress ?? (() => {});
  return resultOrRollback(
    database.write(async (tx, version) => {
      say('Checking the input');
      const plan = await planRecording(tx, blocks, options);
      const report = toReport(plan);
      if (plan.problems.length > 0 || !hasChanges(plan)) throw new Rollback(report);
      const context: WriteContext = { by: options.by, at: new Date().toISOString(), version, reason: null };
      say(options.dryRun ? 'Trying it out' : `Writing ${plan.changes.claims.length} claims and what they speak of`);
      const { dirty, stateChanges } = await writePlan(tx, plan, context);
      stateChanges.push(...(await deriveAll(tx, dirty, say)));
      await writeRevisions(tx, stateChanges, context);
      // A dry run has done everything, so that whatever could fail has failed; it ends by taking it all back.
      if (options.dryRun) throw new Rollback(report);
      return { ...report, written: true };
    }),
  );
}

function toReport({ problems, newNodes: newThings, changes }: RecordingPlan): RecordReport {
  const created: Partial<Record<TypeName, number>> = {};
  const count = (type: TypeName, number: number) => {
    if (number > 0) created[type] = (created[type] ?? 0) + number;
  };
  for (const { node } of newThings) count(node.type, 1);
  const corrected = changes.claims.filter(({ corrects }) => corrects !== null).length;
  count('Claim', changes.claims.length - corrected);
  return {
    problems,
    created: problems.length > 0 ? {} : created,
    corrected,
    retracted: changes.retracted.length,
    redescribed: changes.changedDescriptions.length,
    unchanged: changes.unchanged,
    written: false,
  };
}
