/** Who changes the graph, when, and as which version of it. */
export interface WriteContext {
  by: string;
  /** An ISO instant. */
  at: string;
  /** The graph version that this write makes: the order of all changes. */
  version: number;
  reason: string | null;
}
