import { AFTER_ALL, BEFORE_ALL, isKnown, type Time } from './time.ts';
import { Certainty, TenureStatus, TimeMatch } from './vocabulary.generated.ts';

/** What is recorded of a tenure or membership; a membership has no status, and counts as held till its end is known. */
export interface Holding {
  status?: TenureStatus | null;
  start: Time;
  end: Time;
  /** Days on which a source speaks of it: shows it held, or, once it is ENDED, shows it over. */
  observedAt: readonly Time[];
}

/** Days, both ends included, on which it may have been, surely was, and was seen to be held; empty ones are reversed. */
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
 * - POSSIBLY: from the earliest start to the latest end. One unknown end counts as open; when both are unknown, only the
 *   observed days remain. An ENDED tenure with unknown end was over at the latest when the last source spoke of it.
 * - CERTAINLY: from the latest start to the earliest end. While it is held, an unknown end leaves it certain up to the
 *   last day on which a source shows it (a start alone shows its own day); later days are possible only.
 * - Observed: the days of each observation, while it is held. Observations of an ENDED tenure show it over, not held.
 * - What was never taken up, or is only a nomination, was held on no day.
 */
export function holdingWindows({ status, start, end, observedAt }: Holding): HoldingWindows {
  const windows: HoldingWindows = { ...NEVER, observedFrom: [], observedUntil: [] };
  if (status === TenureStatus.NOMINATED || status === TenureStatus.NOT_TAKEN_UP) return windows;
  const ended = status === TenureStatus.ENDED;
  const seen = observedAt.flatMap(({ startEarliest: from, endLatest: until }) =>
    from && until ? [{ from, until }] : [],
  );
  const lastSeen = seen.map(({ until }) => until).reduce(later, BEFORE_ALL);
  if (!ended) {
    windows.observedFrom = seen.map(({ from }) => from);
    windows.observedUntil = seen.map(({ until }) => until);
  }
  if (isKnown(start) || isKnown(end)) {
    windows.possibleFrom = start.startEarliest ?? BEFORE_ALL;
    windows.possibleUntil = end.endLatest ?? (ended && lastSeen > BEFORE_ALL ? lastSeen : AFTER_ALL);
  }
  const held = status !== TenureStatus.UNKNOWN && !ended;
  const certainFrom = start.startLatest;
  const certainUntil = end.endEarliest ?? (certainFrom && held && !isKnown(end) ? later(certainFrom, lastSeen) : null);
  if (certainFrom && certainUntil && certainFrom <= certainUntil) {
    windows.certainFrom = certainFrom;
    windows.certainUntil = certainUntil;
  }
  return windows;
}

const NEVER = {
  possibleFrom: AFTER_ALL,
  possibleUntil: BEFORE_ALL,
  certainFrom: AFTER_ALL,
  certainUntil: BEFORE_ALL,
};

/** How certain it is that it was held on a day. UNKNOWN means that nothing recorded says so, not that nobody held it. */
export function certaintyOn(windows: HoldingWindows, day: string): Certainty {
  if (windows.certainFrom <= day && day <= windows.certainUntil) return Certainty.CERTAIN;
  return observedOn(windows, day) ? Certainty.OBSERVED : Certainty.UNKNOWN;
}

/** Whether it may have been (POSSIBLY) or surely was (CERTAINLY) held on a day. */
export function heldOn(windows: HoldingWindows, day: string, match: TimeMatch): boolean {
  if (match === TimeMatch.CERTAINLY) return certaintyOn(windows, day) === Certainty.CERTAIN;
  return (windows.possibleFrom <= day && day <= windows.possibleUntil) || observedOn(windows, day);
}

function observedOn({ observedFrom, observedUntil }: HoldingWindows, day: string): boolean {
  return observedFrom.some((from, index) => from <= day && day <= (observedUntil[index] ?? BEFORE_ALL));
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
