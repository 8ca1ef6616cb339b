import { type RequestHandler, type Response } from 'express';
import { tellableForm } from '../api/errors.ts';
import { type Access } from '../access/access.ts';
import { TellableError } from '../domain/errors.ts';
import { type Log } from './log.ts';
import { currentRequest, logUnderId } from './requests.ts';
import { challenge, statusOf } from './statuses.ts';

/**
 * Finds out who asks, before anything of the request is read, and before an answer from memory is given. Who may not ask is told so
 * in the shape of a GraphQL answer: 401 for no or no valid credential, 429 after too many of them. What was sent is never logged.
 */
export function admit(access: Access, log: Log): RequestHandler {
  return async (request, response, next) => {
    response.vary('authorization');
    const authorization = request.get('authorization');
    const about = currentRequest();
    try {
      const caller = await access.identify(authorization, () => request.ip ?? '');
      if (about) about.caller = caller;
    } catch (error) {
      if (!(error instanceof TellableError)) throw error;
      if (authorization !== undefined && WORTH_A_LINE.has(error.code)) {
        const line = { address: request.ip, code: error.code, reason: reasonOf(error) };
        (about?.log ?? log).warn(line, 'a credential was refused');
      }
      refuse(response, error, authorization !== undefined, request.get('accept'), log);
      return;
    }
    next();
  };
}

const WORTH_A_LINE = new Set(['UNAUTHENTICATED', 'TOO_MANY_ATTEMPTS', 'ISSUER_UNAVAILABLE']);

function reasonOf({ cause }: TellableError): string | undefined {
  return cause instanceof Error ? cause.message : (cause as string | undefined);
}

function refuse(response: Response, error: TellableError, wasGiven: boolean, accept: string | undefined, log: Log) {
  const told = tellableForm({ message: error.message }, error, (cause) => logUnderId(cause, log));
  const { retryAfter } = error.details;
  if (typeof retryAfter === 'number') response.set('retry-after', String(retryAfter));
  if (error.code === 'UNAUTHENTICATED') response.set('www-authenticate', challenge(wasGiven));
  const type = accept?.includes('application/graphql-response+json')
    ? 'application/graphql-response+json; charset=utf-8'
    : 'application/json; charset=utf-8';
  response
    .status(statusOf(error.code) ?? 500)
    .set({ 'content-type': type, 'cache-control': 'no-store' })
    .send(JSON.stringify({ errors: [told] }));
}
