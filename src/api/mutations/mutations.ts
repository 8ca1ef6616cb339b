import { type Arguments } from '../../query/fields/call.ts';
import { type Asked } from './asked.ts';
import { correctClaim, relateClaims, retractClaim, reviewClaim } from './claims.ts';
import { record, recordMeeting } from './recording.ts';

/** What each root field of a mutation asks for, by its name. */
export const mutations: Readonly<Record<string, (args: Arguments) => Asked>> = {
  recordMeeting,
  record,
  correctClaim,
  reviewClaim,
  retractClaim,
  relateClaims,
};
