import { AFTER_ALL, BEFORE_ALL } from './calendar.ts';
import { type Holding, type HoldingWindows, begunBy, holdingWindows } from './holding-windows.ts';
import { isKnown, type TimeSpan } from './time.ts';

/** One tenure of a post, with what its own sources say. */
export interface PostTerm extends Holding {
  official: string;
  acting: boolean;
  /** Whether it stands; one that is alleged, disputed or withdrawn ends no presumption. */
  established: boolean;
}

/** An official attended a meeting, or spoke, in the capacity of a post. */
export interface Appearance {
  official: string;
  time: TimeSpan;
}

/**
 * On which days each of the tenures of one post was held, in the same order. An appearance shows the term that it can belong
 * to, if there is only one. A presumption ends on the day by which another holder who is not acting had begun later.
 */
export function holdingsOfPost(terms: readonly PostTerm[], appearances: readonly Appearance[]): HoldingWindows[] {
  const seen = withAppearances(terms, appearances);
  const begun = seen.map(begunBy);
  return seen.map((term, index) => {
    const own = begun[index]!;
    const later = begun.filter(
      (day, other) => other !== index && isTakingOver(seen[other]!) && day !== null && own !== null && day > own,
    ) as string[];
    return holdingWindows(term, later.sort()[0] ?? null);
  });
}

const isTakingOver = ({ acting, established }: PostTerm) => established && !acting;

function withAppearances(terms: readonly PostTerm[], appearances: readonly Appearance[]): PostTerm[] {
  const seen = terms.map((term) => ({ ...term, seen: [...term.seen] }));
  for (const { official, time } of appearances) {
    if (!isKnown(time)) continue;
    const [only, another] = seen.filter(
      (_, index) => terms[index]!.official === official && mayShow(terms[index]!, time, terms),
    );
    if (only && !another) only.seen.push(time);
  }
  return seen;
}

/** A missing end closes where the next term of that official begins. */
function mayShow(term: PostTerm, time: TimeSpan, terms: readonly PostTerm[]): boolean {
  const { official, start, end } = term;
  const own = begunBy(term) ?? BEFORE_ALL;
  const next = terms
    .filter((other) => other !== term && other.official === official && end.endLatest === null)
    .flatMap((other) => other.start.startEarliest ?? [])
    .filter((day) => day > own)
    .sort()[0];
  const last = end.endLatest ?? next ?? AFTER_ALL;
  return (
    (time.startEarliest ?? BEFORE_ALL) <= last && (time.endLatest ?? AFTER_ALL) >= (start.startEarliest ?? BEFORE_ALL)
  );
}
