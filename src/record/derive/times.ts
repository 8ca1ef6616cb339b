import { type Time, compatible, timeOf } from '../../domain/time.ts';
import { ClaimStatus } from '../../domain/vocabulary.generated.ts';
import { isLive } from '../../domain/assertion.ts';
import { type Said } from './evidence.ts';
import { assertionsOn } from './settled.ts';

/** Times that were planned and cannot be the time that is shown: the plan was moved. Newest plan first. */
export function previousTimes(said: readonly Said[], shown: Time | undefined): Time[] {
  if (shown === undefined) return [];
  const live = said.filter(({ claim }) => isLive(claim));
  const plans = assertionsOn('time', { time: true }, live, new Map())
    .filter(({ status }) => status === ClaimStatus.PLANNED || status === ClaimStatus.EXPECTED)
    .filter(({ value }) => !compatible(value as Time, shown))
    .sort((a, b) => ((a.published?.until ?? '') > (b.published?.until ?? '') ? -1 : 1));
  const times = new Map(plans.map(({ value }) => [(value as Time).edtf, value as Time]));
  return [...times.values()].map((time) => timeOf(time));
}

/** A time as short as it was written: the bounds follow from it. */
export function asWritten(value: unknown): unknown {
  const { edtf, raw, basis } = (value ?? {}) as Partial<Time>;
  return edtf === undefined || edtf === null ? undefined : { edtf, ...(raw && { raw }), ...(basis && { basis }) };
}
