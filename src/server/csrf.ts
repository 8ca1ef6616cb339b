import { type RequestHandler } from 'express';

/**
 * Lets GETs from the playground, the address bar and command lines pass Apollo's CSRF prevention, which requires a header that a
 * cross-site request cannot set. Browsers say where a request comes from in `Sec-Fetch-Site` or `Origin`: a GET without Origin that
 * is not cross-site gets the header here. Form posts and cross-site GETs are still refused.
 */
export const allowSameOriginGets: RequestHandler = (request, _response, next) => {
  const site = request.get('sec-fetch-site') ?? 'none';
  const isSameOrigin = site === 'none' || site === 'same-origin';
  if (request.method === 'GET' && request.get('origin') === undefined && isSameOrigin) {
    request.headers['apollo-require-preflight'] = 'same-origin';
  }
  next();
};
