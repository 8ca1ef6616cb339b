/**
 * Times have a class by their length, so that those that reach into a window of days are found without passing by all others that
 * began before it: they began no longer before than the longest of their class lasts.
 */
import { type DayRange, type TimeSpan, type Window, daysIn, isDated, windowOf } from '../domain/time/time.ts';
import { UNKNOWN_STARTS, sortTime } from './order-keys.ts';

/** The longest of each class, in days. */
const LONGEST = { DAYS: 3, WEEK: 7, MONTH: 31, QUARTER: 92, YEAR: 366, DECADE: 3653 } as const;

/** LONGER is also what has an open end. */
export type TimeLength = keyof typeof LONGEST | 'LONGER';

const classes = Object.entries(LONGEST) as [TimeLength, number][];

/** The class of a time by the days that it may touch; null for a single day, and for a time of which nothing is known. */
export function timeLength(window: Window): TimeLength | null {
  if (!isDated(window) || window.from === window.until) return null;
  const days = daysIn(window);
  return classes.find(([, longest]) => days <= longest)?.[0] ?? 'LONGER';
}

/** What a node has so that lists by time have an order, and windows of days are found in it. */
export const placeInTime = (time: TimeSpan, key: string) => ({
  sortTime: sortTime(time, key),
  timeLength: timeLength(windowOf(time)),
});

/** The sort keys of the times of a class from `first`, included, to `end`, which is not. */
export type StartRange = readonly [length: TimeLength, first: string, end: string];

/** The ranges of all times that do not begin in the window, and may yet lie in it. */
export function rangesBefore({ from }: DayRange): StartRange[] {
  const open: StartRange = ['LONGER', ...UNKNOWN_STARTS];
  if (typeof from !== 'string') return [open];
  const begun = classes.map(([length, longest]): StartRange => [length, daysBefore(from, longest - 1), from]);
  return [...begun, ['LONGER', '', from], open];
}

const DAY_MS = 86_400_000;

const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, day.length);
