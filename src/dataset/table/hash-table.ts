/** What a table holds before the first entry, a power of two. */
const INITIAL = 1_024;
/** Fuller, look-ups take longer. */
const FULLEST = 0.7;

/** Numbers of 32 bits by hashes of up to 53, none of which is 0. A Map takes several times as much of each of a million entries. */
export class HashTable {
  #hashes = new Float64Array(INITIAL);
  #values = new Uint32Array(INITIAL);
  #size = 0;

  get(hash: number): number | undefined {
    const slot = slotOf(hash, this.#hashes);
    return this.#hashes[slot] === 0 ? undefined : this.#values[slot];
  }

  set(hash: number, value: number): void {
    if (this.#size >= FULLEST * this.#hashes.length) this.#grow();
    const slot = slotOf(hash, this.#hashes);
    if (this.#hashes[slot] === 0) this.#size += 1;
    this.#hashes[slot] = hash;
    this.#values[slot] = value;
  }

  #grow(): void {
    const [hashes, values] = [this.#hashes, this.#values];
    this.#hashes = new Float64Array(2 * hashes.length);
    this.#values = new Uint32Array(2 * values.length);
    hashes.forEach((hash, index) => {
      if (hash === 0) return;
      const slot = slotOf(hash, this.#hashes);
      this.#hashes[slot] = hash;
      this.#values[slot] = values[index]!;
    });
  }
}

/** That of the hash, or the first empty one after where it would be. */
function slotOf(hash: number, hashes: Float64Array): number {
  let slot = hash % hashes.length;
  while (hashes[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) % hashes.length;
  return slot;
}
