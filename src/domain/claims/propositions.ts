import { isDated, windowOf, type Time, type Window } from '../time/time.ts';
import { compareValues, type SetRelation, type IsWithin } from './compare-values.ts';
import { type ClaimType, Polarity, Quantifier } from '../vocabulary.generated.ts';

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
const singleValued: ReadonlySet<ClaimType> = new Set(['STANCE', 'STATUS', 'ORDINAL']);
/** Of these, one thing has one object of a kind: it lies in one country, it was held in one place. */
const singlePlace: ReadonlySet<ClaimType> = new Set(['HELD_AT', 'LOCATED_IN', 'OPERATED_BY']);
/** Of these, the time is what is said. */
const timeValued: ReadonlySet<ClaimType> = new Set(['TIME', 'FOUNDED']);

/**
 * How two claims of the same type about the same thing stand to each other: SAME, APART where they cannot hold together,
 * else OVERLAPS: they speak of different things, or of different times.
 *
 * A denial stands against what says the same or more: who has never met somebody has not met him in Brussels.
 */
export function comparePropositions(a: Proposition, b: Proposition, isWithin: IsWithin): SetRelation {
  if (a.polarity !== b.polarity) {
    const [negated, affirmed] = a.polarity === Polarity.NEGATIVE ? [a, b] : [b, a];
    return contradicts(negated, affirmed, isWithin) ? 'APART' : 'OVERLAPS';
  }
  if (!timeValued.has(a.type) && !timesOverlap(a, b)) return 'OVERLAPS';
  if (a.polarity === Polarity.AFFIRMATIVE && singlePlace.has(a.type)) return comparePlaces(a, b, isWithin);
  const haveSameScope = a.quantifier === b.quantifier && covers(a, b) && covers(b, a);
  if (!haveSameScope) return 'OVERLAPS';
  const relation = compareContents(a, b);
  if (relation === 'SAME') return 'SAME';
  return relation === 'APART' && a.polarity === Polarity.AFFIRMATIVE ? 'APART' : 'OVERLAPS';
}

/** Counts, times and values that exclude each other; other contents are each their own. */
function compareContents(a: Proposition, b: Proposition): SetRelation {
  if (timeValued.has(a.type)) return compareValues(a.time, b.time);
  if (a.count && b.count) return compareValues(a.count, b.count);
  if (a.value === b.value && !a.count && !b.count) return 'SAME';
  return singleValued.has(a.type) && a.value !== null && b.value !== null ? 'APART' : 'OVERLAPS';
}

/** Most of them here and most of them there cannot both be so; some here and some there can. */
function comparePlaces(a: Proposition, b: Proposition, isWithin: IsWithin): SetRelation {
  const [one, other] = [a.objects[0], b.objects[0]];
  if (one === undefined || other === undefined || one.type !== other.type) return 'OVERLAPS';
  const relation = compareValues(one.id, other.id, isWithin);
  if (relation === 'SAME') return a.quantifier === b.quantifier ? 'SAME' : 'OVERLAPS';
  const some = a.quantifier === Quantifier.SOME || b.quantifier === Quantifier.SOME;
  return some || relation !== 'APART' ? 'OVERLAPS' : 'APART';
}

function contradicts(negated: Proposition, affirmed: Proposition, isWithin: IsWithin): boolean {
  if (!quantifiersConflict(negated.quantifier, affirmed.quantifier) || !isWithinTime(affirmed, negated)) return false;
  if (singlePlace.has(negated.type) && negated.objects[0] && affirmed.objects[0]) {
    return ['SAME', 'INSIDE'].includes(compareValues(affirmed.objects[0].id, negated.objects[0].id, isWithin));
  }
  if (!covers(affirmed, negated)) return false;
  if (negated.count)
    return affirmed.count !== null && ['SAME', 'INSIDE'].includes(compareValues(affirmed.count, negated.count));
  return negated.value === null || negated.value === affirmed.value;
}

/** "Some did not" leaves room for "most did"; "none did" leaves none for "some did". */
function quantifiersConflict(negated: Quantifier | null, affirmed: Quantifier | null): boolean {
  if (affirmed === null || affirmed === Quantifier.ALL) return true;
  if (negated === null) return true;
  return affirmed === Quantifier.MOST && negated === Quantifier.MOST;
}

/** Everything that `general` speaks of, `special` speaks of too; what two did together may be told of either. */
function covers(specific: Proposition, general: Proposition): boolean {
  const mentioned = new Set([specific.subject, ...specific.objects.map(({ id }) => id)]);
  return [general.subject, ...general.objects.map(({ id }) => id)].every((id) => mentioned.has(id));
}

/** They may speak of the same moment. */
function timesOverlap(a: Proposition, b: Proposition): boolean {
  const [one, other] = [describedWindow(a), describedWindow(b)];
  return one === null || other === null || (one.from <= other.until && other.from <= one.until);
}

/** A denial without a time holds until it is published, one with a time over that time. */
function isWithinTime(affirmed: Proposition, negated: Proposition): boolean {
  const affirmedWindow = windowOf(affirmed.time);
  if (!isDated(affirmedWindow)) return timesOverlap(affirmed, negated);
  const negatedWindow = windowOf(negated.time);
  if (isDated(negatedWindow))
    return affirmedWindow.from <= negatedWindow.until && negatedWindow.from <= affirmedWindow.until;
  return negated.published === null || affirmedWindow.from <= negated.published.until;
}

/** The days of which a claim speaks: those that it names, else the year in which it was published. */
function describedWindow({ time, published }: Proposition): Window | null {
  const ownWindow = windowOf(time);
  if (isDated(ownWindow) || published === null) return isDated(ownWindow) ? ownWindow : null;
  return { from: `${published.from.slice(0, 4)}-01-01`, until: `${published.until.slice(0, 4)}-12-31`, exact: false };
}
