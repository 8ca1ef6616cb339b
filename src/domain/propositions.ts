import { isDated, windowOf, type Time, type Window } from './time.ts';
import { fitOf, type Fit, type Within } from './values.ts';
import { type ClaimType, Polarity, Quantifier } from './vocabulary.generated.ts';

/** What a claim that is written out asserts, apart from whose word it is. */
export interface Proposition {
  type: ClaimType;
  subject: string;
  /** Things by their ids, each with its type. */
  objects: readonly { id: string; type: string }[];
  value: string | null;
  count: { value: number; comparator: string } | null;
  time: Time;
  quantifier: Quantifier | null;
  polarity: Polarity;
  /** When its document was published. */
  published: Window | null;
}

/** Of these, one thing has one value only at a time: two stances, two states, two times cannot both be so. */
const single: ReadonlySet<ClaimType> = new Set(['STANCE', 'STATUS', 'ORDINAL']);
/** Of these, one thing has one object of a kind: it lies in one country, it was held in one place. */
const placed: ReadonlySet<ClaimType> = new Set(['HELD_AT', 'LOCATED_IN', 'OPERATED_BY']);
/** Of these, the time is what is said. */
const timed: ReadonlySet<ClaimType> = new Set(['TIME', 'FOUNDED']);

/**
 * How two claims of the same type about the same thing stand to each other: SAME, APART where they cannot hold together,
 * else OVERLAPS: they speak of different things, or of different times.
 *
 * A denial stands against what says the same or more: who has never met somebody has not met him in Brussels.
 */
export function fitOfPropositions(a: Proposition, b: Proposition, within: Within): Fit {
  if (a.polarity !== b.polarity) {
    const [denied, affirmed] = a.polarity === Polarity.NEGATIVE ? [a, b] : [b, a];
    return denies(denied, affirmed, within) ? 'APART' : 'OVERLAPS';
  }
  if (!timed.has(a.type) && !sameTimes(a, b)) return 'OVERLAPS';
  if (a.polarity === Polarity.AFFIRMATIVE && placed.has(a.type)) return fitOfPlaces(a, b, within);
  const alike = a.quantifier === b.quantifier && covers(a, b) && covers(b, a);
  if (!alike) return 'OVERLAPS';
  const fit = fitOfContents(a, b);
  if (fit === 'SAME') return 'SAME';
  return fit === 'APART' && a.polarity === Polarity.AFFIRMATIVE ? 'APART' : 'OVERLAPS';
}

/** Counts, times and values that exclude each other; other contents are each their own. */
function fitOfContents(a: Proposition, b: Proposition): Fit {
  if (timed.has(a.type)) return fitOf(a.time, b.time);
  if (a.count && b.count) return fitOf(a.count, b.count);
  if (a.value === b.value && !a.count && !b.count) return 'SAME';
  return single.has(a.type) && a.value !== null && b.value !== null ? 'APART' : 'OVERLAPS';
}

/** Most of them here and most of them there cannot both be so; some here and some there can. */
function fitOfPlaces(a: Proposition, b: Proposition, within: Within): Fit {
  const [one, other] = [a.objects[0], b.objects[0]];
  if (one === undefined || other === undefined || one.type !== other.type) return 'OVERLAPS';
  const fit = fitOf(one.id, other.id, within);
  if (fit === 'SAME') return a.quantifier === b.quantifier ? 'SAME' : 'OVERLAPS';
  const some = a.quantifier === Quantifier.SOME || b.quantifier === Quantifier.SOME;
  return some || fit !== 'APART' ? 'OVERLAPS' : 'APART';
}

function denies(denied: Proposition, affirmed: Proposition, within: Within): boolean {
  if (!excludes(denied.quantifier, affirmed.quantifier) || !withinTime(affirmed, denied)) return false;
  if (placed.has(denied.type) && denied.objects[0] && affirmed.objects[0]) {
    return ['SAME', 'INSIDE'].includes(fitOf(affirmed.objects[0].id, denied.objects[0].id, within));
  }
  if (!covers(affirmed, denied)) return false;
  if (denied.count) return affirmed.count !== null && ['SAME', 'INSIDE'].includes(fitOf(affirmed.count, denied.count));
  return denied.value === null || denied.value === affirmed.value;
}

/** "Some did not" leaves room for "most did"; "none did" leaves none for "some did". */
function excludes(denied: Quantifier | null, affirmed: Quantifier | null): boolean {
  if (affirmed === null || affirmed === Quantifier.ALL) return true;
  if (denied === null) return true;
  return affirmed === Quantifier.MOST && denied === Quantifier.MOST;
}

/** Everything that `general` speaks of, `special` speaks of too; what two did together may be told of either. */
function covers(special: Proposition, general: Proposition): boolean {
  const spoken = new Set([special.subject, ...special.objects.map(({ id }) => id)]);
  return [general.subject, ...general.objects.map(({ id }) => id)].every((id) => spoken.has(id));
}

/** They may speak of the same moment. */
function sameTimes(a: Proposition, b: Proposition): boolean {
  const [one, other] = [spoken(a), spoken(b)];
  return one === null || other === null || (one.from <= other.until && other.from <= one.until);
}

/** A denial without a time holds until it is published, one with a time over that time. */
function withinTime(affirmed: Proposition, denied: Proposition): boolean {
  const told = windowOf(affirmed.time);
  if (!isDated(told)) return sameTimes(affirmed, denied);
  const denial = windowOf(denied.time);
  if (isDated(denial)) return told.from <= denial.until && denial.from <= told.until;
  return denied.published === null || told.from <= denied.published.until;
}

/** The days of which a claim speaks: those that it names, else the year in which it was published. */
function spoken({ time, published }: Proposition): Window | null {
  const named = windowOf(time);
  if (isDated(named) || published === null) return isDated(named) ? named : null;
  return { from: `${published.from.slice(0, 4)}-01-01`, until: `${published.until.slice(0, 4)}-12-31`, exact: false };
}
