import { reliabilityRank } from '../domain/claims/claim.ts';
import { type TimeSpan, type Window, parseTime, windowOf } from '../domain/time/time.ts';

/** A document that a claim rests on. */
export interface EvidenceDocument {
  key: string;
  /** Null where it has not been rated. */
  reliabilityRank: number | null;
  published: TimeSpan;
}

const UNRATED = reliabilityRank(null);

const rankOf = (document: EvidenceDocument | undefined) => document?.reliabilityRank ?? UNRATED;

/** What a claim takes from the best of its documents: the most reliable, of several the first by key. */
export function bestEvidence(documents: readonly EvidenceDocument[]): { published: Window; reliabilityRank: number } {
  const [best] = documents.toSorted((a, b) => rankOf(a) - rankOf(b) || (a.key < b.key ? -1 : 1));
  return { published: windowOf(best?.published ?? parseTime({})), reliabilityRank: rankOf(best) };
}
