import { AFTER_ALL, BEFORE_ALL, type TimeSpan, parseTime } from '../../domain/time/time.ts';
import { TenureStatus } from '../../domain/vocabulary.generated.ts';
import { unflattenTime } from '../../storage/times.ts';

/** The days of a tenure or membership, both ends included; `BEFORE_ALL` and `AFTER_ALL` where open. */
export interface Term {
  from: string;
  until: string;
}

/** What is known of the days of a tenure or membership. */
export interface TermDates {
  status: unknown;
  start: TimeSpan;
  end: TimeSpan;
  observedAt: readonly TimeSpan[];
}

/**
 * The days that decide whether a source means these tenures or memberships, of the same official and post or member and
 * organization. A start known by the month counts from the month's end, an end until its beginning, so that a successor in the
 * same month is a different tenure. A missing end closes where the next one begins, a missing start where the one before ended.
 */
export function factTerms(facts: readonly TermDates[]): Term[] {
  const all = facts.map((dates) => ({ ...knownDays(dates), seen: observedDays(dates.observedAt) }));
  return all.map((own, index) => {
    const others = all.filter((_, other) => other !== index);
    const anchor = own.from ?? own.seen?.from ?? own.until;
    const next = others.flatMap(({ from }) => (from !== null && from > (anchor ?? BEFORE_ALL) ? from : [])).sort();
    const before = others
      .flatMap(({ until }) => (until !== null && until <= (anchor ?? AFTER_ALL) ? until : []))
      .sort();
    return { from: own.from ?? before.at(-1) ?? BEFORE_ALL, until: own.until ?? next[0] ?? AFTER_ALL };
  });
}

/** The days that a source speaks of: a missing end closes at its publication, and without a start and an end that is all. */
export function sourceTerm(dates: TermDates): Term {
  const { from, until } = knownDays(dates);
  const seen = observedDays(dates.observedAt) ?? { from: BEFORE_ALL, until: AFTER_ALL };
  switch (dates.status) {
    case TenureStatus.NOT_TAKEN_UP:
      return { from: from ?? BEFORE_ALL, until: until ?? AFTER_ALL };
    case TenureStatus.NOMINATED:
      return { from: from ?? seen.from, until: until ?? AFTER_ALL };
    case TenureStatus.ENDED:
      return { from: from ?? BEFORE_ALL, until: until ?? seen.until };
    default: {
      const first = from ?? (until === null || seen.from < until ? seen.from : until);
      return { from: first, until: until ?? (seen.until > first ? seen.until : first) };
    }
  }
}

/**
 * True if the source speaks of a term that was over before the other one, whose start nobody gives, was first seen: whoever held a post
 * until 2012 and holds it in 2025 came back.
 */
export function wasOverBefore(source: TermDates, other: TermDates): boolean {
  const { until } = knownDays(source);
  const seen = observedDays(other.observedAt);
  return until !== null && seen !== null && knownDays(other).from === null && until < seen.from;
}

/** The latest start and the earliest end; what cannot be in that order counts as widely as it may be. */
function knownDays({ status, start, end, observedAt }: TermDates): { from: string | null; until: string | null } {
  const from = start.endLatest ?? start.startLatest ?? start.startEarliest;
  const until = end.startEarliest ?? end.endEarliest ?? end.endLatest;
  if (from !== null && until !== null && from > until) return { from: start.startEarliest, until: end.endLatest };
  const over = status === TenureStatus.ENDED ? (observedDays(observedAt)?.until ?? null) : null;
  return { from, until: until ?? over };
}

/** From the first to the last day on which it may have been observed; null if no day is known. */
function observedDays(observedAt: readonly TimeSpan[]): Term | null {
  const days = observedAt.filter(({ startEarliest, endLatest }) => (startEarliest ?? endLatest) !== null);
  const from = days.map(({ startEarliest }) => startEarliest ?? BEFORE_ALL).sort()[0];
  const until = days
    .map(({ endLatest }) => endLatest ?? AFTER_ALL)
    .sort()
    .at(-1);
  return from === undefined || until === undefined ? null : { from, until };
}

/** True if the terms share more than the single day on which one ends and the other begins. */
export function termsOverlap(a: Term, b: Term): boolean {
  const from = a.from > b.from ? a.from : b.from;
  const until = a.until < b.until ? a.until : b.until;
  return from < until || (from === until && (isDay(a) || isDay(b)));
}

const isDay = ({ from, until }: Term) => from === until;

/** What the graph holds of the days of a tenure or membership. */
export const storedTermDates = (properties: Readonly<Record<string, unknown>>): TermDates => ({
  status: properties.status,
  start: unflattenTime('start', properties),
  end: unflattenTime('end', properties),
  observedAt: ((properties.observedAt ?? []) as string[]).map((time) => JSON.parse(time) as TimeSpan),
});

type OptionalTime = { edtf: string; raw?: string; basis?: string } | null | undefined;

/** What an input row says of the days; the document's publication date stands in for a missing observedAt. */
export function rowTermDates(row: Readonly<Record<string, unknown>>, published: OptionalTime): TermDates {
  const time = (value: unknown) => parseTime((value as OptionalTime) ?? {});
  const observed = (row.observedAt as OptionalTime) ?? published;
  return {
    status: row.status,
    start: time(row.start),
    end: time(row.end),
    observedAt: observed ? [time(observed)] : [],
  };
}

/** The days that a claim with this time speaks of. */
export const claimTerm = (time: TimeSpan, isOver: boolean): Term => {
  const unknown = parseTime({});
  return sourceTerm({ status: isOver ? TenureStatus.ENDED : null, start: unknown, end: unknown, observedAt: [time] });
};
