/** A row as an import finds it again: where it stands in its data set, and what it said. */
export interface Identified {
  /** Shared by rows that nothing but their content tells apart. */
  localKey: string;
  fingerprint: string;
}

export interface Paired<I, S> {
  /** Rows that say what is stored already. */
  unchanged: { row: I; stored: S }[];
  /** Rows in the place of a stored one that says something else. */
  changed: { row: I; stored: S }[];
  added: I[];
  /** Stored rows that the input no longer has. */
  gone: S[];
}

/**
 * Pairs the rows of a data set with what an earlier import of it stored. Rows of one local key pair by their content
 * first, so that their order makes no difference; what is left over pairs in order.
 */
export function pairUp<I extends Identified, S extends Identified>(
  rows: readonly I[],
  stored: readonly S[],
): Paired<I, S> {
  const paired: Paired<I, S> = { unchanged: [], changed: [], added: [], gone: [] };
  const storedByKey = Map.groupBy(stored, ({ localKey }) => localKey);
  for (const [localKey, group] of Map.groupBy(rows, (row) => row.localKey)) {
    const left = [...(storedByKey.get(localKey) ?? [])];
    const open: I[] = [];
    for (const row of group) {
      const index = left.findIndex(({ fingerprint }) => fingerprint === row.fingerprint);
      if (index < 0) open.push(row);
      else paired.unchanged.push({ row, stored: left.splice(index, 1)[0]! });
    }
    for (const row of open) {
      const before = left.shift();
      if (before) paired.changed.push({ row, stored: before });
      else paired.added.push(row);
    }
    paired.gone.push(...left);
    storedByKey.delete(localKey);
  }
  paired.gone.push(...[...storedByKey.values()].flat());
  return paired;
}
