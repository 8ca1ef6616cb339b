/** Words of an id, which is a UUID. */
const WORDS = 4;
/** 2^32 divided by the golden ratio: multiplied by it, ids that are alike come to lie far from one another. */
const SPREAD = 0x9e3779b9;

/** Remembers ids, each with a small number, in 25 to 50 bytes each: a map of as many strings takes some 200. */
export class IdTable {
  /** The logarithm of the number of places. */
  #bits = 10;
  #words = new Uint32Array(WORDS << this.#bits);
  /** One more than the number of the id in the same place; 0 if the place is free. */
  #numbers = new Uint8Array(1 << this.#bits);
  #size = 0;

  /** @returns False if the id was there before; its number stays. */
  add(id: string, number = 0): boolean {
    if (this.#size > 0.7 * this.#numbers.length) this.#grow();
    const words = wordsOf(id);
    const place = this.#placeOf(words);
    if (this.#numbers[place] !== 0) return false;
    this.#put(place, words, number + 1);
    this.#size += 1;
    return true;
  }

  /** Undefined if the id is not there. */
  get(id: string): number | undefined {
    const number = this.#numbers[this.#placeOf(wordsOf(id))]!;
    return number === 0 ? undefined : number - 1;
  }

  /** Where the id is, or else the free place where it belongs. */
  #placeOf([a, b, c, d]: Words): number {
    const mixed = Math.imul(a ^ Math.imul(b ^ Math.imul(c ^ Math.imul(d, SPREAD), SPREAD), SPREAD), SPREAD);
    const words = this.#words;
    for (let place = mixed >>> (32 - this.#bits); ; place = (place + 1) % this.#numbers.length) {
      const at = WORDS * place;
      const isSame = words[at] === a && words[at + 1] === b && words[at + 2] === c && words[at + 3] === d;
      if (isSame || this.#numbers[place] === 0) return place;
    }
  }

  #put(place: number, words: Words, number: number): void {
    this.#words.set(words, WORDS * place);
    this.#numbers[place] = number;
  }

  #grow(): void {
    const [words, numbers] = [this.#words, this.#numbers];
    this.#bits += 1;
    this.#words = new Uint32Array(WORDS << this.#bits);
    this.#numbers = new Uint8Array(1 << this.#bits);
    numbers.forEach((number, place) => {
      if (number === 0) return;
      const moved = words.subarray(WORDS * place, WORDS * (place + 1)) as unknown as Words;
      this.#put(this.#placeOf(moved), moved, number);
    });
  }
}

type Words = readonly [number, number, number, number];

function wordsOf(id: string): Words {
  const word = (digits: string) => Number.parseInt(digits, 16);
  return [
    word(id.slice(0, 8)),
    word(id.slice(9, 13) + id.slice(14, 18)),
    word(id.slice(19, 23) + id.slice(24, 28)),
    word(id.slice(28)),
  ];
}
