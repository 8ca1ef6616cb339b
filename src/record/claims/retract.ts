import { type WriteOperation, succeeded, rejected } from '../operation/operation.ts';
import { DirtySet, markClaimsDirty } from '../write/dirty-set.ts';
import { Problems } from '../resolve/problems.ts';
import { findLiveClaims } from './find-live-claims.ts';

const RETRACT = `MATCH (c:Thing&Claim {id: $id}) USING INDEX SEEK c:Thing(id)
SET c.reviewState = 'RETRACTED', c.live = false, c.retractedAt = $at, c.retractionReason = $reason`;

/**
 * Retracts a claim, for the reason that the mutation gives. The claim and what it supports stay in the graph; a fact
 * without another live claim is WITHDRAWN.
 */
export const retractClaimOperation =
  ({ claim: ref }: { claim: string }): WriteOperation =>
  async (tx, { at, reason }) => {
    const problems = new Problems();
    const { claim } = await findLiveClaims(tx, { claim: ref }, problems);
    if (claim === null) return rejected(await problems.withSuggestions(tx, new Map()));
    const { id } = claim;
    await tx.run(RETRACT, { id, at, reason });
    const dirty = new DirtySet();
    await markClaimsDirty(tx, [id], dirty);
    const state = { reviewState: 'RETRACTED' };
    const change = { id, isNew: false, isPartial: true as const, state, operation: 'RETRACT' as const };
    return succeeded(dirty, [change], { mainNode: id, claims: [id] });
  };
