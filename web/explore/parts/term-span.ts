import type { WhenFragment } from '../api/documents.generated.ts';

/** What a term needs to be drawn. */
export interface TermTimes {
  start: WhenFragment;
  end: WhenFragment;
  observedAt: readonly WhenFragment[];
  status: string;
}

/** A term on an axis of time, in shares of its length from 0 to 1: where it lies, whether each end is known, and where it was seen. */
export interface TermSpan {
  from: number;
  until: number;
  isStartKnown: boolean;
  isEndKnown: boolean;
  seen: readonly number[];
}

const DAY_MS = 86_400_000;
const dayOf = (date: string) => Date.parse(date) / DAY_MS;

/** The years, first and one after the last, that an axis for these terms covers; null where no term has any date. */
export function axisYears(terms: readonly TermTimes[], today: string): { first: number; end: number } | null {
  const years = terms.flatMap(({ start, end, observedAt, status }) =>
    [start, end, ...observedAt]
      .flatMap(({ startEarliest, endLatest }) => [startEarliest, endLatest])
      .concat(status === 'CURRENT' ? today : null)
      .flatMap((date) => (date === null ? [] : Number(date.slice(0, 4)))),
  );
  return years.length === 0 ? null : { first: Math.min(...years), end: Math.max(...years) + 1 };
}

/**
 * Where a term lies on the axis. An unknown start is where it was first seen, an unknown end where it was last seen; today
 * for one that is current, or of which nobody says that it ended; null where nothing of it is known.
 */
export function termSpan(
  { start, end, observedAt, status }: TermTimes,
  { first, end: last }: { first: number; end: number },
  today: string,
): TermSpan | null {
  const zero = dayOf(`${first}-01-01`);
  const length = dayOf(`${last}-01-01`) - zero;
  const share = (date: string) => Math.min(1, Math.max(0, (dayOf(date) - zero) / length));
  const seen = observedAt.flatMap(({ startEarliest }) => startEarliest ?? []).toSorted();
  const from = start.startEarliest ?? seen[0] ?? end.startEarliest;
  const until =
    end.endLatest ?? (status === 'CURRENT' ? today : (seen.at(-1) ?? (status === 'ENDED' ? start.endLatest : today)));
  if (from === null || from === undefined || until === null) return null;
  return {
    from: share(from),
    until: Math.max(share(from), share(until)),
    isStartKnown: start.startEarliest !== null,
    isEndKnown: end.endLatest !== null,
    seen: seen.map(share),
  };
}
