import { type StateChange } from '../write/revisions.ts';
import { type WriteOperation, succeeded, rejected } from '../operation/operation.ts';
import { DirtySet, markClaimsDirty } from '../write/dirty-set.ts';
import { Problems } from '../resolve/problems.ts';
import { findLiveClaimsAt } from './find-live-claims.ts';
import { findResting } from './resting-claims.ts';

const RETRACT = `UNWIND $ids AS id MATCH (c:Thing&Claim {id: id}) USING INDEX SEEK c:Thing(id)
SET c.reviewState = 'RETRACTED', c.live = false, c.retractedAt = $at, c.retractionReason = $reason`;

export interface RetractClaimInput {
  claim: string;
  /** Claims to retract for the same reason. */
  alsoRetract?: readonly string[];
}

/**
 * Retracts claims, for the reason that the mutation gives. They and what they support stay in the graph; a fact without another live
 * claim is WITHDRAWN. The output names the claims that rest on what was retracted and still count.
 */
export const retractClaimOperation =
  ({ claim, alsoRetract = [] }: RetractClaimInput): WriteOperation =>
  async (tx, { at, reason }) => {
    const problems = new Problems();
    const places = [
      { ref: claim, path: ['claim'] },
      ...alsoRetract.map((ref, index) => ({ ref, path: ['alsoRetract', index] })),
    ];
    const claims = await findLiveClaimsAt(tx, places, problems);
    if (!problems.isEmpty) return rejected(await problems.withSuggestions(tx, new Map()));
    const ids = [...new Set(claims.map((each) => each!.id))];
    // The rules relate only live claims.
    const resting = await findResting(tx, ids);
    await tx.run(RETRACT, { ids, at, reason });
    const dirty = new DirtySet();
    await markClaimsDirty(tx, ids, dirty);
    return succeeded(dirty, ids.map(toChange), { mainNode: ids[0]!, claims: ids, restingClaims: resting });
  };

const toChange = (id: string): StateChange => ({
  id,
  isNew: false,
  isPartial: true,
  state: { reviewState: 'RETRACTED' },
  operation: 'RETRACT',
});
