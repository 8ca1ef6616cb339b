/** Numbers from 0 on, of which some belong together, directly or through others. */
export class Groups {
  readonly #above: number[];

  constructor(size: number) {
    this.#above = Array.from({ length: size }, (_, number) => number);
  }

  join(one: number, other: number): void {
    const [low, high] = [this.#topOf(one), this.#topOf(other)].sort((a, b) => a - b) as [number, number];
    this.#above[high] = low;
  }

  /** For each number its group; groups are numbered by their first members. */
  numbers(): number[] {
    const numbers = new Map<number, number>();
    return this.#above.map((_, number) => {
      const top = this.#topOf(number);
      if (!numbers.has(top)) numbers.set(top, numbers.size);
      return numbers.get(top)!;
    });
  }

  #topOf(number: number): number {
    const above = this.#above;
    let top = number;
    while (above[top] !== top) top = above[top] = above[above[top]!]!;
    return top;
  }
}
