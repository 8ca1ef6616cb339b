import { TellableError } from '../domain/errors.ts';

/** Prints progress on the error stream, so that the answer of a command can be piped. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/**
 * What a person is told about an error that ends the program: the message of one made for people; of any other only that
 * it was not foreseen, and where the details are.
 */
export function explain(error: unknown, env: NodeJS.ProcessEnv = process.env): string {
  if (error instanceof TellableError) return error.message;
  if (env.LOG_LEVEL === 'debug' || env.LOG_LEVEL === 'trace') {
    return `An unexpected error: ${error instanceof Error ? error.stack : String(error)}`;
  }
  const summary = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return `An unexpected error: ${summary}\nThis is a fault in Chancery. Run it again with LOG_LEVEL=debug to see the details.`;
}
