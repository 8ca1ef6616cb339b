import { type RequestHandler, type Response } from 'express';
import { formatError } from '../api/format-error.ts';
import { type Authenticator } from '../access/authenticator.ts';
import { ClientError } from '../domain/errors.ts';
import { type Log } from './log.ts';
import { getRequestContext, logError } from './request-context.ts';
import { wwwAuthenticate, httpStatusOf } from './http-status.ts';

/**
 * Finds out who asks, before anything of the request is read, and before an answer from memory is given. Who may not ask is told so
 * in the shape of a GraphQL answer: 401 for no or no valid credential, 429 after too many of them. What was sent is never logged.
 */
export function authenticate(authenticator: Authenticator, log: Log): RequestHandler {
  return async (request, response, next) => {
    response.vary('authorization');
    const authorization = request.get('authorization');
    const context = getRequestContext();
    try {
      const caller = await authenticator.authenticate(authorization, () => request.ip ?? '');
      if (context) context.caller = caller;
    } catch (error) {
      if (!(error instanceof ClientError)) throw error;
      if (authorization !== undefined && LOGGED_CODES.has(error.code)) {
        const fields = { address: request.ip, code: error.code, reason: logReason(error) };
        (context?.log ?? log).warn(fields, 'a credential was refused');
      }
      sendError(response, error, authorization !== undefined, request.get('accept'), log);
      return;
    }
    next();
  };
}

const LOGGED_CODES = new Set(['UNAUTHENTICATED', 'TOO_MANY_ATTEMPTS', 'ISSUER_UNAVAILABLE']);

function logReason({ cause }: ClientError): string | undefined {
  return cause instanceof Error ? cause.message : (cause as string | undefined);
}

function sendError(
  response: Response,
  error: ClientError,
  hadCredential: boolean,
  accept: string | undefined,
  log: Log,
) {
  const formatted = formatError({ message: error.message }, error, (cause) => logError(cause, log));
  const { retryAfter } = error.details;
  if (typeof retryAfter === 'number') response.set('retry-after', String(retryAfter));
  if (error.code === 'UNAUTHENTICATED') response.set('www-authenticate', wwwAuthenticate(hadCredential));
  const contentType = accept?.includes('application/graphql-response+json')
    ? 'application/graphql-response+json; charset=utf-8'
    : 'application/json; charset=utf-8';
  response
    .status(httpStatusOf(error.code) ?? 500)
    .set({ 'content-type': contentType, 'cache-control': 'no-store' })
    .send(JSON.stringify({ errors: [formatted] }));
}
