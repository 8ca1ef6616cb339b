import { join } from 'node:path';
import express, { Router, type RequestHandler } from 'express';
import { playgroundHeaders } from './security-headers.ts';

/**
 * The playground: its page at `/`, its files under `/playground/`. `folder` holds the built page (`web/bundle.ts`); the names
 * of the files carry a hash of what is in them, so browsers may keep them for good, and ask anew only for the page.
 */
export function playgroundRoutes(folder: string): Router {
  const router = Router();
  router.get('/', playgroundHeaders, (_request, response) => {
    response.set('cache-control', 'no-cache').sendFile(join(folder, 'index.html'), { cacheControl: false });
  });
  router.get('/favicon.ico', (_request, response) => response.redirect(301, '/playground/favicon.svg'));
  router.use(
    '/playground',
    playgroundHeaders,
    express.static(folder, { index: false, immutable: true, maxAge: '365d', redirect: false }),
  );
  return router;
}

/** Someone who opens the endpoint itself in a browser wants to ask something. */
export const redirectToPlayground: RequestHandler = (request, response, next) => {
  if (request.query.query === undefined && request.accepts(['json', 'html']) === 'html') response.redirect(302, '/');
  else next();
};
