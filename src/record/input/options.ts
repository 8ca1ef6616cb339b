/** The data set that a block comes from; an import finds its rows again by (data set, key of the row). */
export interface DataSet {
  key: string;
  title: string;
  note?: string;
}

/** The local keys of rows that parts of data sets have held so far, by the key of the data set. */
export type SeenRows = Map<string, { claims: Set<string>; descriptions: Set<string> }>;

/** How to record. */
export interface RecordOptions {
  /** Who records, for revisions and claims. */
  by: string;
  /**
   * The data set of each block, in the order of the blocks; left out where blocks come from a mutation. Files that are
   * imported together go in one call, so that they may refer to each other and all of them are written or none.
   */
  dataSets?: readonly (DataSet | null)[];
  /** Check everything and say what would change, but write nothing. */
  dryRun?: boolean;
  /** Retract what an earlier import of these data sets brought and the blocks no longer hold. */
  prune?: boolean;
  /**
   * The blocks are but a part of their data sets, of which other parts were recorded before or come later: rows are only
   * compared with what is stored under their own keys. What they hold is added to `met`, for `pruneRest`.
   */
  part?: { seen: SeenRows };
  onProgress?: (line: string) => void;
}
