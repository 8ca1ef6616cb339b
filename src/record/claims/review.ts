import { ReviewState } from '../../domain/vocabulary.generated.ts';
import { type WriteOperation, succeeded, rejected } from '../operation/operation.ts';
import { DirtySet, markClaimsDirty } from '../write/dirty-set.ts';
import { Problems } from '../resolve/problems.ts';
import { findLiveClaims } from './find-live-claims.ts';

const REVIEW = `MATCH (c:Thing&Claim {id: $id}) USING INDEX SEEK c:Thing(id)
SET c.reviewState = $state, c.reviewed = $reviewed`;

/** States that a review cannot set, with the mutation that does. */
const otherMutations: Partial<Record<ReviewState, string>> = {
  CORRECTED: 'a review cannot set CORRECTED; use correctClaim',
  RETRACTED: 'a review cannot set RETRACTED; use retractClaim',
};

/**
 * Sets the review state of a claim. A claim that an analyst ACCEPTED takes precedence over unreviewed ones; a DISPUTED one comes
 * last. A later review can change either.
 */
export const reviewClaimOperation =
  ({ claim: ref, state }: { claim: string; state: ReviewState }): WriteOperation =>
  async (tx) => {
    const problems = new Problems();
    const { claim } = await findLiveClaims(tx, { claim: ref }, problems);
    if (otherMutations[state] !== undefined) problems.add('NOT_ALLOWED', ['state'], otherMutations[state]);
    if (claim === null || !problems.isEmpty) return rejected(await problems.withSuggestions(tx, new Map()));
    const { id } = claim;
    const dirty = new DirtySet();
    const reviewed = state === ReviewState.ACCEPTED ? true : null;
    await tx.run(REVIEW, { id, state, reviewed });
    await markClaimsDirty(tx, [id], dirty);
    const change = { id, isNew: false, isPartial: true as const, state: { reviewState: state, reviewed } };
    return succeeded(dirty, [change], { mainNode: id, claims: [id] });
  };
