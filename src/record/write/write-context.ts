/** Who changes the graph, when, and as which version of it. */
export interface WriteContext {
  by: string;
  /** An ISO instant. */
  at: string;
  /**
   * When its claims and descriptions were recorded: `at`, and of a batch the instant at which the import began. What one source says in
   * one import does not replace what it says elsewhere in it, wherever a batch ends.
   */
  recordedAt: string;
  /** The graph version that this write makes: the order of all changes. */
  version: number;
  reason: string | null;
}
