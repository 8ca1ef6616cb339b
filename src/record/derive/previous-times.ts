import { type TimeSpan, areCompatibleTimes, parseTime } from '../../domain/time/time.ts';
import { ClaimStatus } from '../../domain/vocabulary.generated.ts';
import { isLive } from '../../domain/claims/assertion.ts';
import { type SupportingClaim } from './derivation-input.ts';
import { toAssertions } from './resolve-values.ts';

/** Planned times that are incompatible with the one that is shown, since the plan was moved. Newest plan first. */
export function previousTimes(claims: readonly SupportingClaim[], shown: TimeSpan | undefined): TimeSpan[] {
  if (shown === undefined) return [];
  const live = claims.filter(({ metadata }) => isLive(metadata));
  const plans = toAssertions('time', { time: true }, live, new Map())
    .filter(({ status }) => status === ClaimStatus.PLANNED || status === ClaimStatus.EXPECTED)
    .filter(({ value }) => !areCompatibleTimes(value as TimeSpan, shown))
    .sort((a, b) => ((a.published?.until ?? '') > (b.published?.until ?? '') ? -1 : 1));
  const times = new Map(plans.map(({ value }) => [(value as TimeSpan).edtf, value as TimeSpan]));
  return [...times.values()].map((time) => parseTime(time));
}

/** A time as it was given: its bounds follow from that. */
export function toTimeInput(value: unknown): unknown {
  const { edtf, raw, basis } = (value ?? {}) as Partial<TimeSpan>;
  return edtf === undefined || edtf === null ? undefined : { edtf, ...(raw && { raw }), ...(basis && { basis }) };
}
