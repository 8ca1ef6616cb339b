import { type ErrorRequestHandler, type RequestHandler } from 'express';
import { maskedMessage } from '../api/format-error.ts';
import { type ErrorCode, errorCodes } from '../domain/error-codes.ts';
import { type Log } from './log.ts';

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

/** What this part of the server has can only be read: OPTIONS says so, other methods are refused. POSTs are most likely meant for the API. */
export const allowOnlyReading: RequestHandler = ({ method, path }, response, next) => {
  if (method === 'GET' || method === 'HEAD') return next();
  response.set('allow', 'GET, HEAD, OPTIONS');
  if (method === 'OPTIONS') response.status(204).end();
  else response.status(405).json(errorBody('BAD_REQUEST', `${path} can only be read (GET); ${ROUTES}`));
};

/** The Express error handler. What Express refuses (a path that cannot be decoded) is sent; any other error is logged and masked. */
export function errorHandler(log: Log): ErrorRequestHandler {
  return (error: { status?: number; message: string }, _request, response, next) => {
    if (response.headersSent) return next(error);
    const { status = 500 } = error;
    if (status >= 400 && status < 500) {
      response.status(status).json(errorBody('BAD_REQUEST', error.message));
      return;
    }
    const { id } = response.locals as { id: string };
    log.error({ request: id, err: error }, 'unexpected error (masked)');
    response
      .status(errorCodes.INTERNAL_SERVER_ERROR.status)
      .json(errorBody('INTERNAL_SERVER_ERROR', maskedMessage(id), { id }));
  };
}

function errorBody(code: ErrorCode, message: string, details: Record<string, unknown> = {}) {
  return { errors: [{ message, extensions: { ...details, code } }] };
}
