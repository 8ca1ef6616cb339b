import { type Window } from '../../domain/time/time.ts';
import { claimStatus, reliabilityRank } from '../../domain/claims/claim.ts';
import { type Assertion } from '../../domain/claims/resolution.ts';
import {
  type AttributionKind,
  type Modality,
  type Polarity,
  type ReviewState,
} from '../../domain/vocabulary.generated.ts';

/** An assertion without its value: its source, its strength and its review. */
export type ClaimMetadata = Omit<Assertion, 'value'>;

/** Relations by which a source or an analyst says that two claims are compatible. */
const agreeingRelations = ['CORROBORATES', 'REFINES', 'CONFIRMS_OUTCOME', 'QUALIFIES', 'DIFFERENT_MEASURE_FROM'];

const coded = (test: string) => `[(c)-[r:RELATES_TO]->(o:Claim) WHERE r.by <> 'RULE' AND ${test} | o.key]`;

/** What is returned of a claim `c` for its {@link ClaimMetadata}. */
export const CLAIM_METADATA = `c.id AS claimId, c.key AS key, c.sortKey AS sortKey, c.polarity AS polarity, c.modality AS modality,
  c.attributionKind AS attributionKind, c.reviewState AS reviewState, coalesce(c.reviewed, false) AS reviewed,
  coalesce(c.reliabilityRank, ${reliabilityRank(null)}) AS reliabilityRank,
  c.publishedFrom AS publishedFrom, c.publishedUntil AS publishedUntil, c.publishedExact AS publishedExact,
  [(c)-[a:ATTRIBUTED_TO {order: 0}]->(agent) | agent.id][0] AS origin,
  [(c)-[:EVIDENCE]->(d:Document) | d.id] AS documents,
  ${coded("r.type = 'SUPERSEDES'")} AS supersedes,
  ${coded(`r.type IN ['${agreeingRelations.join("', '")}']`)} AS holdsWith`;

/** The row of {@link CLAIM_METADATA}. */
export interface ClaimMetadataRow {
  claimId: string;
  key: string;
  sortKey: string;
  polarity: Polarity;
  modality: Modality;
  attributionKind: AttributionKind;
  reviewState: ReviewState;
  reviewed: boolean;
  reliabilityRank: number;
  publishedFrom: string | null;
  publishedUntil: string | null;
  publishedExact: boolean | null;
  origin: string | null;
  documents: string[];
  supersedes: string[];
  holdsWith: string[];
}

export function toClaimMetadata(row: ClaimMetadataRow): ClaimMetadata {
  const { key, polarity, modality, attributionKind, reviewState, reviewed, reliabilityRank, supersedes } = row;
  return {
    claim: key,
    polarity,
    modality,
    status: claimStatus(modality, attributionKind),
    attributionKind,
    independentSources: 1,
    // Without an attribution the document itself is the source.
    origins: [row.origin ?? row.documents[0]!],
    reliabilityRank,
    reviewState,
    reviewed,
    published: publishedWindow(row),
    supersedes,
    compatibleWith: row.holdsWith,
  };
}

function publishedWindow({
  publishedFrom: from,
  publishedUntil: until,
  publishedExact: exact,
}: ClaimMetadataRow): Window | null {
  return from !== null && until !== null && from <= until ? { from, until, exact: exact ?? false } : null;
}

/** The first agent of its chain of attribution. */
export const primarySource = ({ origins }: ClaimMetadata) => origins![0]!;
