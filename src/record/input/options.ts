/** The data set of a block. An import matches rows with those of earlier imports by data set and key. */
export interface DataSet {
  key: string;
  title: string;
  note?: string;
}

/** The local keys of the rows seen so far in an import by batches, by the key of their data set. */
export type SeenRows = Map<string, { claims: Set<string>; descriptions: Set<string> }>;

/** Options of a recording. */
export interface RecordOptions {
  /** The user recorded on claims and revisions. */
  by: string;
  /**
   * The data set of each block, in the order of the blocks; omitted for blocks of a mutation. Files imported together go in
   * one call, so that they can refer to each other and are written in one transaction.
   */
  dataSets?: readonly (DataSet | null)[];
  /** Check everything and report what would change, but write nothing. */
  dryRun?: boolean;
  /** Write nothing if there are new possible duplicates. */
  strict?: boolean;
  /** Retract what an earlier import of these data sets recorded and these blocks no longer contain. */
  prune?: boolean;
  /**
   * Set where the blocks are one batch of larger data sets: rows are compared only with what is stored under their own
   * keys. Their keys are added to `seen`, from which `pruneRest` later knows what to retract.
   */
  part?: { seen: SeenRows };
  onProgress?: (line: string) => void;
}
