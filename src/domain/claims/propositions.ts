import { isDated, windowOf, type TimeSpan, type Window } from '../time/time.ts';
import { compareValues, type SetRelation, type IsWithin } from './compare-values.ts';
import { type ClaimType, Polarity, Quantifier } from '../vocabulary.generated.ts';

/** The content of a written-out claim, without its source. */
export interface Proposition {
  type: ClaimType;
  subject: string;
  /** Nodes by id, each with its type. */
  objects: readonly { id: string; type: string }[];
  value: string | null;
  count: { value: number; comparator: string } | null;
  time: TimeSpan;
  quantifier: Quantifier | null;
  polarity: Polarity;
  /** When its document was published. */
  published: Window | null;
}

/** Types with one value at a time: two different values contradict each other. */
const singleValued: ReadonlySet<ClaimType> = new Set(['STANCE', 'STATUS', 'ORDINAL']);
/** Types with one object of each node type: one country that it is located in, one place where it was held. */
const singlePlace: ReadonlySet<ClaimType> = new Set(['HELD_AT', 'LOCATED_IN', 'OPERATED_BY']);
/** Types of which a country among the objects is a place. */
const whereabouts: ReadonlySet<ClaimType> = new Set(['HELD_AT', 'LOCATED_IN', 'VISITED']);
/** Types of which only the text says what is asserted. */
const toldInTextAlone: readonly ClaimType[] = ['ASSESSMENT', 'OTHER', 'MOTIVE', 'PURPOSE'];
/** Types whose affirmations say the same only if they give a value or count, since the text may say different things. */
const toldInText: ReadonlySet<ClaimType> = new Set([
  ...toldInTextAlone,
  ...(['CONSULTED', 'DISCUSSED', 'AGREED', 'REQUESTED', 'ANNOUNCES', 'STATED', 'PURSUES', 'GREW'] as const),
]);
/** Types whose value is the time. */
const timeValued: ReadonlySet<ClaimType> = new Set(['TIME', 'FOUNDED']);

/**
 * Compares two claims of the same type about the same subject: EQUAL, WITHIN or CONTAINS if one is more exact, DISJOINT if they
 * contradict each other, else OVERLAPS (different objects or times, or content that is only in the text).
 *
 * A negated claim contradicts every claim that implies what it denies: someone who never met a person did not meet that
 * person in Brussels.
 */
export function comparePropositions(a: Proposition, b: Proposition, isWithin: IsWithin): SetRelation {
  if (a.polarity !== b.polarity) {
    const [negated, affirmed] = a.polarity === Polarity.NEGATIVE ? [a, b] : [b, a];
    return contradicts(negated, affirmed, isWithin) ? 'DISJOINT' : 'OVERLAPS';
  }
  if (!timeValued.has(a.type) && !timesOverlap(a, b)) return 'OVERLAPS';
  if (a.polarity === Polarity.AFFIRMATIVE && singlePlace.has(a.type)) return comparePlaces(a, b, isWithin);
  const haveSameScope = a.quantifier === b.quantifier && covers(a, b) && covers(b, a);
  if (!haveSameScope) return 'OVERLAPS';
  const relation = compareContents(a, b);
  return relation === 'EQUAL' || a.polarity === Polarity.AFFIRMATIVE ? relation : 'OVERLAPS';
}

/** Compares counts, times and single values; any other content is independent. */
function compareContents(a: Proposition, b: Proposition): SetRelation {
  if (timeValued.has(a.type)) return compareValues(a.time, b.time);
  if (a.count && b.count) return compareValues(a.count, b.count);
  if (a.value === null && toldInText.has(a.type)) return 'OVERLAPS';
  if (a.value === b.value && !a.count && !b.count) return 'EQUAL';
  return singleValued.has(a.type) && a.value !== null && b.value !== null ? 'DISJOINT' : 'OVERLAPS';
}

/**
 * ALL or MOST in two different places contradict each other; SOME does not. A meeting may be in several places, of which a country is one;
 * what else has a place, or somebody who runs it, has one of each type.
 */
