import { type Arguments } from '../../query/ir/bound-arguments.ts';
import { deleteEntityOperation } from '../../record/identity/delete.ts';
import { type IdentityVerdict, judgeIdentityOperation } from '../../record/identity/judge.ts';
import { mergeEntitiesOperation } from '../../record/identity/merge.ts';
import { restoreEntityOperation } from '../../record/identity/restore.ts';
import { unmergeEntitiesOperation } from '../../record/identity/unmerge.ts';
import { type MutationRequest, mutationOptions } from './mutation-request.ts';

export const judgeIdentityRequest = ({ a, b, verdict, ...options }: Arguments): MutationRequest => ({
  ...mutationOptions(options),
  operation: judgeIdentityOperation({ a: a as string, b: b as string, verdict: verdict as IdentityVerdict }),
});

export const mergeEntitiesRequest = ({ keep, merge, ...options }: Arguments): MutationRequest => ({
  ...mutationOptions(options),
  operation: mergeEntitiesOperation({ keep: keep as string, merge: merge as string }),
});

export const unmergeEntitiesRequest = ({ merged, ...options }: Arguments): MutationRequest => ({
  ...mutationOptions(options),
  operation: unmergeEntitiesOperation({ merged: merged as string }),
});

export const deleteEntityRequest = ({ ref, expectedVersion, ...options }: Arguments): MutationRequest => ({
  ...mutationOptions(options),
  operation: deleteEntityOperation({ ref: ref as string, expectedVersion: expectedVersion as number }),
});

export const restoreEntityRequest = ({ id, ...options }: Arguments): MutationRequest => ({
  ...mutationOptions(options),
  operation: restoreEntityOperation({ id: id as string }),
});
