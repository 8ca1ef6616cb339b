import { type z } from 'zod';
import { type ClaimRelationType, type ReviewState } from '../../domain/vocabulary.generated.ts';
import { type Arguments } from '../../query/ir/bound-arguments.ts';
import { correctClaimOperation } from '../../record/claims/correct.ts';
import { correctParticipantOperation } from '../../record/claims/correct-participant.ts';
import { moveRowOperation } from '../../record/claims/move-row.ts';
import { relateClaimsOperation } from '../../record/claims/relate.ts';
import { retractClaimOperation } from '../../record/claims/retract.ts';
import { reviewClaimOperation, withdrawReviewOperation } from '../../record/claims/review.ts';
import { retractDescriptionOperation } from '../../record/descriptions/retract-description.ts';
import { type Problem } from '../../record/input/problem.ts';
import { ClaimInput, ParticipantInput, SourceInput } from '../../record/input/record-input.ts';
import { validateInput } from '../../record/input/validate.ts';
import { type MutationRequest, mutationOptions, invalidOperation, toPlainInput } from './mutation-request.ts';

export function correctClaimRequest({ claim: ref, by, participant, source, ...options }: Arguments): MutationRequest {
  const claim = ref as string;
  const given = {
    by: validateGiven(ClaimInput, by),
    participant: validateGiven(ParticipantInput, participant),
    source: validateGiven(SourceInput, source),
  };
  const problems = Object.entries(given).flatMap(([name, each]) => underArgument(name, each?.problems ?? []));
  if ((given.by === null) === (given.participant === null)) problems.push(eitherOr('by', 'participant'));
  const shared = { claim, ...(given.source ? { source: given.source.value! } : {}) };
  const correction = () =>
    given.participant
      ? correctParticipantOperation({ ...shared, participant: given.participant.value! })
      : correctClaimOperation({ ...shared, by: given.by!.value! });
  return { ...mutationOptions(options), operation: problems.length > 0 ? invalidOperation(problems) : correction() };
}

/** The validated argument; null if it is left out. */
const validateGiven = <T extends z.ZodType>(schema: T, value: unknown) =>
  value === undefined || value === null ? null : validateInput(schema, toPlainInput(value));

const eitherOr = (one: string, other: string): Problem => ({
  code: 'INVALID',
  path: [one],
  message: `give either ${one} or ${other}`,
  suggestions: [],
});

export const reviewClaimRequest = ({ claim, state, ...options }: Arguments): MutationRequest => ({
  ...mutationOptions(options),
  operation: reviewClaimOperation({ claim: claim as string, state: state as ReviewState }),
});

export const withdrawReviewRequest = ({ claim, ...options }: Arguments): MutationRequest => ({
  ...mutationOptions(options),
  operation: withdrawReviewOperation({ claim: claim as string }),
});

export const retractClaimRequest = ({ claim, alsoRetract, ...options }: Arguments): MutationRequest => ({
  ...mutationOptions(options),
  operation: retractClaimOperation({ claim: claim as string, alsoRetract: (alsoRetract ?? []) as string[] }),
});

export const moveRowRequest = ({ claim, to, ...options }: Arguments): MutationRequest => ({
  ...mutationOptions(options),
  operation: moveRowOperation({ claim: claim as string, to: to as string }),
});

export const retractDescriptionRequest = ({ of, field, value, document, ...options }: Arguments): MutationRequest => ({
  ...mutationOptions(options),
  operation: retractDescriptionOperation({
    of: of as string,
    field: field as string,
    value: value as string,
    document: document as string,
  }),
});

export const relateClaimsRequest = ({ from, type, to, ...options }: Arguments): MutationRequest => ({
  ...mutationOptions(options),
  operation: relateClaimsOperation({ from: from as string, type: type as ClaimRelationType, to: to as string }),
});

const underArgument = (argument: string, problems: readonly Problem[]): Problem[] =>
  problems.map((problem) => ({ ...problem, path: [argument, ...problem.path] }));
