/** A row as an import finds it again: where it stands in its data set, and what it said. */
export interface Fingerprinted {
  /** Shared by rows that nothing but their content tells apart. */
  localKey: string;
  fingerprint: string;
}

export interface MatchedRows<I, S> {
  /** Rows that say what is stored already. */
  unchanged: { row: I; stored: S }[];
  /** Rows in the place of a stored one that says something else. */
  changed: { row: I; stored: S }[];
  added: I[];
  /** Stored rows that the input no longer has. */
  removed: S[];
}

/**
 * Pairs the rows of a data set with what an earlier import of it stored. Rows of one local key pair by their content
 * first, so that their order makes no difference; what is left over pairs in order.
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
