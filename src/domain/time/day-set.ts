import { AFTER_ALL, BEFORE_ALL, dayAfter, dayBefore, matchingStretches, type Stretch } from './calendar.ts';

/** The days that one time may be: stretches, and dates with unspecified digits that have too many stretches to list. */
export type DaySet = readonly DaySetMember[];

export type DaySetMember = Stretch | DatePattern;

/** A date with `X` for any digit, such as `XXXX-07-12`. */
export interface DatePattern {
  digits: string;
}

/** So many stretches are kept; a time that has more has no bounds. */
export const MAX_STRETCHES = 100;

/** The days that match a date with unspecified digits; empty if none does. */
export function daysMatching(digits: string): DaySet {
  const stretches: Stretch[] = [];
  for (const stretch of matchingStretches(digits)) {
    stretches.push(stretch);
    if (stretches.length > MAX_STRETCHES) return [{ digits }];
  }
  return stretches;
}

/** The stretches of a set in order, none of which touches the next; null if there are too many. */
export function mergedStretches(set: DaySet): Stretch[] | null {
  if (set.some(isPattern)) return null;
  const merged = mergeTouching(set);
  return merged.length > MAX_STRETCHES ? null : merged;
}

function mergeTouching(set: DaySet): Stretch[] {
  const merged: Stretch[] = [];
  const inOrder = set.filter(isStretch).sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  for (const stretch of inOrder) {
    const before = merged.at(-1);
    if (before && (before.last === AFTER_ALL || stretch.first <= dayAfter(before.last))) {
      if (stretch.last > before.last) before.last = stretch.last;
    } else {
      merged.push({ ...stretch });
    }
  }
  return merged;
}

/** What lies between the stretches of a set. */
export function gapsBetween(stretches: readonly Stretch[]): Stretch[] {
  return stretches
    .slice(1)
    .map(({ first }, index) => ({ first: dayAfter(stretches[index]!.last), last: dayBefore(first) }));
}

/** True if some day is in both. */
export function haveCommonDay(a: DaySet, b: DaySet): boolean {
  return a.some((one) => b.some((other) => membersMeet(one, other)));
}

function membersMeet(a: DaySetMember, b: DaySetMember): boolean {
  if (isPattern(a)) return isPattern(b) ? patternsMeet(a, b) : !isEmpty(matchingStretches(a.digits, b));
  return isPattern(b) ? membersMeet(b, a) : a.first <= b.last && b.first <= a.last;
}

function patternsMeet(a: DatePattern, b: DatePattern): boolean {
  const common = commonPattern(a.digits, b.digits);
  return common !== null && !isEmpty(matchingStretches(common));
}

/** True if every day of the inner set is in the outer one. */
export function containsDays(outer: DaySet, inner: DaySet): boolean {
  const stretches = mergeTouching(outer);
  const patterns = outer.filter(isPattern);
  return inner.every(
    (member) =>
      stretches.some((stretch) => (isPattern(member) ? isEverything(stretch) : liesIn(member, stretch))) ||
      patterns.some((pattern) => matchesAll(pattern, member)),
  );
}

const liesIn = (inner: Stretch, outer: Stretch) => outer.first <= inner.first && inner.last <= outer.last;

const isEverything = ({ first, last }: Stretch) => first === BEFORE_ALL && last === AFTER_ALL;

function matchesAll({ digits }: DatePattern, member: DaySetMember): boolean {
  if (isPattern(member)) return commonPattern(digits, member.digits) === fullDigits(member.digits);
  const [first] = matchingStretches(digits, member);
  return first !== undefined && liesIn(member, first);
}

/** The digits that both patterns allow; null if they differ in one. */
function commonPattern(a: string, b: string): string | null {
  const [one, other] = [fullDigits(a), fullDigits(b)];
  const digits = [...one].map((digit, index) => {
    const second = other[index]!;
    if (digit === 'X' || digit === second) return second;
    return second === 'X' ? digit : null;
  });
  return digits.includes(null) ? null : digits.join('');
}

const fullDigits = (digits: string) => digits.padEnd('YYYY-MM-DD'.length, '-XX');

const isEmpty = (stretches: Generator<Stretch>) => stretches.next().done === true;

const isStretch = (member: DaySetMember): member is Stretch => !isPattern(member);

const isPattern = (member: DaySetMember): member is DatePattern => 'digits' in member;
