import { type ErrorRequestHandler, type RequestHandler } from 'express';
import { maskedMessage } from '../api/format-error.ts';
import { type ErrorCode, errorCodes } from '../domain/error-codes.ts';
import { getRequestContext } from './request-context.ts';

const ROUTES = 'the API is at /graphql, the playground at /, health checks at /livez and /readyz.';

/** The last route: 404, with the paths that do exist. */
export const notFound: RequestHandler = (request, response) => {
  response.status(errorCodes.NOT_FOUND.status);
  if (request.accepts(['json', 'html']) === 'html') {
    response.type('html').send(NOT_FOUND_PAGE);
  } else {
    response.json(errorBody('NOT_FOUND', `There is nothing at ${request.path}; ${ROUTES}`));
  }
};

const NOT_FOUND_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Not found · Chancery</title>
<h1>Not found</h1>
<p>Chancery has its <a href="/">playground</a> at <code>/</code> and its API at <code>/graphql</code>.</p>
</html>
`;

/**
 * The Express error handler. What Express and body-parser refuse (a body that is too large or not JSON) is sent as a GraphQL error;
 * any other error is internal: logged under the id of the request, and masked.
 */
export const errorHandler: ErrorRequestHandler = (error: HttpError, _request, response, next) => {
  if (response.headersSent) return next(error);
  const status = error.status ?? 500;
  if (error.expose === true && status >= 400 && status < 500) {
    response.status(status).json(errorBody('BAD_REQUEST', MESSAGES[error.type ?? ''] ?? error.message));
    return;
  }
  const context = getRequestContext();
  context?.log.error({ err: error }, 'unexpected error (masked)');
  const id = context?.id ?? 'none';
  response
    .status(errorCodes.INTERNAL_SERVER_ERROR.status)
    .json(errorBody('INTERNAL_SERVER_ERROR', maskedMessage(id), { id }));
};

/** The errors of body-parser and Express (http-errors). */
interface HttpError extends Error {
  status?: number;
  expose?: boolean;
  type?: string;
}

const MESSAGES: Record<string, string> = {
  'entity.parse.failed': 'The body is not valid JSON. Send {"query": "...", "variables": {...}} as application/json.',
  'entity.too.large': 'The body is too large. Split it into several requests.',
};

function errorBody(code: ErrorCode, message: string, details: Record<string, unknown> = {}) {
  return { errors: [{ message, extensions: { ...details, code } }] };
}
