import { isBefore, rankOfReview, Reach, type Word } from './assertion.ts';
import { reliabilityRank } from './claim.ts';
import { AttributionKind, Reliability } from './vocabulary.generated.ts';

/** The rules that choose among values that cannot hold together, in their order, each with what it says to people. */
export const RULES = {
  REVIEWED_FIRST:
    'What an analyst has accepted goes before what nobody has reviewed, and what an analyst disputes comes last.',
  OUTCOME_BEFORE_PLAN: 'What is told as done goes before what is planned, and both go before what is only alleged.',
  MORE_RELIABLE_DOCUMENT: 'The more reliable document goes first, and an UNRELIABLE one last, whatever it tells.',
  LATER_PLAN: 'Of two plans, the one published later counts.',
  NEARER_SOURCE: 'Official records go before named persons, these before the author, and anonymous sources come last.',
  MORE_SOURCES: 'The value that more independent sources give goes first.',
} as const;
export type Rule = keyof typeof RULES;

/** Those of the words that a rule leaves standing: never none of them, and the same ones in whatever order they come. */
export type Sieve = (words: readonly Word[]) => readonly Word[];

export interface Step {
  rule: Rule;
  sieve: Sieve;
}

/** Which words take part at all: those of the best review and reach. Only they can fill in what the winner leaves open. */
export const eligibility: readonly Step[] = [
  { rule: 'REVIEWED_FIRST', sieve: (words) => lowest(words, reviewRank) },
  // That an unreliable page tells it as done is no reason to give up what others plan.
  { rule: 'MORE_RELIABLE_DOCUMENT', sieve: notCarriedAway },
  { rule: 'OUTCOME_BEFORE_PLAN', sieve: (words) => lowest(words, ({ reach }) => reach) },
];

/** How those that take part are sifted; `backing` gives the words whose sources a word can count as its own. */
export function contest(backing: (word: Word) => readonly Word[]): readonly Step[] {
  return [
    { rule: 'MORE_RELIABLE_DOCUMENT', sieve: (words) => lowest(words, ({ assertion }) => assertion.reliabilityRank) },
    { rule: 'LATER_PLAN', sieve: laterPlans },
    {
      rule: 'NEARER_SOURCE',
      sieve: (words) => lowest(words, ({ assertion }) => KINDS.indexOf(assertion.attributionKind)),
    },
    { rule: 'MORE_SOURCES', sieve: (words) => lowest(words, (word) => -sourcesOf(backing(word))) },
  ];
}

export const reviewRank = ({ assertion }: Word): number => rankOfReview(assertion);

export const isUnreliable = ({ assertion }: Word): boolean => assertion.reliabilityRank === UNRELIABLE;
const UNRELIABLE = reliabilityRank(Reliability.UNRELIABLE);

/** Unreliable words that go further than all others fall out. */
function notCarriedAway(words: readonly Word[]): readonly Word[] {
  const furthest = Math.min(...words.filter((word) => !isUnreliable(word)).map(({ reach }) => reach));
  return furthest === Infinity ? words : words.filter((word) => !isUnreliable(word) || word.reach >= furthest);
}

/** Plans surely published before another of them fall out; those whose order is not known stay. */
function laterPlans(words: readonly Word[]): readonly Word[] {
  return words.filter((word) => word.reach !== Reach.PLAN || !words.some((other) => isBefore(word, other)));
}

/** Who is nearer to what happened. */
const KINDS: readonly AttributionKind[] = [
  AttributionKind.OFFICIAL_RECORD,
  AttributionKind.ON_RECORD,
  AttributionKind.NARRATION,
  AttributionKind.ANALYST,
  AttributionKind.MEDIA_REPORT,
  AttributionKind.HEADLINE,
  AttributionKind.ANONYMOUS,
  AttributionKind.ANONYMOUS_VIA_MEDIA,
];

function sourcesOf(words: readonly Word[]): number {
  const origins = new Set(words.flatMap(({ assertion }) => assertion.origins ?? []));
  return Math.max(origins.size, ...words.map(({ assertion }) => assertion.independentSources));
}

function lowest(words: readonly Word[], rank: (word: Word) => number): Word[] {
  const ranks = words.map(rank);
  const least = Math.min(...ranks);
  return words.filter((_, index) => ranks[index] === least);
}
