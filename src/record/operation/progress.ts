/** The progress of a long work: how much is done, speed and, if the total is known, estimated time left. */
export class Progress {
  readonly #unit: string;
  readonly #total: number | undefined;
  readonly #startedAt = performance.now();
  #before: number;
  #added = 0;

  /**
   * @param unit What is counted: `rows`.
   * @param total How many there are.
   * @param before What earlier calls have done.
   */
  constructor(unit: string, total?: number, before = 0) {
    this.#unit = unit;
    this.#total = total;
    this.#before = before;
  }

  /** Adds what is done now. */
  add(count: number): void {
    this.#added += count;
  }

  /** `4,000 of 50,000 rows, 310 rows/s, about 3 min left`. */
  toString(): string {
    const seconds = (performance.now() - this.#startedAt) / 1000;
    const rate = this.#added / seconds;
    const done = this.#before + this.#added;
    const left = ((this.#total ?? done) - done) / rate;
    const number = (value: number) => Math.round(value).toLocaleString('en');
    const parts = [
      `${number(done)}${this.#total === undefined ? '' : ` of ${number(this.#total)}`} ${this.#unit}`,
      `${number(rate)} ${this.#unit}/s`,
      ...(left > 0 ? [`${formatDuration(left)} left`] : []),
    ];
    return parts.join(', ');
  }
}

function formatDuration(seconds: number): string {
  if (seconds < 90) return `about ${Math.ceil(seconds)} s`;
  return seconds < 5_400 ? `about ${Math.ceil(seconds / 60)} min` : `about ${(seconds / 3_600).toFixed(1)} h`;
}

/** How often a long work tells of its progress, in milliseconds. */
const INTERVAL = 5_000;

/**
 * Tells every few seconds how far a work has come, and of a short one nothing.
 *
 * @param work What is going on: `Comparing claims`.
 * @returns To be called with what is done since the last call.
 */
export function tellProgress(
  onProgress: (line: string) => void,
  { work, unit, total }: { work: string; unit: string; total?: number },
): (count: number) => void {
  const progress = new Progress(unit, total);
  let toldAt = performance.now();
  return (count) => {
    progress.add(count);
    if (performance.now() - toldAt < INTERVAL) return;
    toldAt = performance.now();
    onProgress(`${work}: ${String(progress)}`);
  };
}
