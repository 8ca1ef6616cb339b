import { type Arguments } from '../../query/fields/call.ts';
import { takingSnapshot } from '../../record/archive/snapshot.ts';
import { type Asked, howOf } from './asked.ts';
import { correctClaim, relateClaims, retractClaim, reviewClaim } from './claims.ts';
import { deleteEntity, judgeIdentity, mergeEntities, restoreEntity, unmergeEntities } from './identity.ts';
import { record, recordMeeting } from './recording.ts';

/** What each root field of a mutation asks for, by its name. */
export const mutations: Readonly<Record<string, (args: Arguments) => Asked>> = {
  recordMeeting,
  record,
  correctClaim,
  reviewClaim,
  retractClaim,
  relateClaims,
  judgeIdentity,
  mergeEntities,
  unmergeEntities,
  deleteEntity,
  restoreEntity,
  takeSnapshot: ({ note }) => ({
    ...howOf({}),
    deed: takingSnapshot({ note: typeof note === 'string' ? note : null }),
  }),
};
