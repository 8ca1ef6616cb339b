import { type Window } from '../../domain/time/time.ts';
import { claimStatus, reliabilityRank } from '../../domain/claims/claim.ts';
import { originsOf, type ClaimProvenance } from '../../domain/claims/independent-sources.ts';
import { type OverlayNode } from '../overlay/overlay.ts';
import { type Assertion } from '../../domain/claims/resolution.ts';
import {
  type AttributionKind,
  type Modality,
  type Polarity,
  type ReviewState,
} from '../../domain/vocabulary.generated.ts';

/** The documents that a claim rests on. */
export const evidenceOf = (claim: OverlayNode): OverlayNode[] =>
  claim.out('EVIDENCE').flatMap(({ to }) => (to.is('Document') ? [to] : []));

/** An assertion without its value: its source, its strength and its review. */
export type ClaimMetadata = Omit<Assertion, 'value'>;

/** Relations by which a source or an analyst says that two claims are compatible. */
const agreeingRelations = ['CORROBORATES', 'REFINES', 'CONFIRMS_OUTCOME', 'QUALIFIES', 'DIFFERENT_MEASURE_FROM'];

const coded = (test: string) => `[(c)-[r:RELATES_TO]->(o:Claim) WHERE r.by <> 'RULE' AND ${test} | o.key]`;

/** Cypher: the map of a claim from which {@link provenanceOf} is made. */
export const provenanceMap = (claim: string) => `{
  chain: [(${claim})-[a:ATTRIBUTED_TO]->(agent) | {order: a.order, agent: agent.id, how: a.how}],
  documents: [(${claim})-[:EVIDENCE]->(d:Document) | {id: d.id, publisher: head([(d)-[:PUBLISHED_BY]->(p) | p.id])}]}`;

/** The same of a claim in the overlay. */
export const walkProvenance = (claim: OverlayNode): ProvenanceRow => ({
  chain: claim.out('ATTRIBUTED_TO').map(({ to, properties }) => ({
    order: properties.order as number,
    agent: to.id,
    how: (properties.how ?? null) as ProvenanceRow['chain'][number]['how'],
  })),
  documents: evidenceOf(claim).map((document) => ({
    id: document.id,
    publisher: document.out('PUBLISHED_BY')[0]?.to.id ?? null,
  })),
});

/** The row of {@link provenanceMap}, whose lists are in any order. */
export interface ProvenanceRow {
  chain: (ClaimProvenance['chain'][number] & { order: number })[];
  documents: ClaimProvenance['documents'][number][];
}

/** The chain of attribution and the documents of a claim, in a fixed order. */
export const provenanceOf = ({ chain, documents }: ProvenanceRow): ClaimProvenance => ({
  chain: chain.toSorted((a, b) => a.order - b.order),
  documents: documents.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
});

/** What is returned of a claim `c` for its {@link ClaimMetadata}. */
export const CLAIM_METADATA = `c.id AS claimId, c.key AS key, c.sortKey AS sortKey, c.polarity AS polarity, c.modality AS modality,
  c.attributionKind AS attributionKind, c.reviewState AS reviewState, coalesce(c.reviewed, false) AS reviewed,
  coalesce(c.reliabilityRank, ${reliabilityRank(null)}) AS reliabilityRank,
  c.publishedFrom AS publishedFrom, c.publishedUntil AS publishedUntil, c.publishedExact AS publishedExact, c.publishedAt AS publishedAt,
  c.recordedAt AS recordedAt, ${provenanceMap('c')} AS provenance,
  ${coded("r.type = 'SUPERSEDES'")} AS supersedes,
  ${coded(`r.type IN ['${agreeingRelations.join("', '")}']`)} AS holdsWith`;

/** The same of a claim in the overlay. */
export function walkMetadata(claim: OverlayNode): ClaimMetadataRow {
  const { properties } = claim;
  const coded = (types: readonly string[]) =>
    claim
      .out('RELATES_TO')
      .filter(({ properties: { by, type } }) => by !== 'RULE' && types.includes(type as string))
      .map(({ to }) => to.key);
  return {
    claimId: claim.id,
    ...(claim.pick(METADATA_PROPERTIES) as Pick<ClaimMetadataRow, (typeof METADATA_PROPERTIES)[number]>),
    reviewed: (properties.reviewed ?? false) as boolean,
    reliabilityRank: (properties.reliabilityRank ?? reliabilityRank(null)) as number,
    provenance: walkProvenance(claim),
    supersedes: coded(['SUPERSEDES']),
    holdsWith: coded(agreeingRelations),
  };
}

const METADATA_PROPERTIES = [
  'key',
  'sortKey',
  'polarity',
  'modality',
  'attributionKind',
  'reviewState',
  'publishedFrom',
  'publishedUntil',
  'publishedExact',
  'publishedAt',
  'recordedAt',
] as const;

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
  publishedAt: string | null;
  recordedAt: string;
  provenance: ProvenanceRow;
  supersedes: string[];
  holdsWith: string[];
}

export function toClaimMetadata(row: ClaimMetadataRow): ClaimMetadata {
  const provenance = provenanceOf(row.provenance);
  const { key, polarity, modality, attributionKind, reviewState, reviewed, reliabilityRank, supersedes } = row;
  return {
    claim: key,
    polarity,
    modality,
    status: claimStatus(modality, attributionKind),
    attributionKind,
    origins: originsOf(provenance),
    documents: provenance.documents.map(({ id }) => id),
    recordedAt: row.recordedAt,
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
  publishedAt: at,
}: ClaimMetadataRow): Window | null {
  return from !== null && until !== null && from <= until
    ? { from, until, exact: exact ?? false, ...(at !== null && { at }) }
    : null;
}
