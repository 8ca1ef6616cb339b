/** 128 + the signal's number, as shells report it. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

export type StopSignal = keyof typeof EXIT_CODES;

/** On Ctrl-C the terminal signals this process, and `npm run` signals it again; within this time they count as one. */
const DUPLICATE_SIGNAL_MS = 1_000;

/**
 * From now on the first SIGINT (Ctrl-C), SIGTERM or SIGHUP calls `stop` and then exits; a second one exits at once.
 *
 * @param stop Returns the exit code; without one, the exit code is that of the signal.
 */
export function stopOnSignals(stop: () => Promise<number | void>): void {
  let firstAt: number | null = null;
  for (const signal of Object.keys(EXIT_CODES) as StopSignal[]) {
    process.on(signal, () => {
      if (firstAt === null) {
        firstAt = Date.now();
        stop().then(
          (code) => process.exit(code ?? EXIT_CODES[signal]),
          () => process.exit(1),
        );
      } else if (Date.now() - firstAt > DUPLICATE_SIGNAL_MS) {
        process.exit(EXIT_CODES[signal]);
      }
    });
  }
}
