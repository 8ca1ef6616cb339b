import { type ClaimRelationType, type ReviewState } from '../../domain/vocabulary.generated.ts';
import { type Arguments } from '../../query/fields/call.ts';
import { correctClaim as correcting } from '../../record/claims/correct.ts';
import { relateClaims as relating } from '../../record/claims/relate.ts';
import { retractClaim as retracting } from '../../record/claims/retract.ts';
import { reviewClaim as reviewing } from '../../record/claims/review.ts';
import { ClaimInput, SourceInput } from '../../record/input.ts';
import { type Problem } from '../../record/problem.ts';
import { shapeOf } from '../../record/shape.ts';
import { type Asked, howOf, impossible, plain } from './asked.ts';

/** Puts one claim in the place of another. */
export function correctClaim({ claim, by, source, ...how }: Arguments): Asked {
  const claimed = shapeOf(ClaimInput, plain(by));
  const stood = source === undefined || source === null ? null : shapeOf(SourceInput, plain(source));
  const problems = [...at('by', claimed.problems), ...at('source', stood?.problems ?? [])];
  const deed =
    problems.length > 0
      ? impossible(problems)
      : correcting({ claim: claim as string, by: claimed.value!, ...(stood ? { source: stood.value! } : {}) });
  return { ...howOf(how), deed };
}

export const reviewClaim = ({ claim, state, ...how }: Arguments): Asked => ({
  ...howOf(how),
  deed: reviewing({ claim: claim as string, state: state as ReviewState }),
});

export const retractClaim = ({ claim, ...how }: Arguments): Asked => ({
  ...howOf(how),
  deed: retracting({ claim: claim as string }),
});

export const relateClaims = ({ from, type, to, ...how }: Arguments): Asked => ({
  ...howOf(how),
  deed: relating({ from: from as string, type: type as ClaimRelationType, to: to as string }),
});

const at = (argument: string, problems: readonly Problem[]): Problem[] =>
  problems.map((problem) => ({ ...problem, path: [argument, ...problem.path] }));
