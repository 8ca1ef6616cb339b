import { factTypes } from '../../domain/node-types.ts';
import { type ClaimDraft } from '../draft/claim-draft.ts';
import { factSlots } from '../draft/implied-supports.ts';
import { impliedValues } from '../draft/implied-values.ts';
import { prepareInput } from '../draft/prepare-input.ts';
import { type InputPath } from '../input/problem.ts';
import { type ClaimInput, type RecordInput, type SourceInput } from '../input/record-input.ts';
import { type WriteOperation } from '../operation/operation.ts';
import { Problems } from '../resolve/problems.ts';
import { findLiveClaims } from './find-live-claims.ts';
import { inheritSupports, supportsSameFacts } from './inherit-supports.ts';
import { type LoadedClaim, loadClaim } from './load-claim.ts';
import { replaceClaim, sourceOfClaim } from './replace-claim.ts';

export interface CorrectClaimInput {
  claim: string;
  /** The new claim, complete. */
  by: ClaimInput;
  /** Its document and attribution; those of the corrected claim if left out. */
  source?: SourceInput;
}

/**
 * Replaces a claim by another one. The new claim supports what `by.supports` says, else what the old one supported if both are about the
 * same facts, else what its type implies. It also takes over the relations to other claims, unless `by.relations` gives them.
 */
export const correctClaimOperation =
  ({ claim: ref, by, source }: CorrectClaimInput): WriteOperation =>
  async (tx, context) => {
    const problems = new Problems();
    const { claim } = await findLiveClaims(tx, { claim: ref }, problems);
    const before = claim && (await loadClaim(tx, claim.id));
    if (by.key !== undefined && by.key !== claim?.key)
      problems.invalid(['by', 'key'], 'a correction takes over the key of the corrected claim; leave key out');
    const prepared = await prepareInput(tx, [toBlock(by, source, before)], [''], problems);
    const drafted = prepared.drafted.drafts[0] ?? null;
    const draft = before && drafted ? withSupports(drafted, by, before) : drafted;
    if (before && draft) checkStillSupports(before, draft, problems);
    return replaceClaim(
      tx,
      { claim, before, prepared, draft, givesRelations: by.relations !== undefined, toArgumentPath },
      context,
      problems,
    );
  };

/** The correction as a block with one claim. */
function toBlock(
  { key: _key, ...by }: ClaimInput,
  source: SourceInput | undefined,
  before: LoadedClaim | null,
): RecordInput {
  // If the claim does not exist nothing is written, but the rest of the input is checked too.
  if (before === null) return { source: source ?? { title: 'correction', attributionKind: 'ANALYST' }, claims: [by] };
  if (source !== undefined) return { source, claims: [by] };
  const storedEvidence = before.evidence.map(({ document, paragraph, line }) => ({
    document,
    paragraph: paragraph ?? undefined,
    line: line ?? undefined,
  }));
  return {
    source: sourceOfClaim(before),
    claims: [
      {
        ...by,
        ...(by.evidence === undefined && by.paragraph === undefined ? { evidence: storedEvidence } : {}),
        attributionInferred: by.attributionInferred ?? before.attributionInferred,
      },
    ],
  };
}

/** The drafted claim with what it supports. */
function withSupports(drafted: ClaimDraft, by: ClaimInput, before: LoadedClaim): ClaimDraft {
  const isSameSupport = by.supports === undefined && supportsSameFacts(before, drafted);
  const draft = isSameSupport ? { ...drafted, ...impliedSupports(before, drafted) } : drafted;
  return { ...draft, supports: inheritSupports(before, draft) };
}

const impliedSupports = (
  before: LoadedClaim,
  drafted: ClaimDraft,
): Pick<ClaimDraft, 'supports' | 'supportsAreInferred'> => ({
  supports: before.supports.map(({ node }) => ({ node, values: impliedValues(drafted, node) })),
  supportsAreInferred: before.supportsAreInferred,
});

/** A claim makes no facts: one about a fact that is not known would take the old fact away and give none instead. */
function checkStillSupports(before: LoadedClaim, draft: ClaimDraft, problems: Problems): void {
  const lost = before.supports.find(({ node }) => factTypes.includes(node.type));
  if (lost === undefined || draft.supports.length > 0 || factSlots(draft).length === 0) return;
  const [wanted, remedy] =
    lost.node.type === 'Participation'
      ? ['participation', 'give participant, with actor, role and status, instead of by']
      : [lost.node.type.toLowerCase(), 'record it from its source, and retract this claim'];
  const named = [draft.subject, ...draft.objects].map(({ key }) => key).join(', ');
  problems.invalid(
    [...draft.path, 'subject'],
    `no ${wanted} is known that joins ${named}, so that this claim would support nothing, and ${lost.node.key} would lose its claim; ${remedy}`,
  );
}

/** The block has the claim as its only one; in the arguments it is called `by`. */
function toArgumentPath(path: InputPath): InputPath {
  const [block, part, ...rest] = path;
  if (block !== 0) return path;
  return part === 'claims' ? ['by', ...rest.slice(1)] : [part!, ...rest];
}
