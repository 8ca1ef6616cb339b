import { ReviewState } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { type OperationResult, type WriteOperation, succeeded, rejected } from '../operation/operation.ts';
import { DirtySet, markClaimsDirty } from '../write/dirty-set.ts';
import { Problems } from '../resolve/problems.ts';
import { findLiveClaims } from './find-live-claims.ts';

const REVIEW = `MATCH (c:Thing&Claim {id: $id}) USING INDEX SEEK c:Thing(id)
SET c.reviewState = $reviewState, c.reviewed = $reviewed`;

/** States that a review cannot set, with the mutation that does. */
const otherMutations: Partial<Record<ReviewState, string>> = {
  CORRECTED: 'a review cannot set CORRECTED; use correctClaim',
  RETRACTED: 'a review cannot set RETRACTED; use retractClaim',
};

/**
 * Sets the review state of a claim. A claim that an analyst ACCEPTED takes precedence over unreviewed ones; a DISPUTED one comes
 * last. A later review can change either, and {@link withdrawReviewOperation} takes it back.
 */
export const reviewClaimOperation =
  ({ claim: ref, state }: { claim: string; state: ReviewState }): WriteOperation =>
  async (tx) => {
    const problems = new Problems();
    const { claim } = await findLiveClaims(tx, { claim: ref }, problems);
    if (otherMutations[state] !== undefined) problems.add('NOT_ALLOWED', ['state'], otherMutations[state]);
    if (claim === null || !problems.isEmpty) return rejected(await problems.withSuggestions(tx, new Map()));
    return setReview(tx, claim.id, state, state === ReviewState.ACCEPTED ? true : null);
  };

const IS_REVIEWED = `MATCH (c:Thing&Claim {id: $id}) USING INDEX SEEK c:Thing(id)
RETURN coalesce(c.reviewed, false) OR c.reviewState <> '${ReviewState.ACCEPTED}'`;

/** Makes a claim one that nobody has reviewed, as every claim begins. */
export const withdrawReviewOperation =
  ({ claim: ref }: { claim: string }): WriteOperation =>
  async (tx) => {
    const problems = new Problems();
    const { claim } = await findLiveClaims(tx, { claim: ref }, problems);
    if (claim !== null && !(await tx.rows(IS_REVIEWED, { id: claim.id }))[0]![0])
      problems.add('NOT_ALLOWED', ['claim'], `nobody has reviewed ${claim.key}; there is nothing to take back`);
    if (claim === null || !problems.isEmpty) return rejected(await problems.withSuggestions(tx, new Map()));
    return setReview(tx, claim.id, ReviewState.ACCEPTED, null);
  };

async function setReview(
  tx: Tx,
  id: string,
  reviewState: ReviewState,
  reviewed: true | null,
): Promise<OperationResult> {
  await tx.run(REVIEW, { id, reviewState, reviewed });
  const dirty = new DirtySet();
  await markClaimsDirty(tx, [id], dirty);
  const change = { id, isNew: false, isPartial: true as const, state: { reviewState, reviewed } };
  return succeeded(dirty, [change], { mainNode: id, claims: [id] });
}
