import { AFTER_ALL, BEFORE_ALL, isKnown, type TimeSpan } from './time.ts';
import { Certainty, TenureStatus, TimeMatch } from '../vocabulary.generated.ts';

/** The recorded data of a tenure or membership. A membership has no status: it is held until its end is known. */
export interface Holding {
  status?: TenureStatus | null;
  start: TimeSpan;
  end: TimeSpan;
  /** When a source mentions it: as held, or, once it is ENDED, as over. */
  observedAt: readonly TimeSpan[];
}

/** The days, both ends included, on which it was possibly, certainly and observably held. An empty window is reversed. */
export interface HoldingWindows {
  possibleFrom: string;
  possibleUntil: string;
  certainFrom: string;
  certainUntil: string;
  observedFrom: string[];
  observedUntil: string[];
}

/**
 * On which days a post or membership was held.
 *
 * - POSSIBLY: from the earliest start to the latest end. One unknown end counts as open; if both are unknown, only the
 *   observed days remain. An ENDED tenure with an unknown end was over when the last source mentioned it.
 * - CERTAINLY: from the latest start to the earliest end. While it is held and its end is unknown, it is certain up to the
 *   last observation (or the start); later days are only possible.
 * - Observed: the days of each observation, while it is held. Observations of an ENDED tenure do not show it as held.
 * - A nomination, or a tenure that was not taken up, was not held on any day.
 */
export function holdingWindows({ status, start, end, observedAt }: Holding): HoldingWindows {
  if (status === TenureStatus.NOMINATED || status === TenureStatus.NOT_TAKEN_UP)
    return toHoldingWindows(NO_DAY, NO_DAY, []);
  const ended = status === TenureStatus.ENDED;
  const sightings = observedAt.flatMap(({ startEarliest, endLatest }): Span[] =>
    startEarliest && endLatest ? [[startEarliest, endLatest]] : [],
  );
  const lastSeen = sightings.map(([, until]) => until).reduce(later, BEFORE_ALL);
  const observed = ended ? [] : sightings;
  if (!isKnown(start) && !isKnown(end)) return toHoldingWindows(NO_DAY, NO_DAY, observed);

  const latestEnd = ended && !isKnown(end) && sightings.length > 0 ? lastSeen : null;
  const possible = span(start.startEarliest ?? BEFORE_ALL, end.endLatest ?? latestEnd ?? AFTER_ALL);
  const isOngoing = !ended && status !== TenureStatus.UNKNOWN && !isKnown(end);
  const certainStart = start.startLatest ?? AFTER_ALL;
  const certain = span(certainStart, isOngoing ? later(certainStart, lastSeen) : (end.endEarliest ?? BEFORE_ALL));
  return toHoldingWindows(possible, start.startLatest ? certain : NO_DAY, observed);
}

type Span = readonly [from: string, until: string];
const NO_DAY: Span = [AFTER_ALL, BEFORE_ALL];

function span(from: string, until: string): Span {
  return from <= until ? [from, until] : NO_DAY;
}

function toHoldingWindows(possible: Span, certain: Span, observed: readonly Span[]): HoldingWindows {
  return {
    possibleFrom: possible[0],
    possibleUntil: possible[1],
    certainFrom: certain[0],
    certainUntil: certain[1],
    observedFrom: observed.map(([from]) => from),
    observedUntil: observed.map(([, until]) => until),
  };
}

/** How certain it is that it was held on a day. UNKNOWN means that nothing is recorded, not that nobody held it. */
export function certaintyOn(windows: HoldingWindows, day: string): Certainty {
  if (windows.certainFrom <= day && day <= windows.certainUntil) return Certainty.CERTAIN;
  return isObservedOn(windows, day) ? Certainty.OBSERVED : Certainty.UNKNOWN;
}

/** How certain it is that at least one of these was held on a day. */
export function bestCertainty(all: readonly HoldingWindows[], day: string): Certainty {
  const certainties = all.map((windows) => certaintyOn(windows, day));
  return [Certainty.CERTAIN, Certainty.OBSERVED].find((each) => certainties.includes(each)) ?? Certainty.UNKNOWN;
}

/** Whether it was POSSIBLY or CERTAINLY held on a day. */
export function heldOn(windows: HoldingWindows, day: string, match: TimeMatch): boolean {
  if (match === TimeMatch.CERTAINLY) return certaintyOn(windows, day) === Certainty.CERTAIN;
  return (windows.possibleFrom <= day && day <= windows.possibleUntil) || isObservedOn(windows, day);
}

function isObservedOn({ observedFrom, observedUntil }: HoldingWindows, day: string): boolean {
  return observedFrom.some((from, index) => from <= day && day <= (observedUntil[index] ?? BEFORE_ALL));
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
