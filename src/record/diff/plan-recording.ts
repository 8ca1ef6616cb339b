import { type Tx } from '../../graph/database.ts';
import { together } from '../../graph/transactions/together.ts';
import { findWarnings } from '../draft/find-warnings.ts';
import { prepareInput } from '../draft/prepare-input.ts';
import { type DraftedInput } from '../draft/draft-claims.ts';
import { isNodeRef } from '../draft/row-values.ts';
import { type RelinkedClaim } from '../draft/relink-claims.ts';
import { type DataSet, type RecordOptions } from '../input/options.ts';
import { type InputPath, type Problem } from '../input/problem.ts';
import { type RecordInput } from '../input/record-input.ts';
import { type FactIdentity } from '../resolve/fact-identity.ts';
import { type MatchedRow } from '../resolve/match-by-external-id.ts';
import { type NodeRef } from '../resolve/node-ref.ts';
import { Problems, comparePaths } from '../resolve/problems.ts';
import { type ResolvedInput } from '../resolve/resolve.ts';
import { type InputDiff, diffInput } from './diff.ts';
import { warnOfEnded } from './ended-rows.ts';

/** What is to be written. */
export interface WritePlan {
  newNodes: { node: NodeRef; fact: FactIdentity | null }[];
  changes: InputDiff;
  /** Stored claims whose inferred supports change because of new facts. */
  relinked: RelinkedClaim[];
  dataSets: DataSet[];
}

/** What recording the blocks would write, or all problems with them. */
export interface RecordingPlan extends WritePlan {
  problems: Problem[];
  /** What is possible, but probably a slip, and what is not recorded again since an analyst has ended it. */
  warnings: Problem[];
  /** The ids of the nodes of the graph of which the input speaks. */
  known: readonly string[];
  /** Rows of files that describe known entities by external id. */
  matched: readonly MatchedRow[];
  /** The nodes of all rows, and the ids of the claims that say what they say, in the order of the input. */
  results: { nodes: readonly NodeRef[]; claims: readonly string[] };
}

/**
 * Plans the recording of blocks: resolves, drafts and checks them, and compares them with what is stored.
 *
 * @param at The instant of the recording.
 */
export async function planRecording(
  tx: Tx,
  blocks: readonly RecordInput[],
  options: RecordOptions,
  at: string,
): Promise<RecordingPlan> {
  const problems = new Problems();
  const dataSets = blocks.map((_, number) => options.dataSets?.[number] ?? null);
  const scopes = dataSets.map((dataSet) => dataSet?.key ?? '');
  const prepared = await prepareInput(tx, blocks, scopes, problems);
  const { resolved, drafted, relinked } = prepared;
  const [{ ended, idOf, ...changes }, warnings] = await together([
    diffInput(
      tx,
      drafted,
      resolved,
      { scopes: [...new Set(scopes)], prune: options.prune ?? false, part: options.part },
      problems,
    ),
    findWarnings(tx, prepared, at),
  ]);
  const isEnded = new Set(ended.map(({ row }) => row.draft));
  const warningsOfEnded = await warnOfEnded(tx, ended);
  return {
    problems: problems.isEmpty ? [] : await problems.withSuggestions(tx, declaredKeys(resolved, drafted)),
    warnings: inInputOrder([...warnings, ...warningsOfEnded]),
    newNodes: collectNewNodes(resolved),
    known: knownNodes(drafted),
    matched: resolved.matched,
    results: {
      nodes: [...new Set(inInputOrder(resolved.rows).map(({ node }) => node))],
      claims: [...new Set(inInputOrder(drafted.drafts.filter((draft) => !isEnded.has(draft))).map(idOf))],
    },
    changes,
    relinked,
    dataSets: [...new Map(dataSets.filter((each) => each !== null).map((each) => [each.key, each])).values()],
  };
}

/** False if everything in the blocks is recorded already. */
export function hasChanges({ newNodes, changes }: WritePlan): boolean {
  const { claims, retracted, owners, addedDescriptions, changedDescriptions, removedDescriptions } = changes;
  return [newNodes, claims, retracted, owners, addedDescriptions, changedDescriptions, removedDescriptions].some(
    (list) => list.length > 0,
  );
}

const inInputOrder = <T extends { path: InputPath }>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => comparePaths(a.path, b.path));

/** The nodes to create, facts with what identifies them. */
export function collectNewNodes({ rows, factIdentities }: ResolvedInput): RecordingPlan['newNodes'] {
  const newNodes = new Map(rows.filter(({ node }) => node.isNew).map(({ node }) => [node.id, node]));
  return [...newNodes.values()].map((node) => ({
    node,
    fact: factIdentities.get(node.id) ?? (node.type === 'Statement' ? { slot: node.id, relationships: [] } : null),
  }));
}

/** Not claims, which the recording may correct. */
const knownNodes = ({ drafts, descriptions }: DraftedInput): string[] => {
  const refs = [
    ...drafts.flatMap(({ subject, objects, evidence, attribution }) => [
      subject,
      ...objects,
      ...evidence.map(({ document }) => document),
      ...attribution.map(({ agent }) => agent),
    ]),
    ...[...drafts.flatMap(({ supports }) => supports), ...descriptions].flatMap(({ values }) =>
      Object.values(values).flat().filter(isNodeRef),
    ),
  ];
  return [...new Set(refs.filter(({ isNew, type }) => !isNew && type !== 'Claim').map(({ id }) => id))];
};

/** Keys that the input declares, by type. */
export function declaredKeys({ registry }: ResolvedInput, { drafts }: DraftedInput) {
  return registry.declaredKeys().set(
    'Claim',
    drafts.map(({ key }) => key).filter((key) => key !== null),
  );
}
