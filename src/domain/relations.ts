import { isBefore, Reach, wordsOf, type Assertion, type Word } from './assertion.ts';
import { comparing, type Comparing, type SlotContext } from './comparing.ts';
import { isUnreliable, reviewRank } from './rules.ts';
import { ClaimRelationType } from './vocabulary.generated.ts';

/** How one claim stands to another: `from` REFINES `to`. */
export interface Relation {
  from: string;
  type: ClaimRelationType;
  to: string;
}

/**
 * The relations that the rules set between the live assertions of one slot, at most one for each two of them. The
 * claim published later (where that is not known, the one whose key is later) is the one that stands to the other.
 */
export function relate(assertions: readonly Assertion[], context: SlotContext = {}): Relation[] {
  return relationsBetween(wordsOf(assertions), comparing(context));
}

/** The claims of all words that cannot hold together with another one. */
export function contradicting(words: readonly Word[], context: SlotContext): string[] {
  const relations = relationsBetween(words, comparing(context));
  const among = new Set(
    relations.flatMap(({ from, type, to }) => (type === ClaimRelationType.CONTRADICTS ? [from, to] : [])),
  );
  return words.map(({ assertion }) => assertion.claim).filter((claim) => among.has(claim));
}

function relationsBetween(words: readonly Word[], compare: Comparing): Relation[] {
  return words.flatMap((word, index) =>
    words.slice(0, index).flatMap((other) => relationOf(other, word, compare) ?? []),
  );
}

/** Of two words in the order of their keys. */
function relationOf(first: Word, second: Word, { fit }: Comparing): Relation | null {
  if (supersedes(first, second) || supersedes(second, first)) return null; // a source or an analyst has said how
  const [older, newer] = isBefore(second, first) ? [second, first] : [first, second];
  const relation = (from: Word, type: ClaimRelationType, to: Word) => ({
    from: from.assertion.claim,
    type,
    to: to.assertion.claim,
  });
  const fits = fit(newer, older);
  if (fits === 'APART') {
    const type = isLaterPlan(newer, older) ? ClaimRelationType.SUPERSEDES : ClaimRelationType.CONTRADICTS;
    return relation(newer, type, older);
  }
  const [outcome, plan] = newer.reach < older.reach ? [newer, older] : [older, newer];
  if (isUnreliable(outcome) && !isUnreliable(plan) && outcome.reach !== plan.reach) return null; // which decides nothing
  if (outcome.reach === Reach.OUTCOME && plan.reach === Reach.PLAN && outcome.denies === plan.denies) {
    return relation(outcome, ClaimRelationType.CONFIRMS_OUTCOME, plan);
  }
  if (fits === 'SAME') return relation(newer, ClaimRelationType.CORROBORATES, older);
  if (newer.denies || older.denies) return null; // a value elsewhere is no finer form of a denial
  if (fits === 'INSIDE') return relation(newer, ClaimRelationType.REFINES, older);
  return fits === 'AROUND' ? relation(older, ClaimRelationType.REFINES, newer) : null;
}

function supersedes(a: Word, b: Word): boolean {
  return a.assertion.supersedes.includes(b.assertion.claim);
}

/** A later plan takes the place of an earlier one, unless a rule that comes before the dates stands against it. */
function isLaterPlan(newer: Word, older: Word): boolean {
  return (
    newer.reach === Reach.PLAN &&
    older.reach === Reach.PLAN &&
    isBefore(older, newer) &&
    reviewRank(newer) <= reviewRank(older) &&
    newer.assertion.reliabilityRank <= older.assertion.reliabilityRank
  );
}
