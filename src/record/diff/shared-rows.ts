import { type Tx } from '../../graph/database.ts';
import { type FingerprintedClaim } from './fingerprint.ts';
import { type MatchedRows } from './match-rows.ts';
import { type StoredClaimRow, readStoredClaims, readStoredClaimsOfAny } from './stored-rows.ts';

/**
 * Who says a claim: a data set, a mutation (without data set), or both, if the same row of the same source came by file and by
 * mutation. Then the data set finds it by its local key, and a mutation by `mutationKey`.
 */
export type Ownership = Pick<StoredClaimRow, 'id' | 'dataSet' | 'localKey' | 'mutationKey'>;

type MatchedClaims = MatchedRows<FingerprintedClaim, StoredClaimRow>;

/** The matched claims, and those of which it changes who says them. */
export interface SharedRows {
  claims: MatchedClaims;
  owners: Ownership[];
}

/**
 * Of the rows that are new to their data set or to mutations, finds those that the other of the two has said; and leaves to mutations what
 * they say, too, where a data set has its row otherwise now.
 */
export async function shareRows(tx: Tx, claims: MatchedClaims): Promise<SharedRows> {
  const { found, owners } = await findShared(tx, claims.added);
  const kept = claims.changed.filter(({ stored }) => isKept(stored));
  const isAlreadySaid = new Set(found.map(({ row }) => row));
  return {
    claims: {
      unchanged: [...claims.unchanged, ...found],
      changed: claims.changed.filter(({ stored }) => !isKept(stored)),
      added: [...claims.added.filter((row) => !isAlreadySaid.has(row)), ...kept.map(({ row }) => row)],
      removed: claims.removed,
    },
    owners: [...owners, ...kept.map(({ stored }) => leftToMutation(stored))],
  };
}

/** Whether a mutation says it, too, so that it stays when its row is edited or removed. */
export const isKept = ({ ended, mutationKey }: StoredClaimRow): boolean => ended === null && mutationKey !== null;

export const leftToMutation = ({ id, mutationKey }: StoredClaimRow): Ownership => ({
  id,
  dataSet: '',
  localKey: mutationKey!,
  mutationKey: null,
});

async function findShared(tx: Tx, added: readonly FingerprintedClaim[]) {
  const [byMutation, byFile] = [added.filter(isOfMutation), added.filter((row) => !isOfMutation(row))];
  const stored = [
    ...(byMutation.length > 0
      ? await readStoredClaimsOfAny(
          tx,
          byMutation.map(({ keys }) => keys.inDataSet),
        )
      : []),
    ...(byFile.length > 0
      ? await readStoredClaims(
          tx,
          '',
          byFile.map(({ keys }) => keys.inMutation),
        )
      : []),
  ];
  const byKey = Map.groupBy(stored, ({ localKey, fingerprint }) => `${localKey} ${fingerprint}`);
  const found: MatchedClaims['unchanged'] = [];
  const owners: Ownership[] = [];
  for (const row of added) {
    const { keys, fingerprint, draft } = row;
    const other = isOfMutation(row) ? keys.inDataSet : keys.inMutation;
    const same = byKey.get(`${other} ${fingerprint}`)?.shift();
    if (same === undefined) continue;
    found.push({ row, stored: same });
    const dataSet = isOfMutation(row) ? same.dataSet : draft.scope;
    if (same.mutationKey === null)
      owners.push({ id: same.id, dataSet, localKey: keys.inDataSet, mutationKey: keys.inMutation });
  }
  return { found, owners };
}

const isOfMutation = ({ draft }: FingerprintedClaim) => draft.scope === '';
