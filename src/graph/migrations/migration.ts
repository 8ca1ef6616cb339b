/** A migration step. Released steps are never edited; a later step corrects them. */
export interface Migration {
  number: number;
  name: string;
  /** Constraints and indexes. Idempotent (IF NOT EXISTS), because two servers may start at once. */
  schema: readonly string[];
  /** Adds missing data to an existing graph, in the transaction that records the step. */
  backfill?: string;
  /** True if it adds derived values, which an existing graph lacks until it is rebuilt. */
  needsRebuild?: true;
}
