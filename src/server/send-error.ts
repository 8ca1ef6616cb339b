import { type Request, type Response } from 'express';
import { formatError } from '../api/format-error.ts';
import { type ClientError } from '../domain/errors.ts';
import { httpStatusOf, retryAfterOf } from './http-status.ts';
import { type Log } from './log.ts';
import { logError } from './request-context.ts';

/** Sends a GraphQL response that is this error alone, without Apollo. */
export function sendError(request: Request, response: Response, error: ClientError, log: Log): void {
  const formatted = formatError({ message: error.message }, error, (cause) => logError(cause, log));
  const retryAfter = retryAfterOf(error);
  if (retryAfter !== undefined) response.set('retry-after', retryAfter);
  const contentType = request.get('accept')?.includes('application/graphql-response+json')
    ? 'application/graphql-response+json; charset=utf-8'
    : 'application/json; charset=utf-8';
  response
    .status(httpStatusOf(error.code) ?? 500)
    .set({ 'content-type': contentType, 'cache-control': 'no-store' })
    .send(JSON.stringify({ errors: [formatted] }));
}
