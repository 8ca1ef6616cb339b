import { type HoldingWindows, holdingWindows } from '../domain/time/holding-windows.ts';
import { type PostTerm } from '../domain/time/holdings-of-post.ts';
import { parseTime, type TimeSpan } from '../domain/time/time.ts';
import { Standing, type TenureStatus } from '../domain/vocabulary.generated.ts';
import { unflattenTime } from './times.ts';
import { type FieldValues, type Properties, timeOf } from './values.ts';

/** The properties that say on which days a tenure or membership was held (docs/graph.md, "Times"). */
export const HOLDING_WINDOWS = [
  'possibleFrom',
  'possibleUntil',
  'certainFrom',
  'certainUntil',
  'observedFrom',
  'observedUntil',
  'presumedFrom',
  'presumedUntil',
] as const satisfies readonly (keyof HoldingWindows)[];

/** Those properties of a membership with these values: each source shows it on the day of its publication. */
export const membershipWindows = (values: FieldValues): HoldingWindows =>
  holdingWindows({
    start: timeOf(values, 'start'),
    end: timeOf(values, 'end'),
    seen: (values.observedAt ?? []) as TimeSpan[],
    saidOver: [],
  });

/** A tenure as the rules for holders take it, from its properties. */
export const toPostTerm = (official: string, properties: Properties): PostTerm => ({
  official,
  status: properties.status as TenureStatus,
  acting: properties.acting === true,
  established: properties.standing === Standing.ESTABLISHED,
  start: unflattenTime('start', properties),
  end: unflattenTime('end', properties),
  seen: toTimes(properties.seenAt),
  saidOver: toTimes(properties.saidOver),
});

const toTimes = (texts: unknown): TimeSpan[] =>
  ((texts ?? []) as string[]).map((text) => parseTime(JSON.parse(text) as TimeSpan));

/** The windows in those properties, given in their order. */
export const toHoldingWindows = (values: readonly unknown[]): HoldingWindows =>
  Object.fromEntries(HOLDING_WINDOWS.map((name, index) => [name, values[index]])) as unknown as HoldingWindows;

/** What HOLDS and MEMBER_OF copy, so that filters by day need not read the fact. */
export const shortcutWindows = ({ possibleFrom, possibleUntil }: HoldingWindows) => ({ possibleFrom, possibleUntil });
