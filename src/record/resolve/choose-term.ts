import { isKnown, isSameTime, refines, type TimeSpan } from '../../domain/time/time.ts';
import { type Term, type TermDates, factTerms, sourceTerm, termsOverlap, wasOverBefore } from './term.ts';

/**
 * Which of these tenures, of one official in one post, or memberships a source means, by their indexes: none, then it is a new
 * one; one, also if its start or end differs; or several, between which nothing decides (docs/domain.md, "Same fact?").
 */
export function chooseTerms(source: TermDates, facts: readonly TermDates[]): number[] {
  const terms = factTerms(facts);
  const own = sourceTerm(source);
  let left = [...facts.keys()].filter(
    (index) => termsOverlap(terms[index]!, own) && !wasOverBefore(source, facts[index]!),
  );
  const narrow = (test: (dates: TermDates, term: Term) => boolean) => {
    const passing = left.filter((index) => test(facts[index]!, terms[index]!));
    if (passing.length > 0) left = passing;
  };
  narrow(({ start, end }) => isAgreed(start, source.start) || isAgreed(end, source.end));
  for (const { startEarliest, endLatest } of source.observedAt) {
    if (startEarliest !== null && endLatest !== null) narrow((_, term) => covers(term, startEarliest, endLatest));
  }
  const { startEarliest, startLatest } = source.start;
  if (startEarliest !== null && startLatest !== null) narrow((_, term) => covers(term, startEarliest, startLatest));
  if (!isKnown(source.start)) {
    const latest = left
      .map((index) => terms[index]!.from)
      .sort()
      .at(-1);
    narrow((_, { from }) => from === latest);
  }
  return left;
}

/** True if both are the same day, or one is the other in a coarser form. */
const isAgreed = (a: TimeSpan, b: TimeSpan) =>
  isKnown(a) && isKnown(b) && (isSameTime(a, b) || refines(a, b) || refines(b, a));

const covers = (term: Term, from: string, until: string) => term.from <= until && from <= term.until;
