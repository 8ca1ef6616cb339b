import { type IncomingMessage } from 'node:http';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import { MIN_COMPRESSED_BYTES } from './graphql/encoding.ts';
import { allowOnlyReading, errorHandler, notFound } from './error-handlers.ts';
import { explorerRoutes } from './explorer.ts';
import { type HealthCheck, healthRoutes } from './health.ts';
import { type Log } from './log.ts';
import { type DescribePage } from './page-descriptions.ts';
import { playgroundRoutes } from './playground.ts';
import { beginRequestLine } from './request-log.ts';
import { securityHeaders } from './security-headers.ts';

/** The Express app for everything but `/graphql`: the playground, the explorer, the health checks, and 404. */
export function createPages({
  log,
  readinessChecks,
  playground,
  explorer,
  describePage,
  baseUrl,
}: {
  log: Log;
  readinessChecks: Record<string, HealthCheck>;
  playground: string;
  explorer: string | null;
  describePage: DescribePage;
  /** The address of this server for links that lead back. */
  baseUrl: (request: IncomingMessage) => string;
}): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(logRequests(log), allowOnlyReading, compression({ threshold: MIN_COMPRESSED_BYTES }));
  app.use(healthRoutes(readinessChecks, log), playgroundRoutes(playground));
  if (explorer !== null) app.use(explorerRoutes(explorer, describePage, baseUrl));
  app.use(notFound);
  app.use(errorHandler(log));
  return app;
}

/** Gives each request an id, and logs one line when it ends. */
function logRequests(log: Log): RequestHandler {
  return (request, response, next) => {
    const { id, end } = beginRequestLine(log, request);
    response.locals.id = id;
    response.set({ 'x-request-id': id, ...securityHeaders });
    response.once('close', () => end(response));
    next();
  };
}
