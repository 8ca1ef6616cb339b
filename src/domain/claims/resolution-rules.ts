import { isBefore, reviewRank, Strength, type ComparableValue } from './assertion.ts';
import { reliabilityRank } from './claim.ts';
import { AttributionKind, Reliability } from '../vocabulary.generated.ts';

/** The rules that choose between contradicting values, in order of priority, each with its description for users. */
export const RULES = {
  REVIEWED_FIRST: 'Claims accepted by an analyst rank first, then unreviewed ones; disputed ones rank last.',
  OUTCOME_BEFORE_PLAN: 'Outcomes rank before plans, and both rank before allegations.',
  MORE_RELIABLE_DOCUMENT: 'The more reliable document ranks first; an UNRELIABLE one ranks last, whatever it reports.',
  LATER_PLAN: 'Of two plans, the one published later counts.',
  NEARER_SOURCE: 'Official records rank first, then named persons, then the author; anonymous sources rank last.',
  MORE_SOURCES: 'The value with more independent sources ranks first.',
} as const;
export type Rule = keyof typeof RULES;

/** The candidates that pass a rule: at least one of them, independently of their order. */
export type CandidateFilter = (candidates: readonly ComparableValue[]) => readonly ComparableValue[];

export interface FilterRule {
  rule: Rule;
  keep: CandidateFilter;
}

/** Selects the candidates that compete. Only these can make the winner more specific. */
export const eligibilityRules: readonly FilterRule[] = [
  { rule: 'REVIEWED_FIRST', keep: (candidates) => withLowestRank(candidates, reviewRankOf) },
  // A report by an unreliable page that it happened does not eliminate the plans of others.
  { rule: 'MORE_RELIABLE_DOCUMENT', keep: withoutUnreliableOutliers },
  { rule: 'OUTCOME_BEFORE_PLAN', keep: (candidates) => withLowestRank(candidates, ({ strength }) => strength) },
];

/** Chooses between the eligible candidates; `supporters` are those whose sources count for a candidate too. */
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

/** Removes unreliable candidates that are stronger than all others. */
function withoutUnreliableOutliers(candidates: readonly ComparableValue[]): readonly ComparableValue[] {
  const strongestReliable = Math.min(
    ...candidates.filter((candidate) => !isUnreliable(candidate)).map(({ strength }) => strength),
  );
  return strongestReliable === Infinity
    ? candidates
    : candidates.filter((candidate) => !isUnreliable(candidate) || candidate.strength >= strongestReliable);
}

/** Removes plans certainly published before another candidate. */
function withoutEarlierPlans(candidates: readonly ComparableValue[]): readonly ComparableValue[] {
  return candidates.filter(
    (candidate) => candidate.strength !== Strength.PLAN || !candidates.some((other) => isBefore(candidate, other)),
  );
}

/** From the kind of source nearest to the event to the most remote. */
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
