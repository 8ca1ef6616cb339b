import { AttributionKind, ClaimStatus, Level, Modality, Reliability } from '../vocabulary.generated.ts';

/** Whose report of something past or going on is hearsay until a better source says so. */
const HEARSAY_KINDS: ReadonlySet<AttributionKind> = new Set([
  AttributionKind.ANONYMOUS,
  AttributionKind.MEDIA_REPORT,
  AttributionKind.ANONYMOUS_VIA_MEDIA,
]);

/**
 * The status of a claim: UNDETERMINED if its modality is; ALLEGED if it is only POSSIBLE, or if hearsay says that it
 * happened or goes on; else its modality. What hearsay says is planned or expected stays PLANNED or EXPECTED.
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
 * How many separate beginnings these chains of attribution have; each chain names its agents, originator first. A
 * reprint begins where the original begins, so it adds nothing. Empty chains count for nothing.
 */
export function countIndependentSources(chains: readonly (readonly string[])[]): number {
  return new Set(chains.flatMap((chain) => chain.slice(0, 1))).size;
}

const LEVEL_ORDER: readonly Level[] = Object.values(Level);
/**
 * From the best to the worst. One that cannot be judged (F of STANAG 2511) is not the worst of all: it gives way to a source
 * known to be fairly reliable, and goes before one known not to be.
 */
const RELIABILITY_ORDER: readonly Reliability[] = [
  Reliability.RELIABLE,
  Reliability.USUALLY_RELIABLE,
  Reliability.FAIRLY_RELIABLE,
  Reliability.UNKNOWN,
  Reliability.NOT_USUALLY_RELIABLE,
  Reliability.UNRELIABLE,
];

/** The place of a level among all levels, 0 the highest; none given ranks as UNKNOWN. */
export function levelRank(level: Level | null | undefined): number {
  return LEVEL_ORDER.indexOf(level ?? Level.UNKNOWN);
}

/** The place of a reliability, 0 RELIABLE ... 3 UNKNOWN ... 5 UNRELIABLE; none given ranks as UNKNOWN. */
export function reliabilityRank(reliability: Reliability | null | undefined): number {
  return RELIABILITY_ORDER.indexOf(reliability ?? Reliability.UNKNOWN);
}
