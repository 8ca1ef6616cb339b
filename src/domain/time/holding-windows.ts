import { AFTER_ALL, BEFORE_ALL, dayBefore } from './calendar.ts';
import { isExactEdtf } from './edtf.ts';
import { isKnown, type TimeSpan } from './time.ts';
import { Certainty, TenureStatus, TimeMatch } from '../vocabulary.generated.ts';

/** What is known of a tenure or membership. A membership has no status: it is held until its end is known. */
export interface Holding {
  status?: TenureStatus | null;
  start: TimeSpan;
  end: TimeSpan;
  /** When it was seen as held: pages that say so, and appearances in that capacity. */
  seen: readonly TimeSpan[];
  /** When pages said that it was over. */
  saidOver: readonly TimeSpan[];
}

/** The days, both ends included, on which it was possibly, certainly, observably and presumably held. An empty window is reversed. */
export interface HoldingWindows {
  possibleFrom: string;
  possibleUntil: string;
  certainFrom: string;
  certainUntil: string;
  observedFrom: string;
  observedUntil: string;
  presumedFrom: string;
  presumedUntil: string;
}

type Span = readonly [from: string, until: string];
const NO_DAY: Span = [AFTER_ALL, BEFORE_ALL];

const span = (from: string, until: string): Span => (from <= until ? [from, until] : NO_DAY);

/**
 * On which days a post or membership was held.
 *
 * - CERTAIN: from the latest possible start to the earliest possible end; while that is not known or only planned, to the last
 *   day on which it was surely seen. A start or end that its source marks as uncertain is no such bound.
 * - OBSERVED: from the first to the last day on which it was seen or may have been.
 * - PRESUMED: from the start, or if that is unknown from when it was seen, to the end as far as that is known; of what is over,
 *   at most until the first page that says so. A presumption ends when another holder has begun.
 * - POSSIBLE: all of these, and every other day that start and end leave open. If neither is known, only those.
 *
 * A nomination, or a tenure that was not taken up, was not held on any day.
 *
 * @param nextBegun The day on which another holder of the post had begun for sure.
 */
export function holdingWindows(holding: Holding, nextBegun: string | null = null): HoldingWindows {
  const { status, start, end } = holding;
  if (status === TenureStatus.NOMINATED || status === TenureStatus.NOT_TAKEN_UP) {
    return toHoldingWindows({ possible: NO_DAY, certain: NO_DAY, observed: NO_DAY, presumed: NO_DAY });
  }
  const sightings = sightingsOf(holding);
  const observed = hull(sightings.flatMap(({ from, until }) => (from === BEFORE_ALL ? [] : [span(from, until)])));
  const certain = certainDays(holding, sightings);
  const presumed = presumedDays(holding, sightings, nextBegun);
  const surelyPossible = hull([certain, observed, presumed]);
  if (!isKnown(start) && !isKnown(end))
    return toHoldingWindows({ possible: surelyPossible, certain, observed, presumed });
  const until = earliest([lastPossibleDay(holding), nextBegun === null ? AFTER_ALL : dayBefore(nextBegun)]);
  const left = span(start.startEarliest ?? BEFORE_ALL, until);
  return toHoldingWindows({ possible: hull([surelyPossible, left]), certain, observed, presumed });
}

interface Sighting {
  /** The first day that it may have been; the start of all time if only the last one is known. */
  from: string;
  until: string;
  /** False if its source marks the day as uncertain. */
  exact: boolean;
}

/** When it was seen, as far as that lies within its start and end; and, of what is over, before a page said so. */
function sightingsOf(holding: Holding): Sighting[] {
  const first = holding.start.startEarliest ?? BEFORE_ALL;
  const last = lastPossibleDay(holding);
  return holding.seen.flatMap((time) => {
    if (time.endLatest === null) return [];
    const from = time.startEarliest === null ? BEFORE_ALL : latest([time.startEarliest, first]);
    const until = earliest([time.endLatest, last]);
    if (from > until || until < first) return [];
    return [{ from, until, exact: time.startEarliest !== null && isExact(time) }];
  });
}

/** Its end, or if that is unknown the day on which it was first said to be over. */
function lastPossibleDay({ status, end, saidOver }: Holding): string {
  if (end.endLatest !== null) return end.endLatest;
  if (status !== TenureStatus.ENDED) return AFTER_ALL;
  return earliest(saidOver.map(({ endLatest }) => endLatest ?? AFTER_ALL));
}

