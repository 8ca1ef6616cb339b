import { type ClaimRelationType, type ReviewState } from '../../domain/vocabulary.generated.ts';
import { type Arguments } from '../../query/ir/bound-arguments.ts';
import { correctClaimOperation } from '../../record/claims/correct.ts';
import { relateClaimsOperation } from '../../record/claims/relate.ts';
import { retractClaimOperation } from '../../record/claims/retract.ts';
import { reviewClaimOperation } from '../../record/claims/review.ts';
import { type Problem } from '../../record/input/problem.ts';
import { ClaimInput, SourceInput } from '../../record/input/record-input.ts';
import { validateInput } from '../../record/input/validate.ts';
import { type MutationRequest, mutationOptions, invalidOperation, toPlainInput } from './mutation-request.ts';

export function correctClaimRequest({ claim, by, source, ...options }: Arguments): MutationRequest {
  const replacement = validateInput(ClaimInput, toPlainInput(by));
  const sourceShape = source === undefined || source === null ? null : validateInput(SourceInput, toPlainInput(source));
  const problems = [
    ...underArgument('by', replacement.problems),
    ...underArgument('source', sourceShape?.problems ?? []),
  ];
  const operation =
    problems.length > 0
      ? invalidOperation(problems)
      : correctClaimOperation({
          claim: claim as string,
          by: replacement.value!,
          ...(sourceShape ? { source: sourceShape.value! } : {}),
        });
  return { ...mutationOptions(options), operation };
}

export const reviewClaimRequest = ({ claim, state, ...options }: Arguments): MutationRequest => ({
  ...mutationOptions(options),
  operation: reviewClaimOperation({ claim: claim as string, state: state as ReviewState }),
});

export const retractClaimRequest = ({ claim, ...options }: Arguments): MutationRequest => ({
  ...mutationOptions(options),
  operation: retractClaimOperation({ claim: claim as string }),
});

export const relateClaimsRequest = ({ from, type, to, ...options }: Arguments): MutationRequest => ({
  ...mutationOptions(options),
  operation: relateClaimsOperation({ from: from as string, type: type as ClaimRelationType, to: to as string }),
});

const underArgument = (argument: string, problems: readonly Problem[]): Problem[] =>
  problems.map((problem) => ({ ...problem, path: [argument, ...problem.path] }));
