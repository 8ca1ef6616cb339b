import { type AnswerAnyone } from './answer.ts';

/** Headers of an answer that pages of other sites may read, beside the few that they always may. */
const READABLE = 'x-request-id, retry-after, www-authenticate, etag, link, content-disposition';
/** Headers that they may send. */
const SENDABLE =
  'authorization, content-type, accept, cache-control, if-none-match, last-event-id, idempotency-key, apollo-require-preflight, x-apollo-operation-name, mcp-protocol-version';
/** Seconds for which a browser need not ask again what is allowed. */
const PREFLIGHT_SECONDS = 7_200;

/**
 * Lets pages of these origins use the API from a browser (CORS); `*` stands for all. There are no cookies, so a page can do no more than
 * anybody else, or what the key allows that it was given. Without origins nothing is granted, and answers are as before.
 */
export function allowOrigins(origins: readonly string[], next: AnswerAnyone): AnswerAnyone {
  if (origins.length === 0) return next;
  const allowsAll = origins.includes('*');
  return async (request, signal) => {
    const { method, headers } = request;
    const { origin } = headers;
    const isAllowed = origin !== undefined && isAllowedOrigin(origin, origins);
    const grant = {
      ...(isAllowed && {
        'access-control-allow-origin': allowsAll ? '*' : origin,
        'access-control-expose-headers': READABLE,
      }),
    };
    const withVary = (vary: string) => (allowsAll ? { vary } : { vary: `${vary}, origin` });
    if (isAllowed && method === 'OPTIONS' && headers['access-control-request-method'] !== undefined) {
      return {
        status: 204,
        headers: {
          ...grant,
          ...withVary('access-control-request-method, access-control-request-headers'),
          'access-control-allow-methods': 'GET, HEAD, POST',
          'access-control-allow-headers': SENDABLE,
          'access-control-max-age': String(PREFLIGHT_SECONDS),
        },
        body: '',
      };
    }
    const response = await next(isAllowed ? { ...request, isFromAllowedOrigin: true } : request, signal);
    const { vary = 'accept' } = response.headers;
    return { ...response, headers: { ...response.headers, ...withVary(vary), ...grant } };
  };
}

/** Whether pages of this origin may use the API. */
export function isAllowedOrigin(origin: string, origins: readonly string[]): boolean {
  return origins.includes('*') || origins.includes(origin);
}
