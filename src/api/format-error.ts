import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type ErrorCode, type ErrorCodeEntry, errorCodes } from '../domain/error-codes.ts';
import { ClientError } from '../domain/errors.ts';
import { MAX_DOCUMENT_NESTING } from './limits.ts';
import { cutEcho } from './cut-echo.ts';

/** Codes of graphql-js and Apollo for errors in the request, whose messages are written for the client. */
const REQUEST_ERRORS: ReadonlySet<unknown> = new Set<ErrorCode>([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/**
 * The error as clients see it. An allow-list: a `ClientError` and errors in the request are sent with their message and code; any
 * other error is masked by one sentence with an id, under which `report` logs it. A ClientError for the operator (`sentAs`), whose
 * message has addresses and settings, is masked too. No message repeats much of the request.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  report: (cause: unknown) => string,
): GraphQLFormattedError {
  const sent = errorForClient(formatted, error, report);
  return { ...sent, message: cutEcho(sent.message) };
}

function errorForClient(
  formatted: GraphQLFormattedError,
  error: unknown,
  report: (cause: unknown) => string,
): GraphQLFormattedError {
  const cause = rootCause(error);
  if (isNestedTooDeep(formatted, cause)) return { ...formatted, message: NESTED_TOO_DEEP };
  if (cause instanceof ClientError) {
    const { sentAs }: ErrorCodeEntry = errorCodes[cause.code];
    if (sentAs !== undefined) {
      const id = report(cause);
      const { mayTakeEffect } = cause.details;
      const state = mayTakeEffect
        ? 'The connection to the database was lost while this mutation was committed, so it may take effect or not. Send it again with the same idempotencyKey: it takes effect once, and you get its result.'
        : 'The database is not available at the moment; try again shortly.';
      const message = `${state} If this goes on, quote this id: ${id}`;
      return { ...formatted, message, extensions: { ...(mayTakeEffect ? { mayTakeEffect } : {}), code: sentAs, id } };
    }
    return { ...formatted, message: cause.message, extensions: { ...cause.details, code: cause.code } };
  }
  if (REQUEST_ERRORS.has(formatted.extensions?.code)) return formatted;
  if (cause instanceof GraphQLError) {
    return { ...formatted, extensions: { ...formatted.extensions, code: cause.extensions.code ?? 'BAD_USER_INPUT' } };
  }
  const id = report(cause);
  return { ...formatted, message: maskedMessage(id), extensions: { code: 'INTERNAL_SERVER_ERROR', id } };
}

/** The parser of graphql-js calls itself for each level, up to the end of the stack. */
function isNestedTooDeep({ extensions }: GraphQLFormattedError, cause: unknown): boolean {
  return extensions?.code === 'GRAPHQL_PARSE_FAILED' && cause instanceof RangeError;
}

const NESTED_TOO_DEEP = `Syntax Error: This document is nested too deep to be read; at most ${MAX_DOCUMENT_NESTING} levels are allowed.`;

/** The message that replaces an internal error; the log has the error under this id. */
export function maskedMessage(id: string): string {
  return `Something went wrong on our side; quote this id: ${id}`;
}

/** The error that was originally thrown; a GraphQLError only if graphql-js itself threw it. */
function rootCause(error: unknown): unknown {
  while (error instanceof GraphQLError && error.originalError) error = error.originalError;
  return error;
}
