/** What shells report of a process that a signal ended. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

export type StopSignal = keyof typeof EXIT_CODES;

/** `npm run` passes on a Ctrl-C that the terminal has sent to us as well; so close together they are one. */
const DUPLICATE_SIGNAL_MS = 1_000;

/**
 * From now on the first SIGINT (Ctrl-C), SIGTERM or SIGHUP calls `stop` and then ends the process; a second one ends it
 * at once.
 *
 * @param stop Returns the exit code where the end is as it should be; else it tells of the signal.
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
