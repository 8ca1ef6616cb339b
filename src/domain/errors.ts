/**
 * An error whose message is safe to show to the client: it says what was wrong and what to do. All other errors are internal:
 * the server and the command line mask them with an id that is also in the log.
 */
export class ClientError extends Error {
  /** The error code: `NOT_FOUND`, `INVALID_SETTING`. */
  readonly code: string;
  /** Sent as GraphQL error extensions. */
  readonly details: Record<string, unknown>;

  constructor(code: string, message: string, details: Record<string, unknown> = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ClientError';
    this.code = code;
    this.details = details;
  }
}
