import { type TimeSpan, areCompatibleTimes, parseTime } from '../../domain/time/time.ts';
import { ClaimStatus, EventStatus } from '../../domain/vocabulary.generated.ts';
import { isLive } from '../../domain/claims/assertion.ts';
import { type SupportingClaim } from './derivation-input.ts';
import { toAssertions } from './resolve-values.ts';

/**
 * Planned times that are incompatible with the one that is shown, since the plan was moved; all of them where the event was put
 * off and has no new day. Newest plan first.
 */
export function previousTimes(
  claims: readonly SupportingClaim[],
  shown: TimeSpan | undefined,
  status: unknown,
): TimeSpan[] {
  if (shown === undefined && status !== EventStatus.POSTPONED) return [];
  const live = claims.filter(({ metadata }) => isLive(metadata));
  const plans = toAssertions('time', { time: true }, live, new Map())
    .filter(({ status }) => status === ClaimStatus.PLANNED || status === ClaimStatus.EXPECTED)
    .filter(({ value }) => shown === undefined || !areCompatibleTimes(value as TimeSpan, shown))
    .sort((a, b) => ((a.published?.until ?? '') > (b.published?.until ?? '') ? -1 : 1));
  const times = new Map(plans.map(({ value }) => [(value as TimeSpan).edtf, value as TimeSpan]));
  return [...times.values()].map((time) => parseTime(time));
}
