import express, { type Express } from 'express';
import { type Authenticator } from '../access/authenticator.ts';
import { type Api } from '../api/api.ts';
import { MAX_JSON_NESTING, isJsonNestedTooDeep } from '../api/json-nesting.ts';
import { authenticate } from './authenticate.ts';
import { compress, compressAndCapture } from './compression.ts';
import { allowSameOriginGets } from './csrf.ts';
import { errorHandler, notFound } from './error-handlers.ts';
import { fastPath } from './fast-path.ts';
import { createGraphQLEndpoint } from './graphql.ts';
import { healthRoutes, type HealthCheck } from './health.ts';
import { type Log } from './log.ts';
import { redirectToPlayground, playgroundRoutes } from './playground.ts';
import { requestLogger } from './request-context.ts';
import { responseCache, captureRawBody } from './response-cache.ts';
import { securityHeaders } from './security-headers.ts';

/** Room for an article as variables of a mutation, not for a data set. */
const MAX_BODY_SIZE = '1mb';

/** For express.json: looks at the body before it is parsed. */
function readRawBody(request: object, response: unknown, body: Buffer): void {
  if (isJsonNestedTooDeep(body)) {
    const message = `The body is nested too deep; at most ${MAX_JSON_NESTING} levels of lists and objects are allowed.`;
    throw Object.assign(new Error(message), { status: 400 });
  }
  captureRawBody(request, response, body);
}

/** What the HTTP layer is built from. */
export interface AppDependencies {
  api: Api;
  authenticator: Authenticator;
  /** Number of trusted reverse proxies in front of the server (`X-Forwarded-For`). */
  proxies: number;
  log: Log;
  /** The checks of `/readyz`, by name. */
  readinessChecks: Record<string, HealthCheck>;
  /** The folder with the built playground. */
  playground: string;
}

/** The Express app, and a function that stops its Apollo Server. */
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
    express.json({ limit: MAX_BODY_SIZE, verify: readRawBody }),
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
