import { type RequestHandler } from 'express';

/**
 * Lets plain GETs of our own pages, of the address bar and of command lines through Apollo's CSRF prevention, which asks for a
 * header that a cross-site request cannot set. A browser says where a request comes from by `Sec-Fetch-Site` or `Origin`:
 * a GET without Origin that is not cross-site gets the header here. Form posts and cross-site GETs stay refused.
 */
export const allowSameOriginGets: RequestHandler = (request, _response, next) => {
  const site = request.get('sec-fetch-site') ?? 'none';
  const isSameOrigin = site === 'none' || site === 'same-origin';
  if (request.method === 'GET' && request.get('origin') === undefined && isSameOrigin) {
    request.headers['apollo-require-preflight'] = 'same-origin';
  }
  next();
};
