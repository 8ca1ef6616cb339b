import { isBefore, reviewRank, Strength, type ComparableValue } from './assertion.ts';
import { reliabilityRank } from './claim.ts';
import { AttributionKind, Reliability } from '../vocabulary.generated.ts';

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
export type CandidateFilter = (candidates: readonly ComparableValue[]) => readonly ComparableValue[];

export interface FilterRule {
  rule: Rule;
  keep: CandidateFilter;
}

/** Which words take part at all: those of the best review and reach. Only they can fill in what the winner leaves open. */
export const eligibilityRules: readonly FilterRule[] = [
  { rule: 'REVIEWED_FIRST', keep: (candidates) => withLowestRank(candidates, reviewRankOf) },
  // That an unreliable page tells it as done is no reason to give up what others plan.
  { rule: 'MORE_RELIABLE_DOCUMENT', keep: withoutUnreliableOutliers },
  { rule: 'OUTCOME_BEFORE_PLAN', keep: (candidates) => withLowestRank(candidates, ({ strength: reach }) => reach) },
];

/** How those that take part are sifted; `backing` gives the words whose sources a word can count as its own. */
export function tieBreakers(
  supporters: (candidate: ComparableValue) => readonly ComparableValue[],
): readonly FilterRule[] {
  return [
    {
      rule: 'MORE_RELIABLE_DOCUMENT',
      keep: (candidates) => withLowestRank(candidates, ({ assertion }) => assertion.reliabilityRank),
    },
    { rule: 'LATER_PLAN', keep: withoutEarlierPlans },
    {
      rule: 'NEARER_SOURCE',
      keep: (candidates) =>
        withLowestRank(candidates, ({ assertion }) => NEAREST_SOURCE_ORDER.indexOf(assertion.attributionKind)),
    },
    {
      rule: 'MORE_SOURCES',
      keep: (candidates) => withLowestRank(candidates, (candidate) => -countSources(supporters(candidate))),
    },
  ];
}

export const reviewRankOf = ({ assertion }: ComparableValue): number => reviewRank(assertion);

export const isUnreliable = ({ assertion }: ComparableValue): boolean => assertion.reliabilityRank === UNRELIABLE;
const UNRELIABLE = reliabilityRank(Reliability.UNRELIABLE);

/** Unreliable words that go further than all others fall out. */
function withoutUnreliableOutliers(candidates: readonly ComparableValue[]): readonly ComparableValue[] {
  const strongestReliable = Math.min(
    ...candidates.filter((candidate) => !isUnreliable(candidate)).map(({ strength: reach }) => reach),
  );
  return strongestReliable === Infinity
    ? candidates
    : candidates.filter((candidate) => !isUnreliable(candidate) || candidate.strength >= strongestReliable);
}

/** Plans surely published before another of them fall out; those whose order is not known stay. */
function withoutEarlierPlans(candidates: readonly ComparableValue[]): readonly ComparableValue[] {
  return candidates.filter(
    (candidate) => candidate.strength !== Strength.PLAN || !candidates.some((other) => isBefore(candidate, other)),
  );
}

/** Who is nearer to what happened. */
const NEAREST_SOURCE_ORDER: readonly AttributionKind[] = [
  AttributionKind.OFFICIAL_RECORD,
  AttributionKind.ON_RECORD,
  AttributionKind.NARRATION,
  AttributionKind.ANALYST,
  AttributionKind.MEDIA_REPORT,
  AttributionKind.HEADLINE,
  AttributionKind.ANONYMOUS,
  AttributionKind.ANONYMOUS_VIA_MEDIA,
];

function countSources(candidates: readonly ComparableValue[]): number {
  const origins = new Set(candidates.flatMap(({ assertion }) => assertion.origins ?? []));
  return Math.max(origins.size, ...candidates.map(({ assertion }) => assertion.independentSources));
}

function withLowestRank(
  candidates: readonly ComparableValue[],
  rank: (candidate: ComparableValue) => number,
): ComparableValue[] {
  const ranks = candidates.map(rank);
  const lowestRank = Math.min(...ranks);
  return candidates.filter((_, index) => ranks[index] === lowestRank);
}
