import { newId } from '../../domain/identity/keys.ts';
import { type Tx } from '../../graph/database.ts';
import { type WriteOperation, succeeded, rejected } from '../operation/operation.ts';
import { type ClaimInput, type RecordInput, type SourceInput } from '../input/record-input.ts';
import { type NewClaim, diffInput } from '../diff/diff.ts';
import { ClaimResolver } from '../diff/claim-resolver.ts';
import { type ClaimDraft } from '../draft/claim-draft.ts';
import { fingerprintClaim } from '../diff/fingerprint.ts';
import { impliedValues } from '../draft/implied-values.ts';
import { KeyAllocator } from '../resolve/key-allocator.ts';
import { type WritePlan, declaredKeys, collectNewNodes } from '../diff/plan-recording.ts';
import { type PreparedInput, prepareInput } from '../draft/prepare-input.ts';
import { Problems } from '../resolve/problems.ts';
import { type Problem } from '../input/problem.ts';
import { writePlan } from '../write/write-plan.ts';
import { inheritSupports, supportsSameFacts } from './inherit-supports.ts';
import { type LiveClaim, findLiveClaims } from './find-live-claims.ts';
import { type LoadedClaim, loadClaim } from './load-claim.ts';

export interface CorrectClaimInput {
  claim: string;
  /** The new claim, complete. */
  by: ClaimInput;
  /** Its document and attribution; those of the corrected claim if left out. */
  source?: SourceInput;
}

/**
 * Replaces a claim: the old one stays in the graph but no longer counts, and the new one takes over its key. The new claim
 * supports what `by.supports` says, else what the old one supported if both are about the same facts, else what its type implies.
 * It also takes over the relations to other claims, unless `by.relations` gives them.
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
    const drafted = prepared.drafted.drafts[0];
    const resolver = new ClaimResolver(prepared.resolved.registry);
    const relations = by.relations && drafted ? resolver.resolveRelations(drafted, problems) : null;
    const draft = before && drafted ? withSupports(drafted, by, before) : null;
    const correction =
      claim && before && draft
        ? await buildCorrection(tx, { claim, before, draft, givenRelations: relations }, problems)
        : null;
    if (!problems.isEmpty || correction === null)
      return rejected(
        (await problems.withSuggestions(tx, declaredKeys(prepared.resolved, prepared.drafted))).map(withArgumentPath),
      );
    const { dirty, stateChanges } = await writePlan(tx, await toWritePlan(tx, correction, prepared, problems), context);
    return succeeded(dirty, stateChanges, { mainNode: correction.id, claims: [correction.id] });
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
  const { attributionKind, attributionInferred, attribution, confidence, evidence } = before;
  const storedEvidence = evidence.map(({ document, paragraph, line }) => ({
    document,
    paragraph: paragraph ?? undefined,
    line: line ?? undefined,
  }));
  return {
    source: { document: evidence[0]!.document, attributionKind, attribution },
    claims: [
      {
        ...by,
        ...(by.evidence === undefined && by.paragraph === undefined ? { evidence: storedEvidence } : {}),
        attributionInferred: by.attributionInferred ?? attributionInferred,
        confidence: by.confidence ?? confidence ?? undefined,
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

interface CorrectionParts {
  claim: LiveClaim;
  before: LoadedClaim;
  draft: ClaimDraft;
  /** The relations that the input gives; null if it gives none. */
  givenRelations: NewClaim['relations'] | null;
}

/** The claim to write; null if there is a problem. */
async function buildCorrection(
  tx: Tx,
  { claim, before, draft, givenRelations }: CorrectionParts,
  problems: Problems,
): Promise<NewClaim | null> {
  const relations = givenRelations ?? before.relations;
  relations.forEach(({ to }, index) => {
    if (to === claim.id)
      problems.invalid([0, 'claims', 0, 'relations', index, 'to'], 'a claim cannot relate to itself');
  });
  const fingerprinted = fingerprintClaim(draft);
  if (fingerprinted.fingerprint === before.fingerprint)
    problems.invalid(['by'], `the correction is identical to ${claim.key}; change at least one value`);
  if (!problems.isEmpty) return null;
  const keys = await KeyAllocator.load(tx, [`${claim.key}/v`], []);
  const corrects = { id: claim.id, key: keys.allocateVersion(claim.key) };
  return { ...fingerprinted, id: newId(), key: claim.key, relations, corrects };
}

/** What to write: the claim, and the description of its document. */
async function toWritePlan(
  tx: Tx,
  correction: NewClaim,
  prepared: PreparedInput,
  problems: Problems,
): Promise<WritePlan> {
  const { resolved, drafted, relinked } = prepared;
  const descriptionsOnly = { drafts: [], descriptions: drafted.descriptions };
  const changes = await diffInput(tx, descriptionsOnly, resolved, { scopes: [''], prune: false }, problems);
  return {
    newNodes: collectNewNodes(resolved),
    changes: { ...changes, claims: [correction] },
    relinked,
    dataSets: [],
  };
}

/** Turns a path within the block into one within the arguments of the mutation. */
function withArgumentPath(problem: Problem): Problem {
  const [block, part, ...rest] = problem.path;
  if (block !== 0) return problem;
  return { ...problem, path: part === 'claims' ? ['by', ...rest.slice(1)] : [part!, ...rest] };
}
