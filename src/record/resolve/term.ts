import { AFTER_ALL, BEFORE_ALL, type TimeSpan, parseTime } from '../../domain/time/time.ts';
import { TenureStatus } from '../../domain/vocabulary.generated.ts';
import { unflattenTime } from '../../storage/times.ts';

/** The known days of a tenure or membership, both ends included; `BEFORE_ALL` and `AFTER_ALL` where open. */
export interface Term {
  from: string;
  until: string;
}

interface TermDates {
  status: unknown;
  start: TimeSpan;
  end: TimeSpan;
  observedAt: readonly TimeSpan[];
}

/**
 * The days that decide whether two sources mean the same tenure or membership. A start known by the month counts from the
 * month's end, an end until its beginning, so that a successor in the same month is a different tenure. If neither is known,
 * the days of observation count.
 */
export function toTerm({ status, start, end, observedAt }: TermDates): Term {
  const observedFrom = observedAt.map((time) => time.startEarliest ?? BEFORE_ALL).sort()[0] ?? BEFORE_ALL;
  const observedUntil =
    observedAt
      .map((time) => time.endLatest ?? AFTER_ALL)
      .sort()
      .at(-1) ?? AFTER_ALL;
  const from = start.endLatest ?? start.startLatest ?? start.startEarliest;
  const until = end.startEarliest ?? end.endEarliest ?? end.endLatest;
  if (from !== null && until !== null && from > until) {
    return { from: start.startEarliest ?? BEFORE_ALL, until: end.endLatest ?? AFTER_ALL };
  }
  if (status === TenureStatus.NOT_TAKEN_UP) return { from: from ?? BEFORE_ALL, until: until ?? AFTER_ALL };
  if (status === TenureStatus.NOMINATED) return { from: from ?? observedFrom, until: until ?? AFTER_ALL };
  if (status === TenureStatus.ENDED) return { from: from ?? BEFORE_ALL, until: until ?? observedUntil };
  if (from === null && until === null) return { from: observedFrom, until: observedUntil };
  return { from: from ?? BEFORE_ALL, until: until ?? AFTER_ALL };
}

/** True if the terms share more than the single day on which one ends and the other begins. */
export function termsOverlap(a: Term, b: Term): boolean {
  const from = a.from > b.from ? a.from : b.from;
  const until = a.until < b.until ? a.until : b.until;
  return from < until || (from === until && (isDay(a) || isDay(b)));
}

const isDay = ({ from, until }: Term) => from === until;

/** The term of a stored tenure or membership. */
export function storedTerm(properties: Readonly<Record<string, unknown>>): Term {
  return toTerm({
    status: properties.status,
    start: unflattenTime('start', properties),
    end: unflattenTime('end', properties),
    observedAt: ((properties.observedAt ?? []) as string[]).map((time) => JSON.parse(time) as TimeSpan),
  });
}

type OptionalTime = { edtf: string; raw?: string; basis?: string } | null | undefined;

/** The term of an input row; the document's publication date stands in for a missing observedAt. */
export function rowTerm(row: Readonly<Record<string, unknown>>, published: OptionalTime): Term {
  const time = (value: unknown) => parseTime((value as OptionalTime) ?? {});
  const observed = (row.observedAt as OptionalTime) ?? published;
  return toTerm({
    status: row.status,
    start: time(row.start),
    end: time(row.end),
    observedAt: observed ? [time(observed)] : [],
  });
}
