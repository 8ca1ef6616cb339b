/**
 * An error whose message is written for the person who caused it: it says what was wrong and what to do. Everything
 * else that is thrown is ours alone: the server masks it with an id that the log has, the command line says so too.
 */
export class ClientError extends Error {
  /** A word for programs: `NOT_FOUND`, `INVALID_SETTING`. */
  readonly code: string;
  /** Facts that a program may want beside the message; sent as extensions. */
  readonly details: Record<string, unknown>;

  constructor(code: string, message: string, details: Record<string, unknown> = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = 'TellableError';
    this.code = code;
    this.details = details;
  }
}
