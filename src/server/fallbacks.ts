import { type ErrorRequestHandler, type RequestHandler } from 'express';
import { maskedMessage } from '../api/errors.ts';
import { currentRequest } from './requests.ts';

const WAYS = '/ is the playground, /graphql the API, /livez and /readyz tell how the server is.';

/** The last route: nothing is here, but this is where things are. */
export const notFound: RequestHandler = (request, response) => {
  response.status(404);
  if (request.accepts(['json', 'html']) === 'html') {
    response.type('html').send(NOT_FOUND_PAGE);
  } else {
    response.json(oneError('NOT_FOUND', `Nothing is at ${request.path}: ${WAYS}`));
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
export const lastResort: ErrorRequestHandler = (error: HttpError, _request, response, next) => {
  if (response.headersSent) return next(error);
  const status = error.status ?? 500;
  if (error.expose === true && status >= 400 && status < 500) {
    response.status(status).json(oneError('BAD_REQUEST', TOLD[error.type ?? ''] ?? error.message));
    return;
  }
  const request = currentRequest();
  request?.log.error({ err: error }, 'an error of ours, masked');
  const id = request?.id ?? 'none';
  response.status(500).json(oneError('INTERNAL_SERVER_ERROR', maskedMessage(id), { id }));
};

/** What body-parser and Express throw (http-errors). */
interface HttpError extends Error {
  status?: number;
  expose?: boolean;
  type?: string;
}

const TOLD: Record<string, string> = {
  'entity.parse.failed': 'The body is not valid JSON. Send {"query": "...", "variables": {...}} as application/json.',
  'entity.too.large': 'The body is too large. Send less at once, or move long lists into several requests.',
};

function oneError(code: string, message: string, more: Record<string, unknown> = {}) {
  return { errors: [{ message, extensions: { ...more, code } }] };
}
