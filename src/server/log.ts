import { pino, type DestinationStream, type Logger } from 'pino';
import { PinoPretty } from 'pino-pretty';

export type Log = Logger;

/**
 * The structured log: one JSON object a line on standard error, or readable lines where that is a terminal. Standard output
 * is left to the lines that people read at start-up.
 */
export function createLog(level: string, destination: DestinationStream = createStderrDestination()): Log {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}

/** Written behind the answers, not before them; what is still to be written when the process ends is written then. */
function createStderrDestination(): DestinationStream {
  return process.stderr.isTTY
    ? PinoPretty({ destination: 2, singleLine: true, translateTime: 'SYS:HH:MM:ss' })
    : pino.destination({ dest: 2, sync: false, minLength: 4096, periodicFlush: 250 });
}
