import { isLive } from '../../domain/claims/assertion.ts';
import { claimStatus } from '../../domain/claims/claim.ts';
import { type AttributionKind, type Modality, type ReviewState } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { derivedProperties } from '../../storage/derived.ts';
import { bestEvidence } from '../../storage/evidence.ts';
import { flattenWindow, unflattenTime } from '../../storage/times.ts';
import { type Properties } from '../../storage/values.ts';
import { type Derivation } from '../write/derived-state.ts';

interface Row {
  id: string;
  key: string;
  properties: Properties;
  documents: Properties[];
}

const CLAIMS = `UNWIND $ids AS id
MATCH (c:Thing&Claim {id: id}) USING INDEX SEEK c:Thing(id)
RETURN id, c.key AS key, properties(c) AS properties,
  [(c)-[:EVIDENCE]->(d:Document) | d {.key, .reliabilityRank, .publishedEdtf, .publishedPrecision,
    .publishedStartEarliest, .publishedStartLatest, .publishedEndEarliest, .publishedEndLatest}] AS documents`;

/** What follows from a claim's own words and its documents: status, publication, reliability. */
export async function deriveClaimStatus(tx: Tx, ids: readonly string[]): Promise<Derivation[]> {
  const rows = await tx.run<Row>(CLAIMS, { ids });
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    type: 'Claim',
    stored: { properties: row.properties, relationships: [], externalIds: [], conflicts: [] },
    derived: { properties: statusProperties(row), relationships: [], externalIds: [], conflicts: [] },
    state: null,
  }));
}

function statusProperties({ key, properties, documents }: Row): Properties {
  const { published, reliabilityRank } = bestEvidence(
    documents.map((document) => ({
      key: document.key as string,
      reliabilityRank: (document.reliabilityRank ?? null) as number | null,
      published: unflattenTime('published', document),
    })),
  );
  return {
    status: claimStatus(properties.modality as Modality, properties.attributionKind as AttributionKind),
    live: isLive({ reviewState: properties.reviewState as ReviewState }),
    ...flattenWindow('published', published),
    publishedAt: published.at ?? null,
    reliabilityRank,
    ...derivedProperties('Claim', key, { time: unflattenTime('time', properties) }),
  };
}
