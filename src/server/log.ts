import { pino, type DestinationStream, type Logger } from 'pino';
import { PinoPretty } from 'pino-pretty';

export type Log = Logger;

/**
 * The structured log: one JSON object per line on standard error, or readable lines if that is a terminal. Standard output has only
 * the start-up lines for people.
 */
export function createLog(level: string, destination: DestinationStream = createStderrDestination()): Log {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}

/** Asynchronous, so that a response does not wait for its log line; pino flushes the rest when the process exits. */
function createStderrDestination(): DestinationStream {
  return process.stderr.isTTY
    ? PinoPretty({ destination: 2, singleLine: true, translateTime: 'SYS:HH:MM:ss' })
    : pino.destination({ dest: 2, sync: false, minLength: 4096, periodicFlush: 250 });
}
