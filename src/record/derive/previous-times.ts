import { type TimeSpan, areCompatibleTimes, isSameTime, parseTime } from '../../domain/time/time.ts';
import { ClaimStatus, EventStatus } from '../../domain/vocabulary.generated.ts';
import { isLive } from '../../domain/claims/assertion.ts';
import { type SupportingClaim } from './derivation-input.ts';
import { toAssertions } from './resolve-values.ts';

/**
 * Planned times that are incompatible with the one that is shown, since the plan was moved; of an event that was put off, all of which
 * it was put off from. Newest plan first.
 */
export function previousTimes(
  claims: readonly SupportingClaim[],
  shown: TimeSpan | undefined,
  status: unknown,
): TimeSpan[] {
  const isPostponed = status === EventStatus.POSTPONED;
  if (shown === undefined && !isPostponed) return [];
  const live = claims.filter(({ metadata }) => isLive(metadata));
  const plans = toAssertions('time', { time: true }, live, new Map())
    .filter(({ status }) => status === ClaimStatus.PLANNED || status === ClaimStatus.EXPECTED)
    .filter(({ value, movesPlan }) => {
      if (isPostponed && movesPlan !== true) return shown === undefined || !isSameTime(value as TimeSpan, shown);
      return shown !== undefined && !areCompatibleTimes(value as TimeSpan, shown);
    })
    .sort((a, b) => ((a.published?.until ?? '') > (b.published?.until ?? '') ? -1 : 1));
  const times = new Map(plans.map(({ value }) => [(value as TimeSpan).edtf, value as TimeSpan]));
  return [...times.values()].map((time) => parseTime(time));
}
