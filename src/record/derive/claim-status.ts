import { isLive } from '../../domain/claims/assertion.ts';
import { claimStatus } from '../../domain/claims/claim.ts';
import { type AttributionKind, type Modality, type ReviewState } from '../../domain/vocabulary.generated.ts';
import { type Tx } from '../../graph/database.ts';
import { evidenceOf } from './claim-metadata.ts';
import { derivedProperties } from '../../storage/derived.ts';
import { bestEvidence } from '../../storage/evidence.ts';
import { boundProperties, cypherPick, flattenWindow, unflattenTime } from '../../storage/times.ts';
import { type Properties } from '../../storage/values.ts';
import { readRowsOf, type RowsOf } from '../overlay/read-rows.ts';
import { type Derivation } from '../write/derived-state.ts';

interface Row {
  id: string;
  key: string;
  properties: Properties;
  documents: Properties[];
}

const OF_DOCUMENT = ['key', 'reliabilityRank', ...boundProperties('published')];

export const CLAIMS_WITH_DOCUMENTS: RowsOf<Row> = {
  statement: `UNWIND $ids AS id
MATCH (c:Thing&Claim {id: id}) USING INDEX SEEK c:Thing(id)
RETURN id, c.key AS key, properties(c) AS properties,
  [(c)-[:EVIDENCE]->(d:Document) | d {${cypherPick(OF_DOCUMENT)}}] AS documents`,
  walk: (c) => [
    { id: c.id, key: c.key, properties: c.properties, documents: evidenceOf(c).map((d) => d.pick(OF_DOCUMENT)) },
  ],
};

/** What follows from a claim's own words and its documents: status, publication, reliability. */
export async function deriveClaimStatus(tx: Tx, ids: readonly string[]): Promise<Derivation[]> {
  const rows = await readRowsOf(tx, ids, CLAIMS_WITH_DOCUMENTS);
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
