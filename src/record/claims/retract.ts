import { type Deed, done, refused } from '../deed/deed.ts';
import { Touched, markStanding } from '../derive/touched.ts';
import { Problems } from '../plan/problems.ts';
import { liveClaims } from './find.ts';

const RETRACT = `MATCH (c:Thing&Claim {id: $id}) USING INDEX SEEK c:Thing(id)
SET c.reviewState = 'RETRACTED', c.live = false, c.retractedAt = $at, c.retractionReason = $reason`;

/**
 * Ends a claim, with the reason of the deed. It stays, and so does what it supports: a fact that no other live claim
 * supports is WITHDRAWN.
 */
export const retractClaim =
  ({ claim: ref }: { claim: string }): Deed =>
  async (tx, { at, reason }) => {
    const problems = new Problems();
    const { claim } = await liveClaims(tx, { claim: ref }, problems);
    if (claim === null) return refused(await problems.all(tx, new Map()));
    const { id } = claim;
    await tx.run(RETRACT, { id, at, reason });
    const touched = new Touched();
    await markStanding(tx, [id], touched);
    const state = { reviewState: 'RETRACTED' };
    const changed = { id, isNew: false, isPart: true as const, state, operation: 'RETRACT' as const };
    return done(touched, [changed], { thing: id, claims: [id] });
  };
