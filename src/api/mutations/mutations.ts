import { type Arguments } from '../../query/ir/bound-arguments.ts';
import { snapshotOperation } from '../../record/archive/snapshot.ts';
import {
  correctClaimRequest,
  moveRowRequest,
  relateClaimsRequest,
  retractClaimRequest,
  retractDescriptionRequest,
  reviewClaimRequest,
  withdrawReviewRequest,
} from './claims.ts';
import {
  deleteEntityRequest,
  judgeIdentityRequest,
  mergeEntitiesRequest,
  restoreEntityRequest,
  unmergeEntitiesRequest,
} from './identity.ts';
import { type MutationRequest, mutationOptions } from './mutation-request.ts';
import { recordRequest, recordMeetingRequest } from './record.ts';

/** The root fields of `Mutation`: each turns its arguments into the operation to execute. */
export const mutations: Readonly<Record<string, (args: Arguments) => MutationRequest>> = {
  recordMeeting: recordMeetingRequest,
  record: recordRequest,
  correctClaim: correctClaimRequest,
  reviewClaim: reviewClaimRequest,
  withdrawReview: withdrawReviewRequest,
  retractClaim: retractClaimRequest,
  relateClaims: relateClaimsRequest,
  moveRow: moveRowRequest,
  retractDescription: retractDescriptionRequest,
  judgeIdentity: judgeIdentityRequest,
  mergeEntities: mergeEntitiesRequest,
  unmergeEntities: unmergeEntitiesRequest,
  deleteEntity: deleteEntityRequest,
  restoreEntity: restoreEntityRequest,
  takeSnapshot: ({ note }) => ({
    ...mutationOptions({}),
    operation: snapshotOperation({ note: typeof note === 'string' ? note : null }),
  }),
};
