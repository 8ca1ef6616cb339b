/** The progress of an import: rows done, speed and estimated time left. */
export class Progress {
  readonly #total: number;
  readonly #startedAt = performance.now();
  #before: number;
  #added = 0;

  /**
   * @param total The total number of rows.
   * @param before Rows recorded by earlier calls.
   */
  constructor(total: number, before: number) {
    this.#total = total;
    this.#before = before;
  }

  /** Adds a finished batch. */
  add(rows: number): void {
    this.#added += rows;
  }

  /** `4,000 of 50,000 rows, 310 rows/s, about 3 min left`. */
  toString(): string {
    const seconds = (performance.now() - this.#startedAt) / 1000;
    const rate = this.#added / seconds;
    const done = this.#before + this.#added;
    const left = (this.#total - done) / rate;
    const number = (value: number) => Math.round(value).toLocaleString('en');
    return `${number(done)} of ${number(this.#total)} rows, ${number(rate)} rows/s${left > 0 ? `, ${formatDuration(left)} left` : ''}`;
  }
}

function formatDuration(seconds: number): string {
  if (seconds < 90) return `about ${Math.ceil(seconds)} s`;
  return seconds < 5_400 ? `about ${Math.ceil(seconds / 60)} min` : `about ${(seconds / 3_600).toFixed(1)} h`;
}
