import express, { type Express } from 'express';
import { type Authenticator } from '../access/authenticator.ts';
import { type Api } from '../api/api.ts';
import { authenticate } from './authenticate.ts';
import { responseCache, captureRawBody } from './response-cache.ts';
import { compress, compressAndCapture } from './compression.ts';
import { allowSameOriginGets } from './csrf.ts';
import { errorHandler, notFound } from './error-handlers.ts';
import { createGraphQLEndpoint } from './graphql.ts';
import { securityHeaders } from './security-headers.ts';
import { healthRoutes, type HealthCheck } from './health.ts';
import { fastPath } from './fast-path.ts';
import { type Log } from './log.ts';
import { redirectToPlayground, playgroundRoutes } from './playground.ts';
import { requestLogger } from './request-context.ts';

/** Bytes of a request's body: room for an article written out as variables, not for a data set. */
const MAX_BODY_SIZE = '1mb';

/** What the HTTP layer needs from the rest. */
export interface AppDependencies {
  api: Api;
  /** Who may ask. */
  authenticator: Authenticator;
  /** How many proxies stand before this server, which say whom they ask for. */
  proxies: number;
  log: Log;
  /** The parts that `/readyz` asks. */
  readinessChecks: Record<string, HealthCheck>;
  /** The folder of the built playground. */
  playground: string;
}

/** The whole of Chancery's HTTP, as a request handler, and how to end it. */
export async function createApp(dependencies: AppDependencies): Promise<{ app: Express; stop: () => Promise<void> }> {
  const { api, authenticator, log } = dependencies;
  const endpoint = await createGraphQLEndpoint(api, log);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', dependencies.proxies);
  app.use(requestLogger(log), securityHeaders);
  app.get('/graphql', redirectToPlayground);
  app.use(
    '/graphql',
    authenticate(authenticator, log),
    allowSameOriginGets,
    express.json({ limit: MAX_BODY_SIZE, verify: captureRawBody }),
    responseCache(api),
    fastPath(api),
    compressAndCapture,
    endpoint.handler,
  );
  app.use(compress, healthRoutes(dependencies.readinessChecks, log), playgroundRoutes(dependencies.playground));
  app.use(notFound);
  app.use(errorHandler);
  return { app, stop: () => endpoint.stop() };
}
