import { join } from 'node:path';
import express, { Router } from 'express';
import { playgroundHeaders } from './security-headers.ts';

/**
 * The playground: its page at `/`, its files under `/playground/`, from the `folder` that `web/bundle.ts` builds. File names contain a
 * hash of the content, so browsers may cache them forever; only the page itself is revalidated.
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
