import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import { type RequestHandler } from 'express';
import { type DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { ANONYMOUS } from '../access/caller.ts';
import { type Api } from '../api/api.ts';
import { formatError } from '../api/format-error.ts';
import { MAX_TOKENS } from '../api/limits.ts';
import { type GraphQLContext, createGateway } from './apollo-gateway.ts';
import { legacyJsonStatus, markSuccessfulResponses, logOperationName } from './apollo-plugins.ts';
import { abortOnDisconnect } from './client-disconnect.ts';
import { getApolloHandoff } from './fast-path.ts';
import { type Log } from './log.ts';
import { getRequestContext, logError } from './request-context.ts';
import { markCacheable } from './response-cache.ts';

/**
 * Parsed documents that Apollo keeps. Each holds on to its query plans and Cypher statements, about 80 KB: enough documents for
 * dashboards, and a bound on memory when a script generates documents without end.
 */
const MAX_PARSED_DOCUMENTS = 300;

/** The `/graphql` endpoint: Apollo parses, validates, caches documents and formats responses; the API executes. */
export interface GraphQLEndpoint {
  handler: RequestHandler;
  stop: () => Promise<void>;
}

/** Starts the endpoint over an API. */
export async function createGraphQLEndpoint(api: Api, log: Log): Promise<GraphQLEndpoint> {
  const apollo = new ApolloServer<GraphQLContext>({
    gateway: createGateway(api),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    documentStore: createDocumentStore(),
    // The API validates, with the limits first: Apollo would check them after rules that they keep from taking seconds.
    dangerouslyDisableValidation: true,
    formatError: (formatted, error) => formatError(formatted, error, (cause) => logError(cause, log)),
    logger: log,
    plugins: [
      logOperationName,
      legacyJsonStatus,
      markSuccessfulResponses,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
  await apollo.start();
  return {
    handler: expressMiddleware(apollo, {
      context: ({ req, res }) =>
        Promise.resolve({
          caller: getRequestContext()?.caller ?? ANONYMOUS,
          idempotencyKey: req.get('idempotency-key') ?? null,
          signal: abortOnDisconnect(res),
          markCacheable: () => markCacheable(req, res),
          ...getApolloHandoff(req),
        }),
    }),
    stop: () => apollo.stop(),
  };
}

function createDocumentStore(): NonNullable<ConstructorParameters<typeof ApolloServer>[0]['documentStore']> {
  const documents = new LRUCache<string, DocumentNode>({ max: MAX_PARSED_DOCUMENTS });
  return {
    get: (key) => Promise.resolve(documents.get(key)),
    set: (key, document) => Promise.resolve(void documents.set(key, document)),
    delete: (key) => Promise.resolve(documents.delete(key)),
  };
}
