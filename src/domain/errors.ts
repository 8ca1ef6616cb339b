import { type ErrorCode } from './error-codes.ts';

/**
 * An error whose message is written for the person who caused it: what is wrong and what to do. Clients of the API and users of the
 * command line read it as it is. Any other error that is thrown is an internal error, which the server masks.
 */
export class ClientError extends Error {
  /** For programs; error-codes.ts says what each code means. */
  readonly code: ErrorCode;
  /** Data for programs in addition to the message; sent as `extensions`. */
  readonly details: Record<string, unknown>;

  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ClientError';
    this.code = code;
    this.details = details;
  }
}
