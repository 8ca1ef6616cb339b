import { affirmedValue, type ComparableValue } from './assertion.ts';
import { type ClaimComparator, type SlotContext } from './claim-comparator.ts';
import { isTime } from './compare-values.ts';
import { BEFORE_ALL, isKnown, isSameTime, parseTime, refines, type TimeSpan } from '../time/time.ts';
import { ClientError } from '../errors.ts';
import { TimePrecision } from '../vocabulary.generated.ts';

/**
 * What a fact shows where no rule decides between `left`: of times one of them, so that searches find it on each; of other values
 * what all of them have in common, such as the speakers whom all name, or the city around two venues.
 */
export function disputedValue(
  left: readonly ComparableValue[],
  eligible: readonly ComparableValue[],
  { entails, mostSpecific }: ClaimComparator,
  { around }: SlotContext,
): unknown {
  const values = left.filter(({ isNegated }) => !isNegated).map(({ value }) => value);
  if (values.length > 1 && values.every(isTime)) return oneOfTimes(values as TimeSpan[]);
  if (values.length > 1 && values.every(Array.isArray)) return inAll(values as unknown[][], around);
  const said = mostSpecific(eligible.filter((candidate) => left.every((each) => entails(each, candidate))));
  const enclosing = values.length === left.length ? nearestAroundAll(values, around) : undefined;
  return enclosing ?? affirmedValue(said);
}

/**
 * The members that all of these sets have, in the order of the first, or the nearest value around a member of each; null if there are
 * none. What lies around another one of them says nothing more.
 */
function inAll(
  [first = [], ...others]: readonly (readonly unknown[])[],
  around: SlotContext['around'] = () => [],
): readonly unknown[] | null {
  const enclosing = (value: unknown) => [value, ...around(value)];
  const isInAll = (each: unknown) => others.every((other) => other.some((member) => enclosing(member).includes(each)));
  const common = [...new Set(first.flatMap((member) => enclosing(member).find(isInAll) ?? []))];
  const isAround = (outer: unknown, inner: unknown) => around(inner).includes(outer) && !around(outer).includes(inner);
  const finest = common.filter((each) => !common.some((other) => isAround(each, other)));
  return finest.length > 0 ? finest : null;
}

/** The nearest value around all of these. */
const nearestAroundAll = (values: readonly unknown[], around: SlotContext['around']): unknown =>
  inAll(
    values.map((value) => [value]),
    around,
  )?.[0];

/**
 * One of these times: of days, months and sets of them an EDTF set, without those that are coarser than another. Durations have no
 * common EDTF form, so only the bounds span them.
 */
export function oneOfTimes(times: readonly TimeSpan[]): TimeSpan {
  const finest = times.filter(
    (time, index) =>
      isKnown(time) &&
      !times.some((other) => refines(other, time)) &&
      times.findIndex((other) => isSameTime(other, time)) === index,
  );
  const sorted = finest.toSorted((a, b) => (timeOrder(a) < timeOrder(b) ? -1 : 1));
  if (sorted.length === 1) return sorted[0]!;
  return setOf(sorted) ?? spanOf(sorted);
}

const timeOrder = ({ startEarliest, startLatest, edtf }: TimeSpan) =>
  [startEarliest ?? BEFORE_ALL, startLatest, edtf].join(' ');

/** Null if one of them is no moment, or the set would be too long to be EDTF here. */
function setOf(times: readonly TimeSpan[]): TimeSpan | null {
  if (!times.every(isMoment)) return null;
  const members = times.map(({ edtf }) => edtf!.replace(/^\[(.*)\]$/, '$1'));
  try {
    return parseTime({ edtf: `[${members.join(',')}]` });
  } catch (error) {
    if (error instanceof ClientError) return null;
    throw error;
  }
}

/** True if it began and ended at one time: a day, or some day before or after another. */
const isMoment = ({ edtf, startEarliest, startLatest, endEarliest, endLatest }: TimeSpan) =>
  edtf !== null && startEarliest === endEarliest && startLatest === endLatest;

/** The bounds of all of these times together; a bound that one leaves open is open. */
function spanOf(times: readonly TimeSpan[]): TimeSpan {
  const bound = (name: 'startEarliest' | 'startLatest' | 'endEarliest' | 'endLatest') => {
    const days = times.map((time) => time[name]).toSorted();
    if (days.includes(null)) return null;
    return (name.endsWith('Earliest') ? days[0] : days.at(-1)) ?? null;
  };
  return {
    ...{ edtf: null, raw: null, basis: null, precision: TimePrecision.INTERVAL },
    startEarliest: bound('startEarliest'),
    startLatest: bound('startLatest'),
    endEarliest: bound('endEarliest'),
    endLatest: bound('endLatest'),
  };
}
