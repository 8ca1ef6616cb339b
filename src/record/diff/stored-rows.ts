import { type Tx } from '../../graph/database.ts';
import { type Fingerprinted } from './match-rows.ts';

/** The latest claim that an earlier import recorded from a row. */
export interface StoredClaimRow extends Fingerprinted {
  id: string;
  key: string;
  /** How an analyst ended it; null while it is live. */
  ended: 'CORRECTED' | 'RETRACTED' | null;
  /** The key of the claim that corrects it. */
  correctedBy: string | null;
  /** Its data set; empty for a mutation. */
  dataSet: string;
  /** Its local key as what a mutation says, if its data set and a mutation both say it. */
  mutationKey: string | null;
}

/** A description written by an earlier import. */
export interface StoredDescriptionRow extends Fingerprinted {
  /** The element id of the relationship, valid within this transaction. */
  element: string;
  thing: string;
  /** True if the same document has described the node otherwise since, or an analyst has taken back a part of it. */
  isOverruled: boolean;
}

const CLAIM = `OPTIONAL MATCH (newer:Claim)-[:CORRECTS]->(c)
RETURN c.id AS id, c.key AS key, c.localKey AS localKey, c.fingerprint AS fingerprint, c.reviewState AS reviewState,
  c.pruned AS pruned, c.dataSet AS dataSet, c.mutationKey AS mutationKey, newer.key AS newerKey, newer.dataSet AS newerScope ORDER BY c.sortKey`;
/** Neo4j uses an index on two properties only if both are constrained; every claim and every description has a localKey. */
const CLAIMS = `MATCH (c:Claim {dataSet: $scope}) USING INDEX SEEK c:Claim(dataSet, localKey) WHERE c.localKey IS NOT NULL ${CLAIM}`;
const CLAIMS_OF = `UNWIND $localKeys AS localKey MATCH (c:Claim {dataSet: $scope, localKey: localKey})
USING INDEX SEEK c:Claim(dataSet, localKey) ${CLAIM}`;

const CLAIMS_IN_ANY = `MATCH (d:DataSet) UNWIND $localKeys AS localKey MATCH (c:Claim {dataSet: d.key, localKey: localKey})
USING INDEX SEEK c:Claim(dataSet, localKey) ${CLAIM}`;

const DESCRIPTION = `RETURN elementId(r) AS element, t.id AS thing, r.localKey AS localKey, r.fingerprint AS fingerprint,
  EXISTS { (d)-[o:DESCRIBES]->(t)
    WHERE o.fingerprint <> r.fingerprint AND coalesce(o.changedAt, o.recordedAt) > coalesce(r.changedAt, r.recordedAt) }
    OR r.retracted IS NOT NULL AS isOverruled
  ORDER BY localKey, fingerprint`;
const DESCRIPTIONS = `MATCH (d)-[r:DESCRIBES {dataSet: $scope}]->(t:Thing) USING INDEX SEEK r:DESCRIBES(dataSet, localKey)
WHERE r.localKey IS NOT NULL ${DESCRIPTION}`;
const DESCRIPTIONS_OF = `UNWIND $localKeys AS localKey
MATCH (d)-[r:DESCRIBES {dataSet: $scope, localKey: localKey}]->(t:Thing) USING INDEX SEEK r:DESCRIBES(dataSet, localKey)
${DESCRIPTION}`;

const DATA_SETS = 'UNWIND $scopes AS scope MATCH (d:DataSet {key: scope}) RETURN scope';

/** Which of these data sets the graph may have rows of; always with the empty scope, that of mutations. */
export async function findKnownScopes(tx: Tx, scopes: readonly string[]): Promise<Set<string>> {
  const keys = scopes.filter((scope) => scope !== '');
  const rows = keys.length === 0 ? [] : await tx.rows(DATA_SETS, { scopes: keys });
  return new Set(['', ...rows.map(([scope]) => scope as string)]);
}

interface ClaimColumns extends Fingerprinted {
  id: string;
  key: string;
  reviewState: string;
  pruned: boolean | null;
  dataSet: string;
  mutationKey: string | null;
  newerKey: string | null;
  newerScope: string | null;
}

/**
 * The claims of a data set that its rows may match: not those that a later import corrected or pruned.
 *
 * @param localKeys Read only these; null reads the whole data set.
 */
export async function readStoredClaims(
  tx: Tx,
  scope: string,
  localKeys: readonly string[] | null,
): Promise<StoredClaimRow[]> {
  return toStoredRows(
    await tx.run<ClaimColumns>(localKeys ? CLAIMS_OF : CLAIMS, { scope, localKeys: [...new Set(localKeys ?? [])] }),
  );
}

/** The same in whatever data set. */
export const readStoredClaimsOfAny = async (tx: Tx, localKeys: readonly string[]): Promise<StoredClaimRow[]> =>
  toStoredRows(await tx.run<ClaimColumns>(CLAIMS_IN_ANY, { localKeys: [...new Set(localKeys)] }));

function toStoredRows(rows: readonly ClaimColumns[]): StoredClaimRow[] {
  return rows
    .filter(
      ({ pruned, dataSet, newerScope }) =>
        pruned !== true && (newerScope === null || newerScope !== dataSet || dataSet === ''),
    )
    .map(({ id, key, localKey, fingerprint, reviewState, newerKey, dataSet, mutationKey }) => ({
      id,
      key,
      localKey,
      fingerprint,
      ended: reviewState === 'CORRECTED' || reviewState === 'RETRACTED' ? reviewState : null,
      correctedBy: newerKey,
      dataSet,
      mutationKey,
    }));
}

/** @param localKeys Read only these; null reads the whole data set. */
export function readStoredDescriptions(
  tx: Tx,
  scope: string,
  localKeys: readonly string[] | null,
): Promise<StoredDescriptionRow[]> {
  return tx.run(localKeys ? DESCRIPTIONS_OF : DESCRIPTIONS, { scope, localKeys: [...new Set(localKeys ?? [])] });
}
