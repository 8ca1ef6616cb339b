import { pino, type DestinationStream, type Logger } from 'pino';
import { PinoPretty } from 'pino-pretty';

export type Log = Logger;

/**
 * The structured log: one JSON object a line on standard error, or readable lines where that is a terminal. Standard output
 * is left to the lines that people read at start-up.
 */
export function createLog(level: string, stream: DestinationStream & { isTTY?: boolean } = process.stderr): Log {
  const options = { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime };
  return stream.isTTY
    ? pino(options, PinoPretty({ destination: stream as NodeJS.WritableStream, translateTime: 'SYS:HH:MM:ss' }))
    : pino(options, stream);
}
