/** Tells how far an import has come, how fast it goes, and how long it takes yet at that speed. */
export class Progress {
  readonly #all: number;
  readonly #begun = performance.now();
  #there: number;
  #done = 0;

  /**
   * @param all Rows in all.
   * @param there Rows that an earlier call has recorded.
   */
  constructor(all: number, there: number) {
    this.#all = all;
    this.#there = there;
  }

  /** One batch more. */
  add(rows: number): void {
    this.#done += rows;
  }

  /** `4,000 of 50,000 rows, 310 rows/s, about 3 min left`. */
  toString(): string {
    const seconds = (performance.now() - this.#begun) / 1000;
    const rate = this.#done / seconds;
    const there = this.#there + this.#done;
    const left = (this.#all - there) / rate;
    const number = (value: number) => Math.round(value).toLocaleString('en');
    return `${number(there)} of ${number(this.#all)} rows, ${number(rate)} rows/s${left > 0 ? `, ${timeOf(left)} left` : ''}`;
  }
}

function timeOf(seconds: number): string {
  if (seconds < 90) return `about ${Math.ceil(seconds)} s`;
  return seconds < 5_400 ? `about ${Math.ceil(seconds / 60)} min` : `about ${(seconds / 3_600).toFixed(1)} h`;
}
