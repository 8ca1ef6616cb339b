import { type Arguments } from '../../query/fields/call.ts';
import { deleteEntity as deleting } from '../../record/identity/delete.ts';
import { type Verdict, judgeIdentity as judging } from '../../record/identity/judge.ts';
import { mergeEntities as merging } from '../../record/identity/merge.ts';
import { restoreEntity as restoring } from '../../record/identity/restore.ts';
import { unmergeEntities as unmerging } from '../../record/identity/unmerge.ts';
import { type Asked, howOf } from './asked.ts';

export const judgeIdentity = ({ a, b, verdict, ...how }: Arguments): Asked => ({
  ...howOf(how),
  deed: judging({ a: a as string, b: b as string, verdict: verdict as Verdict }),
});

export const mergeEntities = ({ keep, merge, ...how }: Arguments): Asked => ({
  ...howOf(how),
  deed: merging({ keep: keep as string, merge: merge as string }),
});

export const unmergeEntities = ({ merged, ...how }: Arguments): Asked => ({
  ...howOf(how),
  deed: unmerging({ merged: merged as string }),
});

export const deleteEntity = ({ ref, expectedVersion, ...how }: Arguments): Asked => ({
  ...howOf(how),
  deed: deleting({ ref: ref as string, expectedVersion: expectedVersion as number }),
});

export const restoreEntity = ({ id, ...how }: Arguments): Asked => ({
  ...howOf(how),
  deed: restoring({ id: id as string }),
});
