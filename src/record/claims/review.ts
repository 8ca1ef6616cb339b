import { ReviewState } from '../../domain/vocabulary.generated.ts';
import { type WriteOperation, succeeded, rejected } from '../operation/operation.ts';
import { DirtySet, markClaimsDirty } from '../write/dirty-set.ts';
import { Problems } from '../resolve/problems.ts';
import { findLiveClaims } from './find-live-claims.ts';

const REVIEW = `MATCH (c:Thing&Claim {id: $id}) USING INDEX SEEK c:Thing(id)
SET c.reviewState = $state, c.reviewed = $reviewed`;

/** Words that a review does not set, and what does. */
const otherMutations: Partial<Record<ReviewState, string>> = {
  CORRECTED: 'a claim is CORRECTED by what is put in its place; use correctClaim',
  RETRACTED: 'a claim is RETRACTED for good; use retractClaim',
};

/**
 * An analyst accepts a claim, which from then on goes before those that nobody has reviewed, or disputes it, and it comes
 * last. Both may be taken back by another review.
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
    const change = { id, isNew: false, isPart: true as const, state: { reviewState: state, reviewed } };
    return succeeded(dirty, [change], { mainNode: id, claims: [id] });
  };