function comparePlaces(a: Proposition, b: Proposition, isWithin: IsWithin): SetRelation {
  const [one, other] = [a.objects[0], b.objects[0]];
  if (one === undefined || other === undefined || (a.type !== 'HELD_AT' && one.type !== other.type)) return 'OVERLAPS';
  const relation =
    a.type === 'HELD_AT'
      ? compareValues(idsOf(a.objects), idsOf(b.objects), isWithin)
      : compareValues(one.id, other.id, isWithin);
  if (relation !== 'DISJOINT') return a.quantifier === b.quantifier ? relation : 'OVERLAPS';
  const some = a.quantifier === Quantifier.SOME || b.quantifier === Quantifier.SOME;
  return some ? 'OVERLAPS' : 'DISJOINT';
}

const idsOf = (objects: readonly { id: string }[]) => objects.map(({ id }) => id);

/**
 * What a claim says that can be compared with others of its type: its count, value, time or places (a list of ids); null if none of these.
 */
export function contentOf({
  type,
  value,
  count,
  time,
  objects,
}: Pick<Proposition, 'type' | 'value' | 'count' | 'time'> & { objects: readonly { id: string }[] }): unknown {
  if (timeValued.has(type)) return time.edtf === null ? null : time;
  if (count !== null || value !== null || !singlePlace.has(type) || objects.length === 0) return count ?? value;
  return type === 'HELD_AT' ? idsOf(objects) : [objects[0]!.id];
}

function contradicts(negated: Proposition, affirmed: Proposition, isWithin: IsWithin): boolean {
  if (!quantifiersConflict(negated.quantifier, affirmed.quantifier) || !isWithinTime(affirmed, negated)) return false;
  if (!covers(affirmed, negated, isWithin)) return false;
  if (toldInTextAlone.includes(negated.type) && !covers(negated, affirmed)) return false;
  if (negated.count)
    return affirmed.count !== null && ['EQUAL', 'WITHIN'].includes(compareValues(affirmed.count, negated.count));
  return negated.value === null || negated.value === affirmed.value;
}

/** "Some did not" is compatible with "most did"; "none did" is not compatible with "some did". */
function quantifiersConflict(negated: Quantifier | null, affirmed: Quantifier | null): boolean {
  if (affirmed === null || affirmed === Quantifier.ALL) return true;
  if (negated === null) return true;
  return affirmed === Quantifier.MOST && negated === Quantifier.MOST;
}

/**
 * Whether `specific` mentions every node that `general` mentions, as subject or object; with `isWithin` also by a place in it: whoever
 * visited Kyiv visited Ukraine. A country is only meant as a place where the type of the claim says so: whom one consults in Kyiv need not
 * be Ukraine.
 */
function covers(specific: Proposition, general: Proposition, isWithin: IsWithin = () => false): boolean {
  const mentioned = [specific.subject, ...idsOf(specific.objects)];
  const isMeantAsPlace = ({ type }: { type: string }) => type === 'Place' || whereabouts.has(general.type);
  return (
    mentioned.includes(general.subject) &&
    general.objects.every(
      (object) =>
        mentioned.includes(object.id) ||
        (isMeantAsPlace(object) && mentioned.some((each) => isWithin(each, object.id))),
    )
  );
}

/** Whether they may be about the same time. */
function timesOverlap(a: Proposition, b: Proposition): boolean {
  const [one, other] = [describedWindow(a), describedWindow(b)];
  return one === null || other === null || (one.from <= other.until && other.from <= one.until);
}

/** A negated claim covers its own time, or without one everything up to its publication. */
function isWithinTime(affirmed: Proposition, negated: Proposition): boolean {
  const affirmedWindow = windowOf(affirmed.time);
  if (!isDated(affirmedWindow)) return timesOverlap(affirmed, negated);
  const negatedWindow = windowOf(negated.time);
  if (isDated(negatedWindow))
    return affirmedWindow.from <= negatedWindow.until && negatedWindow.from <= affirmedWindow.until;
  return negated.published === null || affirmedWindow.from <= negated.published.until;
}

/** The days that a claim is about: its own time, else the year in which it was published. */
function describedWindow({ time, published }: Proposition): Window | null {
  const ownWindow = windowOf(time);
  if (isDated(ownWindow) || published === null) return isDated(ownWindow) ? ownWindow : null;
  return { from: `${published.from.slice(0, 4)}-01-01`, until: `${published.until.slice(0, 4)}-12-31`, exact: false };
}
