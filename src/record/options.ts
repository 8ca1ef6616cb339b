/** The data set that a block comes from; an import finds its rows again by (data set, key of the row). */
export interface DataSet {
  key: string;
  title: string;
  note?: string;
}

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
  onProgress?: (line: string) => void;
}
