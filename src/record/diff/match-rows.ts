/** What an import matches rows by: their key within the data set, and a hash of their content. */
export interface Fingerprinted {
  /** Shared by rows that differ only in content. */
  localKey: string;
  fingerprint: string;
}

export interface MatchedRows<I, S> {
  /** Rows that are stored as they are. */
  unchanged: { row: I; stored: S }[];
  /** Rows that replace a stored row with other content. */
  changed: { row: I; stored: S }[];
  added: I[];
  /** Stored rows that the input no longer contains. */
  removed: S[];
}

/**
 * Matches the rows of a data set with those stored by an earlier import. Rows with the same local key match by content first,
 * so that their order does not matter; the rest match in order.
 */
export function matchRows<I extends Fingerprinted, S extends Fingerprinted>(
  rows: readonly I[],
  stored: readonly S[],
): MatchedRows<I, S> {
  const matched: MatchedRows<I, S> = { unchanged: [], changed: [], added: [], removed: [] };
  const storedByKey = Map.groupBy(stored, ({ localKey }) => localKey);
  for (const [localKey, group] of Map.groupBy(rows, (row) => row.localKey)) {
    const remaining = [...(storedByKey.get(localKey) ?? [])];
    const unmatched: I[] = [];
    for (const row of group) {
      const index = remaining.findIndex(({ fingerprint }) => fingerprint === row.fingerprint);
      if (index < 0) unmatched.push(row);
      else matched.unchanged.push({ row, stored: remaining.splice(index, 1)[0]! });
    }
    for (const row of unmatched) {
      const previous = remaining.shift();
      if (previous) matched.changed.push({ row, stored: previous });
      else matched.added.push(row);
    }
    matched.removed.push(...remaining);
    storedByKey.delete(localKey);
  }
  matched.removed.push(...[...storedByKey.values()].flat());
  return matched;
}
