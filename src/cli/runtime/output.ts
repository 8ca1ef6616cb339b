import { ClientError } from '../../domain/errors.ts';
import { readConfig } from './config.ts';

/** Prints a line of progress to standard error, so that the output of a command can be piped. */
export function print(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The text for an error that ends the program: a ClientError's message; for any other error a summary, and how to see the details. */
export function explainError(error: unknown): string {
  if (error instanceof ClientError) return error.message;
  if (isDebugging()) return `Unexpected error: ${error instanceof Error ? error.stack : String(error)}`;
  const summary = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return `Unexpected error: ${summary}\nThis is a bug in Chancery. Run it again with LOG_LEVEL=debug to see the details.`;
}

function isDebugging(): boolean {
  try {
    return ['trace', 'debug'].includes(readConfig(process.env).logLevel);
  } catch {
    return false; // the error is about the settings
  }
}
