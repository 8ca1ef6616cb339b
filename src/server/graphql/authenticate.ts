import { type Logger } from 'pino';
import { type Authenticator } from '../../access/authenticator.ts';
import { type Caller } from '../../access/caller.ts';
import { type ErrorCode } from '../../domain/error-codes.ts';
import { ClientError } from '../../domain/errors.ts';
import { type Answer, type AnswerAnyone, type GraphQLRequest } from './answer.ts';

/**
 * Finds out who the caller is, before the body is read and before the response cache is asked. Without a valid credential, where one
 * is needed, the request is refused: 401, or 429 after too many failures. Credentials are never logged.
 */
export function authenticate(authenticator: Authenticator, log: Logger, next: Answer): AnswerAnyone {
  async function callerOf(request: GraphQLRequest): Promise<Caller> {
    const { authorization } = request.headers;
    try {
      return await authenticator.authenticate(authorization, request.address);
    } catch (error) {
      if (authorization !== undefined && error instanceof ClientError && LOGGED_CODES.has(error.code)) {
        const fields = { request: request.id, address: request.address(), code: error.code, reason: logReason(error) };
        log.warn(fields, 'credential rejected');
      }
      throw error;
    }
  }

  return async (request, signal) => {
    const caller = await callerOf(request);
    const response = await next(request, caller, signal);
    return caller.kind === 'anonymous' ? response : { ...response, caller: caller.name };
  };
}

const LOGGED_CODES = new Set<ErrorCode>(['UNAUTHENTICATED', 'TOO_MANY_ATTEMPTS', 'ISSUER_UNAVAILABLE']);

function logReason({ cause }: ClientError): string | undefined {
  return cause instanceof Error ? cause.message : (cause as string | undefined);
}
