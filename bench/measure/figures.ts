/** Times in milliseconds, put together. */
export interface Spread {
  median: number;
  p95: number;
}

export function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { median: at(0.5), p95: at(0.95) };
}

/** A table of lists that make themselves: `times.of('Q1', 'floor').push(1.2)`. */
export class Collected<Value = number> {
  readonly #lists = new Map<string, Value[]>();

  of(...names: string[]): Value[] {
    const name = names.join(' ');
    let list = this.#lists.get(name);
    if (!list) this.#lists.set(name, (list = []));
    return list;
  }
}
