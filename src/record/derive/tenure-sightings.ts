import { isLive } from '../../domain/claims/assertion.ts';
import { type TimeSpan, parseTime } from '../../domain/time/time.ts';
import { Modality, Polarity, ReviewState, TenureStatus } from '../../domain/vocabulary.generated.ts';
import { type SupportingClaim } from './derivation-input.ts';

/**
 * When the sources of a tenure show its holder in office, and when they say that it was over: each on its own publication, or on
 * the day that it names instead.
 */
export function tenureSightings(claims: readonly SupportingClaim[]): { seenAt: TimeSpan[]; saidOver: TimeSpan[] } {
  const telling = claims.filter(
    ({ metadata: { polarity, reviewState, ...metadata } }) =>
      isLive({ ...metadata, reviewState }) && reviewState !== ReviewState.DISPUTED && polarity === Polarity.AFFIRMATIVE,
  );
  return {
    seenAt: uniqueTimes(telling.flatMap((claim) => (isCurrent(claim) ? dayOf(claim) : []))),
    saidOver: uniqueTimes(telling.flatMap((claim) => (claim.values.status === TenureStatus.ENDED ? dayOf(claim) : []))),
  };
}

function isCurrent({ values, metadata }: SupportingClaim): boolean {
  if (values.status !== undefined && values.status !== null) return values.status === TenureStatus.CURRENT;
  return values.observedAt !== undefined && metadata.modality === Modality.ONGOING;
}

/** An undated source was at least published by the day on which it was recorded. */
function dayOf({ values, metadata: { recordedAt } }: SupportingClaim): TimeSpan {
  const { edtf = null } = (values.observedAt ?? {}) as { edtf?: string };
  return parseTime({ edtf: edtf ?? `[..${recordedAt.slice(0, 10)}]` });
}

const uniqueTimes = (times: readonly TimeSpan[]): TimeSpan[] =>
  [...new Map(times.map((time) => [time.edtf, time])).values()].sort((a, b) => (a.edtf! < b.edtf! ? -1 : 1));
