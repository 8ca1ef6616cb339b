import { type Tx } from '../../graph/database.ts';
import { type NameInput, type RecordInput } from '../input/record-input.ts';
import { MAX_ROWS } from '../input/transaction-capacity.ts';
import { type Problems } from '../resolve/problems.ts';
import { type ResolvedInput, resolveInput } from '../resolve/resolve.ts';
import { checkClaims } from './check-claims.ts';
import { checkExternalIds, checkRows } from './check-rows.ts';
import { type NameLookup, nameOrKey } from './claim-text.ts';
import { type DraftedInput, draftBlock } from './draft-claims.ts';
import { SupportInference, factSlots } from './implied-supports.ts';
import { type RelinkedClaim, findRelinkCandidates, relinkClaims } from './relink-claims.ts';

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
  const drafted: DraftedInput = {
    drafts: draftedBlocks.flatMap(({ drafts }) => drafts),
    descriptions: draftedBlocks.flatMap(({ descriptions }) => descriptions),
  };
  checkSize(drafted, problems);
  checkRows(resolved, drafted.drafts, problems);
  checkClaims(drafted.drafts, problems);
  await checkExternalIds(tx, resolved.rows, problems);
  return { resolved, drafted, relinked: relinkClaims(candidates, inference) };
}

/** Counts rows and explicit claims, as the author does; generated claims do not count. */
function checkSize({ drafts, descriptions }: DraftedInput, problems: Problems): void {
  const rows = descriptions.length + drafts.filter(({ isGenerated }) => !isGenerated).length;
  if (rows <= MAX_ROWS) return;
  const message = `the input has ${rows} rows; the limit for one recording is ${MAX_ROWS}. Split it and record the parts one after the other`;
  problems.add('NOT_ALLOWED', [], message);
}

/** Looks up names in the input, then in the graph. */
function nameLookup({ rows, registry }: ResolvedInput): NameLookup {
  const given = new Map<string, NameInput[]>();
  for (const { node, fields } of rows) {
    const names = (fields.names ?? []) as NameInput[];
    if (names.length > 0 && !given.has(node.id)) given.set(node.id, names);
  }
  return (node) =>
    nameOrKey(given.get(node.id) ?? registry.stored(node.id)?.names.map((name) => ({ ...name })) ?? [], node.key);
}
