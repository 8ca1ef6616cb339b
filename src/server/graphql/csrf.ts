import { type Answer, type GraphQLRequest } from './answer.ts';
import { HttpError } from './errors.ts';

/**
 * Refuses what a page of another site can have a browser send without asking (a simple request, as CORS calls it), before anything
 * runs: POSTs that are not JSON, such as forms, and GETs that come from elsewhere. The page could not read the response, as it is sent no CORS
 * headers (cors.ts), but it could cost us work.
 */
export function refuseCrossSite(next: Answer): Answer {
  return async (request, caller, signal) => {
    if (request.method === 'POST' && !isJson(request.headers['content-type'])) {
      throw new HttpError(
        400,
        'Send the body as JSON, with the header content-type: application/json. Other types are refused, because pages of other sites can send them.',
      );
    }
    if (request.method === 'GET' && isCrossSiteGet(request)) {
      throw new HttpError(
        400,
        'This GET may come from a page of another site (cross-site request forgery, CSRF). Send a POST with the header content-type: application/json.',
      );
    }
    return next(request, caller, signal);
  };
}

/**
 * Browsers say where a request comes from in `Sec-Fetch-Site` or `Origin`; command lines say neither. A header that no page of
 * another site can set shows that it does not come from one.
 */
function isCrossSiteGet({ headers, isFromAllowedOrigin }: GraphQLRequest): boolean {
  if (isFromAllowedOrigin) return false;
  if (headers['apollo-require-preflight'] || headers['x-apollo-operation-name'] || isJson(headers['content-type'])) {
    return false;
  }
  const site = headers['sec-fetch-site'] ?? 'none';
  return headers.origin !== undefined || (site !== 'none' && site !== 'same-origin');
}

function isJson(contentType: string | undefined): boolean {
  return contentType !== undefined && /^\s*application\/json\s*(;|$)/i.test(contentType);
}