function certainDays({ status, start, end }: Holding, sightings: readonly Sighting[]): Span {
  if (start.startLatest === null || !isExact(start)) return NO_DAY;
  // The end of somebody who still holds it is only planned.
  if (status !== TenureStatus.CURRENT && end.endEarliest !== null && isExact(end)) {
    return span(start.startLatest, end.endEarliest);
  }
  if (status === TenureStatus.UNKNOWN) return NO_DAY;
  const sureDays = sightings.filter(({ exact }) => exact).map(({ from }) => from);
  const until = earliest([latest([start.startLatest, ...sureDays]), end.endLatest ?? AFTER_ALL]);
  return span(start.startLatest, until);
}

function presumedDays(holding: Holding, sightings: readonly Sighting[], nextBegun: string | null): Span {
  const { status, start } = holding;
  const known = start.startEarliest ?? start.startLatest;
  const from = known ?? earliest(sightings.map(({ until }) => until));
  if (from === AFTER_ALL) return NO_DAY;
  const last = lastPossibleDay(holding);
  if (status === TenureStatus.ENDED && holding.end.endLatest === null) {
    return last === AFTER_ALL ? NO_DAY : span(from, dayBefore(earliest([last, nextBegun ?? AFTER_ALL])));
  }
  return span(from, nextBegun === null ? last : earliest([last, dayBefore(nextBegun)]));
}

/** The day by which it had begun for sure; null if no day is known. */
export function begunBy({ status, start, seen }: Holding): string | null {
  if (status === TenureStatus.NOMINATED || status === TenureStatus.NOT_TAKEN_UP) return null;
  const bounds = [start.startLatest !== null && isExact(start) ? start.startLatest : AFTER_ALL];
  for (const time of seen) if (time.endLatest !== null && isExact(time)) bounds.push(time.endLatest);
  const day = earliest(bounds);
  return day === AFTER_ALL ? null : day;
}

const isExact = ({ edtf }: TimeSpan) => edtf === null || isExactEdtf(edtf);

/** From the first to the last of these days. */
const hull = (spans: readonly Span[]): Span => [
  earliest(spans.map(([from]) => from)),
  latest(spans.map(([, until]) => until)),
];

const earliest = (days: readonly string[]) => days.reduce((a, b) => (a < b ? a : b), AFTER_ALL);
const latest = (days: readonly string[]) => days.reduce((a, b) => (a > b ? a : b), BEFORE_ALL);

type Spans = Record<'possible' | 'certain' | 'observed' | 'presumed', Span>;

const toHoldingWindows = ({ possible, certain, observed, presumed }: Spans): HoldingWindows => ({
  possibleFrom: possible[0],
  possibleUntil: possible[1],
  certainFrom: certain[0],
  certainUntil: certain[1],
  observedFrom: observed[0],
  observedUntil: observed[1],
  presumedFrom: presumed[0],
  presumedUntil: presumed[1],
});

/** How certain it is that it was held on a day. UNKNOWN means that nothing is recorded, not that nobody held it. */
export function certaintyOn(windows: HoldingWindows, day: string): Certainty {
  if (windows.certainFrom <= day && day <= windows.certainUntil) return Certainty.CERTAIN;
  if (windows.observedFrom <= day && day <= windows.observedUntil) return Certainty.OBSERVED;
  return windows.presumedFrom <= day && day <= windows.presumedUntil ? Certainty.PRESUMED : Certainty.UNKNOWN;
}

const BEST_FIRST = [Certainty.CERTAIN, Certainty.OBSERVED, Certainty.PRESUMED];

/** How certain it is that at least one of these was held on a day. */
export function bestCertainty(all: readonly HoldingWindows[], day: string): Certainty {
  const certainties = all.map((windows) => certaintyOn(windows, day));
  return BEST_FIRST.find((each) => certainties.includes(each)) ?? Certainty.UNKNOWN;
}

/** Whether it was POSSIBLY or CERTAINLY held on a day. */
export function heldOn(windows: HoldingWindows, day: string, match: TimeMatch): boolean {
  if (match === TimeMatch.CERTAINLY) return windows.certainFrom <= day && day <= windows.certainUntil;
  return windows.possibleFrom <= day && day <= windows.possibleUntil;
}
