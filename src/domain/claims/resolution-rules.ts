import { areOfOneSource, isLaterPlan, reviewRank, type ComparableValue } from './assertion.ts';
import { type ClaimComparator } from './claim-comparator.ts';
import { UNRELIABLE_RANK } from './claim.ts';
import { countOrigins } from './independent-sources.ts';
import { type Rule } from './rules.ts';
import { AttributionKind } from '../vocabulary.generated.ts';

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

/** Chooses between the eligible candidates; `all` are the live assertions of the slot, any of which may add a source. */
export function tieBreakers(all: readonly ComparableValue[], comparator: ClaimComparator): readonly FilterRule[] {
  return [
    {
      rule: 'MORE_RELIABLE_DOCUMENT',
      keep: (candidates) => withLowestRank(candidates, ({ assertion }) => assertion.reliabilityRank),
    },
    { rule: 'LATER_PLAN', keep: (candidates) => withoutEarlierPlans(candidates, comparator) },
    {
      rule: 'NEARER_SOURCE',
      keep: (candidates) =>
        withLowestRank(candidates, ({ assertion }) => NEAREST_SOURCE_ORDER.indexOf(assertion.attributionKind)),
    },
    {
      rule: 'MORE_SOURCES',
      keep: (candidates) => withoutFewerSources(candidates, all, comparator),
    },
    { rule: 'LATER_RECORDED', keep: withoutEarlierRecorded },
  ];
}

export const reviewRankOf = ({ assertion }: ComparableValue): number => reviewRank(assertion);

export const isUnreliable = ({ assertion }: ComparableValue): boolean => assertion.reliabilityRank === UNRELIABLE_RANK;

/** Removes unreliable candidates that are stronger than all others. */
function withoutUnreliableOutliers(candidates: readonly ComparableValue[]): readonly ComparableValue[] {
  const strongestReliable = Math.min(
    ...candidates.filter((candidate) => !isUnreliable(candidate)).map(({ strength }) => strength),
  );
  return strongestReliable === Infinity
    ? candidates
    : candidates.filter((candidate) => !isUnreliable(candidate) || candidate.strength >= strongestReliable);
}

/** Removes plans certainly published before another candidate, and those that another candidate moved. */
function withoutEarlierPlans(
  candidates: readonly ComparableValue[],
  { compare }: ClaimComparator,
): readonly ComparableValue[] {
  return candidates.filter(
    (candidate) => !candidates.some((other) => isLaterPlan(other, candidate, compare(other, candidate))),
  );
}

/**
 * Removes values that contradict one with more sources. A coarser value has all the sources of finer ones, but does not stand
 * against them.
 */
function withoutFewerSources(
  candidates: readonly ComparableValue[],
  all: readonly ComparableValue[],
  comparator: ClaimComparator,
): readonly ComparableValue[] {
  const counted = candidates.map((candidate) => ({ candidate, sources: countOrigins(candidate, all, comparator) }));
  return counted
    .filter(
      ({ candidate, sources }) =>
        !counted.some((other) => other.sources > sources && comparator.areDisjoint(other.candidate, candidate)),
    )
    .map(({ candidate }) => candidate);
}

/** Removes what the same source replaced. */
function withoutEarlierRecorded(candidates: readonly ComparableValue[]): readonly ComparableValue[] {
  const isReplacedBy = ({ assertion: older }: ComparableValue, { assertion: newer }: ComparableValue) =>
    areOfOneSource(older, newer) && older.recordedAt < newer.recordedAt;
  return candidates.filter((candidate) => !candidates.some((other) => isReplacedBy(candidate, other)));
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

function withLowestRank(
  candidates: readonly ComparableValue[],
  rank: (candidate: ComparableValue) => number,
): ComparableValue[] {
  const ranks = candidates.map(rank);
  const lowestRank = Math.min(...ranks);
  return candidates.filter((_, index) => ranks[index] === lowestRank);
}
