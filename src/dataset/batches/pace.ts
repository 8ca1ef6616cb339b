/** Whoever else writes waits for the batch that is being written. */
const AIM_MS = 1_000;
/**
 * The fixed cost of a batch is that of some hundred rows, so that smaller ones would hardly be shorter. The first one is as small: nothing
 * is known of it, and a database that has just started is slow.
 */
const MIN_ROWS = 500;
const MAX_ROWS = 4_000;

/** How many rows the next batch has: what is written in a second, as it goes. */
export class Pace {
  #most: number;
  #rows: number;

  /** @param most What one transaction holds. */
  constructor(most: number) {
    this.#most = Math.max(1, Math.min(MAX_ROWS, most));
    this.#rows = Math.min(MIN_ROWS, this.#most);
  }

  get rows(): number {
    return this.#rows;
  }

  /** A batch took so long. */
  took(rows: number, ms: number): void {
    const wanted = rows * Math.min(2, Math.max(0.5, AIM_MS / ms));
    this.#rows = Math.round(Math.min(this.#most, Math.max(MIN_ROWS, wanted)));
  }

  /** A batch did not fit: none that is as large is tried again, since the whole of it would be worked out in vain. */
  halve(rows: number): void {
    this.#most = Math.ceil(rows / 2);
    this.#rows = this.#most;
  }
}
