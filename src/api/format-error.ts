import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ClientError } from '../domain/errors.ts';

/** Errors about the request itself; graphql-js and Apollo write their text for the caller. */
const REQUEST_ERRORS = new Set<unknown>([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** Errors that tell the operator what to do, addresses and all; callers are only told that they may come back. */
const OPERATOR_ERRORS = new Set([
  'DATABASE_UNAVAILABLE',
  'DATABASE_NOT_FOUND',
  'WRONG_PASSWORD',
  'UNSUPPORTED_NEO4J',
  'WRITING_NOT_ALLOWED',
  'READ_ONLY',
]);

/**
 * What a caller reads of an error. An allow-list: errors written for people (`TellableError`) and errors about the request
 * pass with their code; everything else becomes one sentence with an id, and `report` is asked to log it under that id.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  report: (cause: unknown) => string,
): GraphQLFormattedError {
  const cause = rootCause(error);
  if (cause instanceof ClientError && OPERATOR_ERRORS.has(cause.code)) {
    const id = report(cause);
    const message = `The database cannot be asked at the moment; try again shortly. If this goes on, quote this id: ${id}`;
    return { ...formatted, message, extensions: { code: 'DATABASE_UNAVAILABLE', id } };
  }
  if (cause instanceof ClientError) {
    return { ...formatted, message: cause.message, extensions: { ...cause.details, code: cause.code } };
  }
  if (REQUEST_ERRORS.has(formatted.extensions?.code)) return formatted;
  if (cause instanceof GraphQLError) {
    return { ...formatted, extensions: { ...formatted.extensions, code: cause.extensions.code ?? 'BAD_USER_INPUT' } };
  }
  const id = report(cause);
  return { ...formatted, message: maskedMessage(id), extensions: { code: 'INTERNAL_SERVER_ERROR', id } };
}

/** The one sentence that stands for an error of ours; the log has the error itself under the same id. */
export function maskedMessage(id: string): string {
  return `Something went wrong on our side; quote this id: ${id}`;
}

/** What was first thrown: a GraphQLError only when GraphQL itself, and nothing below it, complained. */
function rootCause(error: unknown): unknown {
  while (error instanceof GraphQLError && error.originalError) error = error.originalError;
  return error;
}
