import { type Name, bestName, readName } from '../../domain/names/names.ts';
import { withArticle } from '../../domain/node-types.ts';
import { type Tx } from '../../graph/database.ts';
import { type NameInput, type RecordInput } from '../input/record-input.ts';
import { MAX_ROWS } from '../input/transaction-capacity.ts';
import { type NodeRef } from '../resolve/node-ref.ts';
import { type Problems } from '../resolve/problems.ts';
import { type ResolvedInput, resolveInput } from '../resolve/resolve.ts';
import { checkClaims } from './check-claims.ts';
import { checkExternalIds, checkRows } from './check-rows.ts';
import { type NodeNames } from './claim-text.ts';
import { type DraftedInput, draftBlock } from './draft-claims.ts';
import { SupportInference, factSlots } from './implied-supports.ts';
import { type RelinkedClaim, relinkCandidates, relinkClaims } from './relink-claims.ts';

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
  const names = namesIn(resolved);
  const candidates = relinkCandidates(resolved);
  const inference = await SupportInference.load(tx, blocks, resolved, candidates.flatMap(factSlots));
  const draftedBlocks = blocks.map((block, number) => draftBlock(block, number, resolved, inference, names));
  const drafted: DraftedInput = {
    drafts: draftedBlocks.flatMap(({ drafts }) => drafts),
    descriptions: draftedBlocks.flatMap(({ descriptions }) => descriptions),
    silentRows: draftedBlocks.flatMap(({ silentRows }) => silentRows),
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

/** The names and kinds of nodes as the input gives them, else as the graph has them. */
function namesIn({ rows, registry }: ResolvedInput): NodeNames {
  const given = new Map<string, { names: readonly Name[]; kind?: unknown; title?: unknown }>();
  for (const { node, fields } of rows) {
    const { names = [], kind, title } = fields as { names?: NameInput[]; kind?: unknown; title?: unknown };
    if ((names.length > 0 || title !== undefined) && !given.has(node.id))
      given.set(node.id, { names: names.map(readName), kind, title });
  }
  const find = ({ id }: NodeRef) => given.get(id) ?? registry.stored(id);
  return {
    nameOf: (node) => {
      const { names = [], title } = find(node) ?? {};
      return bestName(names) || (typeof title === 'string' ? title : `${withArticle(node.type)} without a name`);
    },
    placePreposition: (place) => {
      const kind = given.get(place.id)?.kind ?? registry.stored(place.id)?.properties.kind;
      return kind === 'VENUE' ? 'at' : 'in';
    },
  };
}
