import { type RecordInput } from './record-input.ts';

/** The data set of a block. An import matches rows with those of earlier imports by data set and key. */
export interface DataSet {
  key: string;
  title: string;
  note?: string;
}

/** A block of a data set. Those of large data sets are gone through more than once and need not be in memory together. */
export interface BlockOfDataSet {
  block: RecordInput;
  dataSet: DataSet;
}

/** The local keys of the rows seen so far in an import by batches, by the key of their data set. */
export type SeenRows = Map<string, { claims: Set<string>; descriptions: Set<string> }>;

/** The progress of an import in batches, so that an interrupted one can resume. */
export interface ImportJournal {
  /** The keys of the data sets, separated by spaces. */
  dataSets: string;
  /** The hash of the rows that are recorded, in their order. */
  fingerprint: string;
  /** How many rows are recorded. */
  done: number;
  /** The instant at which it began: that of recording for all its claims. */
  begun: string;
}

/** One batch of larger data sets. */
export interface ImportPart {
  /** What to add its rows to, so that others can be pruned at the end; null if nothing is pruned. */
  seen: SeenRows | null;
  /** The instant, in ISO 8601, at which the import began: its claims are recorded as of then (`WriteContext.recordedAt`). */
  begun: string;
  /** To be kept with the batch, if that changes anything; null if nothing goes on where it stopped. */
  journal: ImportJournal | null;
}

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
  /** Set where the blocks are one batch of larger data sets: rows are compared only with what is stored under their own keys. */
  part?: ImportPart;
  /** How many bytes it may write; by default what one transaction of the database holds. */
  capacity?: number;
  onProgress?: (line: string) => void;
}
