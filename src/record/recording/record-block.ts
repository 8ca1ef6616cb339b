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
import { DirtySet } from '../write/dirty-set.ts';
import { writePlan } from '../write/write-plan.ts';
import { type WriteOperation, succeeded, rejected } from '../operation/operation.ts';
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
export function recordBlockOperation(
  block: RecordInput,
  { expectedVersions, allowDuplicate, stopOnWarnings }: RecordBlockOptions,
): WriteOperation {
  return async (tx, context) => {
    const [plan, versionProblems] = await together([
      planRecording(tx, [block], { by: context.by }, context.at),
      checkExpectedVersions(tx, expectedVersions),
    ]);
    const isCompared = plan.problems.length === 0 && !allowDuplicate;
    const duplicates = isCompared ? await findDuplicates(tx, plan) : NO_DUPLICATES;
    const warnings = plan.warnings.map(withinBlock);
    const problems = [...[...plan.problems, ...duplicates.within].map(withinBlock), ...versionProblems];
    if (problems.length > 0) return rejected(problems, { warnings });
    const duplicateCandidates = duplicates.candidates;
    const isStopped = stopOnWarnings && warnings.length > 0;
    if (isStopped || duplicateCandidates.length > 0) return rejected([], { duplicateCandidates, warnings });
    if (!hasChanges(plan)) return succeeded(new DirtySet(), [], toPayloadIds(plan), warnings);
    const { dirty, stateChanges } = await writePlan(tx, plan, context);
    // That a mutation says what a data set has said changes nothing to be seen, but has to be kept.
    const commitsWithoutRevisions = plan.changes.owners.length > 0;
    return { ...succeeded(dirty, stateChanges, toPayloadIds(plan), warnings), commitsWithoutRevisions };
  };
}

const NO_DUPLICATES: FoundDuplicates = { within: [], candidates: [] };

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
