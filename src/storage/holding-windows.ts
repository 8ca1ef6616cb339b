import { type HoldingWindows, holdingWindows } from '../domain/time/holding-windows.ts';
import { type TimeSpan } from '../domain/time/time.ts';
import { type TenureStatus } from '../domain/vocabulary.generated.ts';
import { type FieldValues, timeOf } from './values.ts';

/** The properties that say on which days a tenure or membership was held (docs/graph.md, "Times"). */
export const HOLDING_WINDOWS = [
  'possibleFrom',
  'possibleUntil',
  'certainFrom',
  'certainUntil',
  'observedFrom',
  'observedUntil',
] as const satisfies readonly (keyof HoldingWindows)[];

/** Those properties of a tenure or membership with these values. */
export const holdingWindowsOf = (values: FieldValues, status: TenureStatus | null): HoldingWindows =>
  holdingWindows({
    status,
    start: timeOf(values, 'start'),
    end: timeOf(values, 'end'),
    observedAt: (values.observedAt ?? []) as TimeSpan[],
  });

/** The windows in those properties, given in their order. */
export const toHoldingWindows = (values: readonly unknown[]): HoldingWindows =>
  Object.fromEntries(HOLDING_WINDOWS.map((name, index) => [name, values[index] ?? []])) as unknown as HoldingWindows;

/** What HOLDS and MEMBER_OF copy, so that filters by day need not read the fact. */
export const shortcutWindows = ({ possibleFrom, possibleUntil, observedFrom, observedUntil }: HoldingWindows) => ({
  possibleFrom,
  possibleUntil,
  observedFrom,
  observedUntil,
});
