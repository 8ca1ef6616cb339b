import { type Tx } from '../transactions/transaction.ts';

/** A migration step. Released steps are never edited; a later step corrects them. */
export interface Migration {
  number: number;
  name: string;
  /** Constraints and indexes. Idempotent (IF NOT EXISTS), because two servers may start at once. */
  schema: readonly string[];
  /** Adds missing data to an existing graph, in the transaction that records the step. */
  backfill?: string;
  /**
   * Changes an existing graph before the step is recorded, page by page, each in a transaction of its own: too much for one. Interrupted,
   * it begins again, and finds what is done.
   *
   * @returns From where it goes on; null at the end.
   */
  changePage?: (tx: Tx, after: string) => Promise<string | null>;
  /** True if it adds derived values, which an existing graph lacks until it is rebuilt. */
  needsRebuild?: true;
}
