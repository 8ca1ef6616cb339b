import { ReviewState } from '../../domain/vocabulary.generated.ts';
import { type Deed, done, refused } from '../deed/deed.ts';
import { Touched, markStanding } from '../derive/touched.ts';
import { Problems } from '../plan/problems.ts';
import { liveClaims } from './find.ts';

const REVIEW = `MATCH (c:Thing&Claim {id: $id}) USING INDEX SEEK c:Thing(id)
SET c.reviewState = $state, c.reviewed = $reviewed`;

/** Words that a review does not set, and what does. */
const elsewhere: Partial<Record<ReviewState, string>> = {
  CORRECTED: 'a claim is CORRECTED by what is put in its place; use correctClaim',
  RETRACTED: 'a claim is RETRACTED for good; use retractClaim',
};

/**
 * An analyst accepts a claim, which from then on goes before those that nobody has reviewed, or disputes it, and it comes
 * last. Both may be taken back by another review.
 */
export const reviewClaim =
  ({ claim: ref, state }: { claim: string; state: ReviewState }): Deed =>
  async (tx) => {
    const problems = new Problems();
    const { claim } = await liveClaims(tx, { claim: ref }, problems);
    if (elsewhere[state] !== undefined) problems.add('NOT_ALLOWED', ['state'], elsewhere[state]);
    if (claim === null || !problems.none) return refused(await problems.all(tx, new Map()));
    const { id } = claim;
    const touched = new Touched();
    const reviewed = state === ReviewState.ACCEPTED ? true : null;
    await tx.run(REVIEW, { id, state, reviewed });
    await markStanding(tx, [id], touched);
    const changed = { id, isNew: false, isPart: true as const, state: { reviewState: state, reviewed } };
    return done(touched, [changed], { thing: id, claims: [id] });
  };
