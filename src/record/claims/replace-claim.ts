import { newId } from '../../domain/identity/keys.ts';
import { type Tx } from '../../graph/database.ts';
import { ClaimResolver } from '../diff/claim-resolver.ts';
import { type NewClaim, diffInput } from '../diff/diff.ts';
import { fingerprintClaim } from '../diff/fingerprint.ts';
import { type WritePlan, collectNewNodes, declaredKeys } from '../diff/plan-recording.ts';
import { type ClaimDraft } from '../draft/claim-draft.ts';
import { findWarnings } from '../draft/find-warnings.ts';
import { type PreparedInput } from '../draft/prepare-input.ts';
import { type InputPath, type Problem } from '../input/problem.ts';
import { type SourceInput } from '../input/record-input.ts';
import { type WriteOperation, rejected, succeeded } from '../operation/operation.ts';
import { findByRef } from '../resolve/lookups.ts';
import { KeyAllocator } from '../resolve/key-allocator.ts';
import { type Problems } from '../resolve/problems.ts';
import { type WriteContext } from '../write/write-context.ts';
import { type WriteTransaction } from '../overlay/write-transaction.ts';
import { writePlan } from '../write/write-plan.ts';
import { type LiveClaim } from './find-live-claims.ts';
import { type LoadedClaim } from './load-claim.ts';

/** A claim that is replaced, and the input from which its replacement is made. */
export interface Replacement {
  /** Null for a claim that cannot be replaced, which is then a reported problem. */
  claim: LiveClaim | null;
  before: LoadedClaim | null;
  prepared: PreparedInput;
  /** The new claim; null if it could not be drafted, which is then a reported problem. */
  draft: ClaimDraft | null;
  /** Whether the input gives the relations to other claims; otherwise those of the old one stay. */
  givesRelations: boolean;
  /** Where the arguments have what stands at a path of the input. */
  toArgumentPath: (path: InputPath) => InputPath;
}

/**
 * Replaces a claim: the old one stays in the graph but no longer counts, and the new one takes over its key and its relations to other
 * claims. Rejected with all problems if there are any.
 */
export async function replaceClaim(
  tx: WriteTransaction,
  replacement: Replacement,
  context: WriteContext,
  problems: Problems,
): Promise<Awaited<ReturnType<WriteOperation>>> {
  const { prepared, toArgumentPath } = replacement;
  const toArguments = (found: readonly Problem[]) =>
    found.map((problem) => ({ ...problem, path: toArgumentPath(problem.path) }));
  const warnings = toArguments(await findWarnings(tx, prepared, context.at));
  const created = await createReplacement(tx, replacement, problems);
  const plan = created && (await toWritePlan(tx, created, prepared, problems));
  if (!problems.isEmpty || plan === null) {
    const keys = declaredKeys(prepared.resolved, prepared.drafted);
    return rejected(toArguments(await problems.withSuggestions(tx, keys)), { warnings });
  }
  const { dirty, stateChanges } = await writePlan(tx, plan, context);
  return succeeded(dirty, stateChanges, { mainNode: created!.id, claims: [created!.id] }, warnings);
}

/** The claim to write; null if there is a problem. */
async function createReplacement(
  tx: Tx,
  { claim, before, draft, prepared, givesRelations }: Replacement,
  problems: Problems,
): Promise<NewClaim | null> {
  // Those that the input gives are checked even if the claim to be replaced is not known.
  const given =
    givesRelations && draft ? new ClaimResolver(prepared.resolved.registry).resolveRelations(draft, problems) : null;
  if (claim === null || before === null || draft === null) return null;
  const relations = given ?? before.relations;
  relations.forEach(({ to }, index) => {
    if (to === claim.id) problems.invalid([...draft.path, 'relations', index, 'to'], 'a claim cannot relate to itself');
  });
  const fingerprinted = fingerprintClaim(draft);
  if (fingerprinted.fingerprint === before.fingerprint)
    problems.invalid(draft.path, `the correction is identical to ${claim.key}; change at least one value`);
  if (!problems.isEmpty) return null;
  const keys = await KeyAllocator.load(tx, [`${claim.key}/v`], []);
  const corrects = { id: claim.id, key: keys.allocateVersion(claim.key) };
  return { ...fingerprinted, id: newId(), key: claim.key, relations, corrects };
}

/** What to write: the claim, what it creates, and the descriptions that come with it. */
async function toWritePlan(
  tx: Tx,
  replacement: NewClaim,
  { resolved, drafted, relinked }: PreparedInput,
  problems: Problems,
): Promise<WritePlan> {
  const descriptions = { drafts: [], descriptions: drafted.descriptions };
  const changes = await diffInput(tx, descriptions, resolved, { scopes: [''], prune: false }, problems);
  return {
    newNodes: collectNewNodes(resolved),
    changes: { ...changes, claims: [replacement] },
    relinked,
    dataSets: [],
  };
}

/** The document and attribution of a stored claim, as the source of an input. */
export const sourceOfClaim = ({ attributionKind, attribution, confidence, evidence }: LoadedClaim): SourceInput => ({
  document: evidence[0]!.document,
  attributionKind,
  attribution,
  ...(confidence === null ? {} : { confidence }),
});

/** What a claim that is made from a row takes over from the one it replaces: where that stands, and how it was attributed. */
export async function inheritEvidence(
  tx: Tx,
  { attributionInferred, evidence }: LoadedClaim,
): Promise<Pick<ClaimDraft, 'attributionInferred' | 'evidence'>> {
  const documents = await findByRef(
    tx,
    evidence.map(({ document }) => document),
  );
  return {
    attributionInferred,
    evidence: evidence.map((each) => ({ ...each, document: documents.get(each.document)! })),
  };
}
