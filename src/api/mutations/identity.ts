import { type Arguments } from '../../query/ir/bound-arguments.ts';
import { deleteEntityOperation } from '../../record/identity/delete.ts';
import { type IdentityVerdict, judgeIdentityOperation } from '../../record/identity/judge.ts';
import { mergeEntitiesOperation } from '../../record/identity/merge.ts';
import { restoreEntityOperation } from '../../record/identity/restore.ts';
import { unmergeEntitiesOperation } from '../../record/identity/unmerge.ts';
import { type MutationRequest, mutationOptions } from './mutation-request.ts';

export const judgeIdentityRequest = ({ a, b, verdict, ...how }: Arguments): MutationRequest => ({
  ...mutationOptions(how),
  deed: judgeIdentityOperation({ a: a as string, b: b as string, verdict: verdict as IdentityVerdict }),
});

export const mergeEntitiesRequest = ({ keep, merge, ...how }: Arguments): MutationRequest => ({
  ...mutationOptions(how),
  deed: mergeEntitiesOperation({ keep: keep as string, merge: merge as string }),
});

export const unmergeEntitiesRequest = ({ merged, ...how }: Arguments): MutationRequest => ({
  ...mutationOptions(how),
  deed: unmergeEntitiesOperation({ merged: merged as string }),
});

export const deleteEntityRequest = ({ ref, expectedVersion, ...how }: Arguments): MutationRequest => ({
  ...mutationOptions(how),
  deed: deleteEntityOperation({ ref: ref as string, expectedVersion: expectedVersion as number }),
});

export const restoreEntityRequest = ({ id, ...how }: Arguments): MutationRequest => ({
  ...mutationOptions(how),
  deed: restoreEntityOperation({ id: id as string }),
});
