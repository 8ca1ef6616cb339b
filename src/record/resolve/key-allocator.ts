import { type Tx } from '../../graph/database.ts';
import { together } from '../../graph/transactions/together.ts';

/** Keys of tombstones count as taken: a deleted or merged node may be restored and then needs its key. */
const TAKEN_KEYS = ['Thing', 'Tombstone'].map(
  (label) => `UNWIND $wanted AS wanted MATCH (t:${label}) WHERE t.key STARTS WITH wanted RETURN DISTINCT t.key`,
);

/** Allocates unused keys: the wanted one if it is free, else the wanted one with a number appended. */
export class KeyAllocator {
  readonly #taken: Set<string>;

  private constructor(taken: Set<string>) {
    this.#taken = taken;
  }

  /**
   * @param wanted Every key that will be requested.
   * @param declared Keys that the input gives to other nodes.
   */
  static async load(tx: Tx, wanted: readonly string[], declared: Iterable<string>): Promise<KeyAllocator> {
    const statements = wanted.length === 0 ? [] : TAKEN_KEYS;
    const stored = await together(statements.map((statement) => tx.rows(statement, { wanted: [...new Set(wanted)] })));
    return new KeyAllocator(new Set([...stored.flat().map(([key]) => key as string), ...declared]));
  }

  isTaken(key: string): boolean {
    return this.#taken.has(key);
  }

  /** The first free one of `c001/v1`, `c001/v2`, ...: the key of a corrected claim, whose own key its correction takes over. */
  allocateVersion(key: string): string {
    let number = 1;
    while (this.#taken.has(`${key}/v${number}`)) number++;
    return this.allocate(`${key}/v${number}`);
  }

  /** `part:udcg-26-gb-chair`, or `part:udcg-26-gb-chair-2` if that is taken. */
  allocate(wanted: string): string {
    let key = wanted;
    for (let number = 2; this.#taken.has(key); number++) key = `${wanted}-${number}`;
    this.#taken.add(key);
    return key;
  }
}
