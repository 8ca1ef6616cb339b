/** Keeps what was made most recently, up to a number; what was made longest ago goes first. */
export class Recent<K, V> {
  private readonly made = new Map<K, V>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  /** What is kept under the key, made now if there is none. */
  take(key: K, make: () => V): V {
    let value = this.made.get(key);
    if (value === undefined) {
      value = make();
      if (this.made.size >= this.most) this.made.delete(this.made.keys().next().value as K);
      this.made.set(key, value);
    }
    return value;
  }
}
