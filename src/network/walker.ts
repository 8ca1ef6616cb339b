/**
 * Follows the shortest paths from one node to all others of its component. Ties are not directed, so that a path counts from
 * both ends: sums over all nodes as sources have every pair twice.
 */
export interface PathWalker {
  /**
   * The lengths of the shortest paths from a node to all others that it reaches, together.
   *
   * @param sums Each length is added at the place of the node where the path ends; null: nowhere.
   */
  distances(source: number, sums: Float64Array | null): number;
  /**
   * Adds to each node how much the source depends on it: over all other nodes, the share of shortest paths to them that
   * lead through it (U. Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25,
   * 2001, theorem 6).
   *
   * @param scale What to multiply it by.
   */
  dependencies(source: number, scale: number, sums: Float64Array): void;
}
