import { claimStatus, reliabilityRank } from '../../domain/claims/claim.ts';
import { flattenWindow, sortTime, parseTime, unflattenTime, windowOf } from '../../domain/time/time.ts';
import { type AttributionKind, type Modality, type ReviewState } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { type Derivation } from '../write/derived-state.ts';

interface Row {
  id: string;
  key: string;
  properties: Record<string, unknown>;
  documents: Record<string, unknown>[];
}

const CLAIMS = `UNWIND $ids AS id
MATCH (c:Thing&Claim {id: id}) USING INDEX SEEK c:Thing(id)
RETURN id, c.key AS key, properties(c) AS properties,
  [(c)-[:EVIDENCE]->(d:Document) | d {.key, .reliabilityRank, .publishedEdtf, .publishedPrecision,
    .publishedStartEarliest, .publishedStartLatest, .publishedEndEarliest, .publishedEndLatest}] AS documents`;

/** What follows from a claim's own words and its documents: status, publication, reliability. */
export async function deriveClaimStatus(tx: Tx, ids: readonly string[]): Promise<Derivation[]> {
  const rows = await tx.run<Row>(CLAIMS, { ids });
  return rows.map(({ id, key, properties, documents }) => ({
    id,
    key,
    type: 'Claim',
    stored: { properties, links: [], externalIds: [], conflicts: [] },
    derived: { properties: statusProperties(key, properties, documents), links: [], externalIds: [], conflicts: [] },
    state: null,
  }));
}

function statusProperties(key: string, claim: Row['properties'], documents: Row['documents']): Record<string, unknown> {
  const best = documents.sort(byReliability)[0];
  const reviewState = claim.reviewState as ReviewState;
  return {
    status: claimStatus(claim.modality as Modality, claim.attributionKind as AttributionKind),
    live: reviewState === 'ACCEPTED' || reviewState === 'DISPUTED',
    ...flattenWindow('published', windowOf(best ? unflattenTime('published', best) : parseTime({}))),
    reliabilityRank: rankOf(best),
    sortTime: sortTime(unflattenTime('time', claim), key),
  };
}

const UNRATED = reliabilityRank(null);

const rankOf = (document: Row['documents'][number] | undefined) =>
  (document?.reliabilityRank as number | null) ?? UNRATED;

function byReliability(a: Row['documents'][number], b: Row['documents'][number]): number {
  return rankOf(a) - rankOf(b) || ((a.key as string) < (b.key as string) ? -1 : 1);
}
