import { type Tx } from '../../graph/database.ts';
import { MAX_ROWS } from '../input/transaction-capacity.ts';
import { type RecordInput } from '../input/record-input.ts';
import { type DataSet, type RecordOptions } from '../input/options.ts';
import { type Problem } from '../input/problem.ts';
import { type NodeRef } from '../resolve/node-ref.ts';
import { checkClaims } from '../draft/check-claims.ts';
import { checkExternalIds, checkRows } from '../draft/check-rows.ts';
import { type DraftedInput, draftBlock } from '../draft/draft-claims.ts';
import { type InputDiff, diffInput } from './diff.ts';
import { Problems, comparePaths } from '../resolve/problems.ts';
import { type InputPath } from '../resolve/references.ts';
import { type FactIdentity } from '../resolve/match-facts.ts';
import { type ResolvedInput, resolveInput } from '../resolve/resolve.ts';
import { type RelinkedClaim, findRelinkCandidates, relinkClaims } from '../draft/relink-claims.ts';
import { SupportInference, factSlots } from '../draft/implied-supports.ts';
import { nameOrKey } from '../draft/claim-text.ts';
import { type NameInput } from '../input/record-input.ts';

/** What is to be written. */
export interface WritePlan {
  newNodes: { thing: NodeRef; fact: FactIdentity | null }[];
  changes: InputDiff;
  /** Stored claims whose inferred supports change because of new facts. */
  relinked: RelinkedClaim[];
  dataSets: DataSet[];
}

/** What recording the blocks would write, or all problems with them. */
export interface RecordingPlan extends WritePlan {
  problems: Problem[];
  /** The nodes of all rows, and the ids of their claims, in the order of the input. */
  results: { nodes: readonly NodeRef[]; claims: readonly string[] };
}

/** Resolved and drafted input, before the comparison with what is stored. */
export interface PreparedInput {
  resolved: ResolvedInput;
  drafted: DraftedInput;
  /** Stored claims whose inferred supports change because of new facts. */
  relinked: RelinkedClaim[];
}

/** Resolves blocks, drafts their claims and checks them; problems are added to `problems`. */
export async function prepareInput(
  tx: Tx,
  blocks: readonly RecordInput[],
  scopes: readonly string[],
  problems: Problems,
): Promise<PreparedInput> {
  const resolved = await resolveInput(tx, blocks, scopes, problems);
  const nameOf = nameLookup(resolved);
  const candidates = await findRelinkCandidates(tx, [...resolved.factIdentities.values()]);
  const inference = await SupportInference.load(tx, blocks, resolved, candidates.flatMap(factSlots));
  const draftedBlocks = blocks.map((block, number) => draftBlock(block, number, resolved, inference, nameOf));
  const all: DraftedInput = {
    drafts: draftedBlocks.flatMap(({ drafts }) => drafts),
    descriptions: draftedBlocks.flatMap(({ descriptions }) => descriptions),
  };
  checkSize(all, problems);
  checkRows(resolved, all.drafts, problems);
  checkClaims(all.drafts, problems);
  await checkExternalIds(tx, resolved.rows, problems);
  return { resolved, drafted: all, relinked: relinkClaims(candidates, inference) };
}

/** Plans the recording of blocks: resolves, drafts and checks them, and compares them with what is stored. */
export async function planRecording(
  tx: Tx,
  blocks: readonly RecordInput[],
  options: RecordOptions,
): Promise<RecordingPlan> {
  const problems = new Problems();
  const dataSets = blocks.map((_, number) => options.dataSets?.[number] ?? null);
  const scopes = dataSets.map((dataSet) => dataSet?.key ?? '');
  const { resolved, drafted: all, relinked } = await prepareInput(tx, blocks, scopes, problems);
  const changes = await diffInput(
    tx,
    all,
    resolved,
    { scopes: [...new Set(scopes)], prune: options.prune ?? false, seen: options.part?.seen },
    problems,
  );
  return {
    problems: problems.isEmpty ? [] : await problems.withSuggestions(tx, declaredKeys(resolved, all)),
    newNodes: collectNewNodes(resolved),
    results: {
      nodes: [...new Set(inInputOrder(resolved.rows).map(({ thing: node }) => node))],
      claims: [...new Set(inInputOrder(all.drafts).map((draft) => changes.idOf(draft)))],
    },
    changes,
    relinked,
    dataSets: [...new Map(dataSets.filter((each) => each !== null).map((each) => [each.key, each])).values()],
  };
}

/** False if everything in the blocks is recorded already. */
export function hasChanges({ newNodes, changes }: WritePlan): boolean {
  const {
    claims,
    retracted,
    addedDescriptions: described,
    changedDescriptions: redescribed,
    removedDescriptions: undescribed,
  } = changes;
  return [newNodes, claims, retracted, described, redescribed, undescribed].some((list) => list.length > 0);
}

/** Counts rows and explicit claims, as the author does; generated claims do not count. */
function checkSize({ drafts, descriptions }: DraftedInput, problems: Problems): void {
  const rows = descriptions.length + drafts.filter(({ isGenerated }) => !isGenerated).length;
  if (rows <= MAX_ROWS) return;
  const message = `the input has ${rows} rows; one recording takes ${MAX_ROWS}. Record it in parts, one after the other`;
  problems.add('NOT_ALLOWED', [], message);
}

/** Looks up names in the input, then in the graph. */
function nameLookup({ rows, registry }: ResolvedInput): (node: NodeRef) => string {
  const given = new Map<string, NameInput[]>();
  for (const { thing: node, fields } of rows) {
    const names = (fields.names ?? []) as NameInput[];
    if (names.length > 0 && !given.has(node.id)) given.set(node.id, names);
  }
  return (node) =>
    nameOrKey(given.get(node.id) ?? registry.stored(node.id)?.names.map((name) => ({ ...name })) ?? [], node.key);
}

const inInputOrder = <T extends { path: InputPath }>(spoken: readonly T[]): T[] =>
  spoken.toSorted((a, b) => comparePaths(a.path, b.path));

/** The nodes to create, facts with what identifies them. */
export function collectNewNodes({ rows, factIdentities: identities }: ResolvedInput): RecordingPlan['newNodes'] {
  const newNodes = new Map(rows.filter(({ thing: node }) => node.isNew).map(({ thing: node }) => [node.id, node]));
  return [...newNodes.values()].map((node) => ({
    thing: node,
    fact: identities.get(node.id) ?? (node.type === 'Statement' ? { slot: node.id, relationships: [] } : null),
  }));
}

/** Keys that the input declares, by type. */
export function declaredKeys({ registry }: ResolvedInput, { drafts }: DraftedInput) {
  return registry.declaredKeys().set(
    'Claim',
    drafts.map(({ key }) => key).filter((key) => key !== null),
  );
}
