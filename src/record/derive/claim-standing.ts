import { claimStatus, reliabilityRank } from '../../domain/claim.ts';
import { flatWindow, sortTime, timeOf, unflatTime, windowOf } from '../../domain/time.ts';
import { type AttributionKind, type Modality, type ReviewState } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { type Derivation } from './shape.ts';

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
export async function claimStandings(tx: Tx, ids: readonly string[]): Promise<Derivation[]> {
  const rows = await tx.run<Row>(CLAIMS, { ids });
  return rows.map(({ id, key, properties, documents }) => ({
    id,
    key,
    type: 'Claim',
    stored: { properties, links: [], externalIds: [], conflicts: [] },
    derived: { properties: standingOf(key, properties, documents), links: [], externalIds: [], conflicts: [] },
    state: null,
  }));
}

function standingOf(key: string, claim: Row['properties'], documents: Row['documents']): Record<string, unknown> {
  const best = documents.sort(byReliability)[0];
  const reviewState = claim.reviewState as ReviewState;
  return {
    status: claimStatus(claim.modality as Modality, claim.attributionKind as AttributionKind),
    live: reviewState === 'ACCEPTED' || reviewState === 'DISPUTED',
    ...flatWindow('published', windowOf(best ? unflatTime('published', best) : timeOf({}))),
    reliabilityRank: rankOf(best),
    sortTime: sortTime(unflatTime('time', claim), key),
  };
}

const UNRATED = reliabilityRank(null);

const rankOf = (document: Row['documents'][number] | undefined) =>
  (document?.reliabilityRank as number | null) ?? UNRATED;

function byReliability(a: Row['documents'][number], b: Row['documents'][number]): number {
  return rankOf(a) - rankOf(b) || ((a.key as string) < (b.key as string) ? -1 : 1);
}
