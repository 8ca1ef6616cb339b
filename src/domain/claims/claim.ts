import { AttributionKind, ClaimStatus, Level, Modality, Reliability } from '../vocabulary.generated.ts';

/** Reports of these kinds about past or current events count as ALLEGED. */
const HEARSAY_KINDS: ReadonlySet<AttributionKind> = new Set([
  AttributionKind.ANONYMOUS,
  AttributionKind.MEDIA_REPORT,
  AttributionKind.ANONYMOUS_VIA_MEDIA,
]);

/**
 * The status of a claim: UNDETERMINED if its modality is; ALLEGED if it is only POSSIBLE, or if hearsay says that it
 * happened or is ongoing; else its modality. Hearsay about plans and expectations stays PLANNED or EXPECTED.
 */
export function claimStatus(modality: Modality, attributionKind: AttributionKind): ClaimStatus {
  switch (modality) {
    case Modality.UNDETERMINED:
    case Modality.PLANNED:
    case Modality.EXPECTED:
      return modality;
    case Modality.POSSIBLE:
      return ClaimStatus.ALLEGED;
    case Modality.OCCURRED:
    case Modality.ONGOING:
      return HEARSAY_KINDS.has(attributionKind) ? ClaimStatus.ALLEGED : modality;
  }
}

/**
 * The number of distinct originators in these attribution chains, each of which lists its agents, originator first. A
 * reprint has the originator of the original, so it does not count again. Empty chains do not count.
 */
export function countIndependentSources(chains: readonly (readonly string[])[]): number {
  return new Set(chains.flatMap((chain) => chain.slice(0, 1))).size;
}

const LEVEL_ORDER: readonly Level[] = Object.values(Level);
/**
 * From best to worst. A source that cannot be judged (F in STANAG 2511) ranks below one known to be fairly reliable, but above
 * one known to be unreliable.
 */
const RELIABILITY_ORDER: readonly Reliability[] = [
  Reliability.RELIABLE,
  Reliability.USUALLY_RELIABLE,
  Reliability.FAIRLY_RELIABLE,
  Reliability.UNKNOWN,
  Reliability.NOT_USUALLY_RELIABLE,
  Reliability.UNRELIABLE,
];

/** The rank of a level, 0 for the highest; a missing level ranks as UNKNOWN. */
export function levelRank(level: Level | null | undefined): number {
  return LEVEL_ORDER.indexOf(level ?? Level.UNKNOWN);
}

/** The rank of a reliability: 0 RELIABLE ... 3 UNKNOWN ... 5 UNRELIABLE; a missing one ranks as UNKNOWN. */
export function reliabilityRank(reliability: Reliability | null | undefined): number {
  return RELIABILITY_ORDER.indexOf(reliability ?? Reliability.UNKNOWN);
}

/** The rank of a claim all of whose documents are UNRELIABLE. */
export const UNRELIABLE_RANK = reliabilityRank(Reliability.UNRELIABLE);
