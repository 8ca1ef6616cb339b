/** Union-find (disjoint sets) over the numbers from 0 on. */
export class UnionFind {
  readonly #parents: number[] = [];

  /** Adds the next number, in a group of its own. */
  add(): void {
    this.#parents.push(this.#parents.length);
  }

  union(one: number, other: number): void {
    const [low, high] = [this.#find(one), this.#find(other)].sort((a, b) => a - b) as [number, number];
    this.#parents[high] = low;
  }

  /** The group of each number; groups are numbered in the order of their first members. */
  groupNumbers(): number[] {
    const numbers = new Map<number, number>();
    return this.#parents.map((_, number) => {
      const root = this.#find(number);
      if (!numbers.has(root)) numbers.set(root, numbers.size);
      return numbers.get(root)!;
    });
  }

  #find(number: number): number {
    const parents = this.#parents;
    let root = number;
    while (parents[root] !== root) root = parents[root] = parents[parents[root]!]!;
    return root;
  }
}
