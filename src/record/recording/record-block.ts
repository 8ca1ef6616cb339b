import { type Tx } from '../../graph/database.ts';
import { together } from '../../graph/transactions/together.ts';
import { type FoundDuplicates, findDuplicates } from '../duplicates/find-duplicates.ts';
import { type RecordInput } from '../input/record-input.ts';
import { findByRef } from '../resolve/lookups.ts';
import { type InputPath } from '../input/problem.ts';
import { type RecordingPlan, hasChanges, planRecording } from '../diff/plan-recording.ts';
import { Problems } from '../resolve/problems.ts';
import { type Problem } from '../input/problem.ts';
import { typeNames } from '../../domain/node-types.ts';
import { type WriteTransaction } from '../overlay/write-transaction.ts';
import { Remembering } from '../resolve/remembering.ts';
import { DirtySet } from '../write/dirty-set.ts';
import { type WriteContext } from '../write/write-context.ts';
import { writePlan } from '../write/write-plan.ts';
import { type OperationResult, type WriteOperation, succeeded, rejected } from '../operation/operation.ts';
import { checkVersions } from '../operation/versions.ts';

export interface RecordBlockOptions {
  expectedVersions: readonly ExpectedVersionOfRef[];
  /** Create new entities even if existing ones may be the same. */
  allowDuplicate: boolean;
  /** Write nothing if there are warnings. */
  stopOnWarnings: boolean;
}

/** The version of a node when the analyst read it. */
export interface ExpectedVersionOfRef {
  ref: string;
  version: number;
  path: InputPath;
}

/**
 * Records what one source says for an analyst: claims, and the facts and entities that they are about. Rejected if a new entity
 * may be one that exists. Paths of problems are relative to the block.
 */
export function recordBlockOperation(block: RecordInput, options: RecordBlockOptions): WriteOperation {
  return (tx, context) => recordBlock(tx, context, block, options);
}

/** @param asked What was asked before. */
export async function recordBlock(
  tx: WriteTransaction,
  context: WriteContext,
  block: RecordInput,
  { expectedVersions, allowDuplicate, stopOnWarnings }: RecordBlockOptions,
  asked = new Remembering(tx),
): Promise<OperationResult> {
  const [plan, versionProblems] = await together([
    planRecording(asked, [block], { by: context.by }, context.at),
    checkExpectedVersions(asked, expectedVersions),
  ]);
  const warnings = plan.warnings.map(withinBlock);
  const rejectedFor = (found: readonly Problem[]) =>
    rejected([...found.map(withinBlock), ...versionProblems], { warnings });
  if (plan.problems.length > 0) return rejectedFor(plan.problems);
  const [{ within, candidates: duplicateCandidates, profiles }] = await together([
    allowDuplicate ? NOT_COMPARED : findDuplicates(tx, plan),
    tx.readKnown(plan.known),
  ]);
  if (within.length + versionProblems.length > 0) return rejectedFor(within);
  const isStopped = stopOnWarnings && warnings.length > 0;
  if (isStopped || duplicateCandidates.length > 0) return rejected([], { duplicateCandidates, warnings });
  if (!hasChanges(plan)) return succeeded(new DirtySet(), [], toPayloadIds(plan), warnings);
  const { dirty, stateChanges } = await writePlan(tx, plan, context);
  // That a mutation says what a data set has said changes nothing to be seen, but has to be kept.
  const commitsWithoutRevisions = plan.changes.owners.length > 0;
  return {
    ...succeeded(dirty, stateChanges, toPayloadIds(plan), warnings),
    commitsWithoutRevisions,
    unlikeOthers: profiles,
  };
}

const NOT_COMPARED: FoundDuplicates = { profiles: [], within: [], candidates: [] };

/** With its path relative to the only block. */
const withinBlock = (problem: Problem): Problem => ({ ...problem, path: problem.path.slice(1) });

function toPayloadIds({ results: { nodes, claims } }: RecordingPlan) {
  const meeting = nodes.find(({ type }) => type === 'Meeting');
  return { mainNode: meeting?.id ?? null, claims, mentionedNodes: nodes.map(({ id }) => id) };
}

async function checkExpectedVersions(tx: Tx, expected: readonly ExpectedVersionOfRef[]): Promise<Problem[]> {
  if (expected.length === 0) return [];
  const known = await findByRef(
    tx,
    expected.map(({ ref }) => ref),
  );
  const problems = new Problems();
  const found = expected.flatMap(({ ref, version, path }) => {
    const node = known.get(ref);
    if (node === undefined) problems.notFound({ ref, to: typeNames, path });
    return node === undefined ? [] : [{ node: node.id, key: node.key, version, path }];
  });
  return [...(await problems.withSuggestions(tx, new Map())), ...(await checkVersions(tx, found))];
}
