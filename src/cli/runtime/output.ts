import { ClientError } from '../../domain/errors.ts';
import { readConfig } from './config.ts';

/** Prints progress on the error stream, so that the answer of a command can be piped. */
export function print(line: string): void {
  process.stderr.write(`${line}\n`);
}

/**
 * What a person is told about an error that ends the program: the message of one made for people; of any other only that
 * it was not foreseen, and how to see the details.
 */
export function explainError(error: unknown): string {
  if (error instanceof ClientError) return error.message;
  if (isDebugging()) return `An unexpected error: ${error instanceof Error ? error.stack : String(error)}`;
  const summary = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return `An unexpected error: ${summary}\nThis is a fault in Chancery. Run it again with LOG_LEVEL=debug to see the details.`;
}

function isDebugging(): boolean {
  try {
    return ['trace', 'debug'].includes(readConfig(process.env).logLevel);
  } catch {
    return false; // the settings are what the error is about
  }
}
