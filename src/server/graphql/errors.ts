import { GraphQLError } from 'graphql';
import { type Logger } from 'pino';
import { formatError } from '../../api/format-error.ts';
import { type ErrorCodeEntry, errorCodes } from '../../domain/error-codes.ts';
import { ClientError } from '../../domain/errors.ts';
import { type AnswerAnyone, type GraphQLRequest } from './answer.ts';

/** A request that HTTP refuses before there is an operation, with a status or headers of its own. */
export class HttpError extends ClientError {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super('BAD_REQUEST', message);
    this.status = status;
    this.headers = headers;
  }
}

/** Logs an error that clients may not see, and returns the id of its request, which is all that they are sent. */
export type Report = (cause: unknown, request: Pick<GraphQLRequest, 'id'>, operation?: string) => string;

export function createReport(log: Logger): Report {
  return (err, { id }, operation) => {
    log.error({ request: id, err, operation }, 'unexpected error (masked)');
    return id;
  };
}

/**
 * Sends what the inner layers reject with as a GraphQL error; an internal error is masked.
 *
 * @param otherwise The status of an error that has none of its own.
 */
export function sendErrors(report: Report, next: AnswerAnyone, otherwise = 200): AnswerAnyone {
  return async (request, signal) => {
    try {
      return await next(request, signal);
    } catch (error) {
      const { accept, authorization } = request.headers;
      const { message } = error as Error;
      const formatted = formatError({ message }, error, (cause) => report(cause, request));
      return {
        status: httpStatusOf(error) ?? otherwise,
        headers: {
          'content-type': accept?.includes('application/graphql-response+json')
            ? 'application/graphql-response+json; charset=utf-8'
            : 'application/json; charset=utf-8',
          ...errorHeaders(error, authorization !== undefined),
        },
        body: `${JSON.stringify({ errors: [formatted] })}\n`,
      };
    }
  };
}

/** The HTTP status of a response that fails as a whole with this error; undefined where GraphQL over HTTP decides. */
export function httpStatusOf(error: unknown): number | undefined {
  if (error instanceof HttpError) return error.status;
  const { status }: ErrorCodeEntry = errorCodes[error instanceof ClientError ? error.code : 'INTERNAL_SERVER_ERROR'];
  return status ?? undefined;
}

/** Whether the server or its database is unavailable for the moment. */
export const isServiceUnavailable = (error: unknown): boolean => httpStatusOf(error) === 503;

/** The headers that belong to an error, such as how to authenticate (RFC 6750, section 3) or when to try again. */
export function errorHeaders(error: unknown, hadCredential: boolean): Record<string, string> {
  if (error instanceof HttpError) return error.headers;
  if (!(error instanceof ClientError)) return {};
  // What is unavailable may be back in a second.
  const { retryAfter = isServiceUnavailable(error) ? 1 : undefined } = error.details;
  return {
    ...(typeof retryAfter === 'number' && { 'retry-after': String(retryAfter) }),
    ...(error.code === 'UNAUTHENTICATED' && {
      'www-authenticate': `Bearer realm="chancery"${hadCredential ? ', error="invalid_token"' : ''}`,
    }),
  };
}

/** The error that was originally thrown; a GraphQLError only if graphql-js itself made it. */
export function rootCause(error: unknown): unknown {
  while (error instanceof GraphQLError && error.originalError) error = error.originalError;
  return error;
}
