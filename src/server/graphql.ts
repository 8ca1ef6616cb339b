import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import { type RequestHandler } from 'express';
import { type DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { ANONYMOUS } from '../access/caller.ts';
import { type Api } from '../api/api.ts';
import { tellableForm } from '../api/errors.ts';
import { MAX_TOKENS, limitsRule } from '../api/limits.ts';
import { keepAnswer } from './answers.ts';
import { answer200ForJson, keepFaultlessAnswers, nameTheOperation } from './apollo-plugins.ts';
import { type CallerContext, executingWith } from './gateway.ts';
import { passingOf } from './known.ts';
import { signalOfLeaving } from './leaving.ts';
import { type Log } from './log.ts';
import { currentRequest, logUnderId } from './requests.ts';

/**
 * Documents that are kept parsed, each with the plans and statements made of it, some 80 KB: more than dashboards ask, and no
 * room for the flood of shapes that a script can make up.
 */
const MOST_DOCUMENTS = 300;

/** The `/graphql` endpoint: Apollo parses, validates, caches documents and formats; only execution is the API's own. */
export interface GraphQLEndpoint {
  handler: RequestHandler;
  stop: () => Promise<void>;
}

/** Starts the endpoint over an API. */
export async function graphQLEndpoint(api: Api, log: Log): Promise<GraphQLEndpoint> {
  const apollo = new ApolloServer<CallerContext>({
    gateway: executingWith(api),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    documentStore: keptDocuments(),
    validationRules: [limitsRule],
    formatError: (formatted, error) => tellableForm(formatted, error, (cause) => logUnderId(cause, log)),
    logger: log,
    plugins: [
      nameTheOperation,
      answer200ForJson,
      keepFaultlessAnswers,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
  await apollo.start();
  return {
    handler: expressMiddleware(apollo, {
      context: ({ req, res }) =>
        Promise.resolve({
          caller: currentRequest()?.caller ?? ANONYMOUS,
          idempotencyKey: req.get('idempotency-key') ?? null,
          leaving: signalOfLeaving(res),
          keep: () => keepAnswer(req, res),
          ...passingOf(req),
        }),
    }),
    stop: () => apollo.stop(),
  };
}

function keptDocuments(): NonNullable<ConstructorParameters<typeof ApolloServer>[0]['documentStore']> {
  const documents = new LRUCache<string, DocumentNode>({ max: MOST_DOCUMENTS });
  return {
    get: (key) => Promise.resolve(documents.get(key)),
    set: (key, document) => Promise.resolve(void documents.set(key, document)),
    delete: (key) => Promise.resolve(documents.delete(key)),
  };
}
