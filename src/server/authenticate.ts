import { type RequestHandler } from 'express';
import { type Authenticator } from '../access/authenticator.ts';
import { type ErrorCode } from '../domain/error-codes.ts';
import { ClientError } from '../domain/errors.ts';
import { wwwAuthenticate } from './http-status.ts';
import { type Log } from './log.ts';
import { getRequestContext } from './request-context.ts';
import { sendError } from './send-error.ts';

/**
 * Finds out who the caller is, before the body is read and before the response cache is asked. Without a valid credential, where one
 * is needed, the response is a GraphQL error: 401, or 429 after too many failures. Credentials are never logged.
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
        (context?.log ?? log).warn(fields, 'credential rejected');
      }
      if (error.code === 'UNAUTHENTICATED')
        response.set('www-authenticate', wwwAuthenticate(authorization !== undefined));
      sendError(request, response, error, log);
      return;
    }
    next();
  };
}

const LOGGED_CODES = new Set<ErrorCode>(['UNAUTHENTICATED', 'TOO_MANY_ATTEMPTS', 'ISSUER_UNAVAILABLE']);

function logReason({ cause }: ClientError): string | undefined {
  return cause instanceof Error ? cause.message : (cause as string | undefined);
}
