import { type ErrorRequestHandler, type RequestHandler } from 'express';
import { maskedMessage } from '../api/format-error.ts';
import { getRequestContext } from './request-context.ts';

const ROUTES = '/ is the playground, /graphql the API, /livez and /readyz tell how the server is.';

/** The last route: nothing is here, but this is where things are. */
export const notFound: RequestHandler = (request, response) => {
  response.status(404);
  if (request.accepts(['json', 'html']) === 'html') {
    response.type('html').send(NOT_FOUND_PAGE);
  } else {
    response.json(errorBody('NOT_FOUND', `Nothing is at ${request.path}: ${ROUTES}`));
  }
};

const NOT_FOUND_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Not found · Chancery</title>
<h1>Nothing is here</h1>
<p>Chancery has its <a href="/">playground</a> at <code>/</code> and its API at <code>/graphql</code>.</p>
</html>
`;

/**
 * The last handler of errors. What the HTTP layer refused (a body that is too large or no JSON) is told in the shape of a
 * GraphQL answer; any other error is ours: masked, and logged under the id of the request.
 */
export const errorHandler: ErrorRequestHandler = (error: HttpError, _request, response, next) => {
  if (response.headersSent) return next(error);
  const status = error.status ?? 500;
  if (error.expose === true && status >= 400 && status < 500) {
    response.status(status).json(errorBody('BAD_REQUEST', MESSAGES[error.type ?? ''] ?? error.message));
    return;
  }
  const context = getRequestContext();
  context?.log.error({ err: error }, 'an error of ours, masked');
  const id = context?.id ?? 'none';
  response.status(500).json(errorBody('INTERNAL_SERVER_ERROR', maskedMessage(id), { id }));
};

/** What body-parser and Express throw (http-errors). */
interface HttpError extends Error {
  status?: number;
  expose?: boolean;
  type?: string;
}

const MESSAGES: Record<string, string> = {
  'entity.parse.failed': 'The body is not valid JSON. Send {"query": "...", "variables": {...}} as application/json.',
  'entity.too.large': 'The body is too large. Send less at once, or move long lists into several requests.',
};

function errorBody(code: string, message: string, details: Record<string, unknown> = {}) {
  return { errors: [{ message, extensions: { ...details, code } }] };
}
