import { ApolloServer, HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import { type Response, type RequestHandler } from 'express';
import { GraphQLError } from 'graphql';
import { type Api } from '../api/api.ts';
import { tellableForm } from '../api/errors.ts';
import { MAX_TOKENS, limitsRule } from '../api/limits.ts';
import { TellableError } from '../domain/errors.ts';
import { type Log } from './log.ts';
import { currentRequest } from './requests.ts';

type ApolloConfig = ConstructorParameters<typeof ApolloServer<CallerContext>>[0];
type Gateway = NonNullable<ApolloConfig['gateway']>;

/** What an operation knows of its caller. */
interface CallerContext {
  /** Fires when the client has left before its answer. */
  leaving: AbortSignal;
}

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
    validationRules: [limitsRule],
    formatError: (formatted, error) => tellableForm(formatted, error, (cause) => logUnderId(cause, log)),
    logger: log,
    plugins: [
      nameTheOperation,
      answer200ForJson,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
  await apollo.start();
  return {
    handler: expressMiddleware(apollo, {
      context: ({ res }) => Promise.resolve({ leaving: signalOfLeaving(res) }),
    }),
    stop: () => apollo.stop(),
  };
}

/** Apollo's way in for an executor of one's own. */
function executingWith(api: Api): Gateway {
  let announce: Parameters<Gateway['onSchemaLoadOrUpdate']>[0] | undefined;
  return {
    onSchemaLoadOrUpdate(callback) {
      announce = callback;
      return () => (announce = undefined);
    },
    load() {
      announce?.({ apiSchema: api.schema, coreSupergraphSdl: '' });
      return Promise.resolve({
        executor: async ({ document, request, context }) => {
          try {
            return await api.execute({
              document,
              operationName: request.operationName,
              variables: request.variables,
              signal: (context as CallerContext).leaving,
            });
          } catch (error) {
            throw withStatus(error);
          }
        },
      });
    },
    stop: () => Promise.resolve(),
  };
}

/** HTTP statuses for what keeps a whole operation from an answer, where 500 would blame the server. */
const STATUS: Record<string, number> = { TIMED_OUT: 504, DATABASE_BUSY: 503, DATABASE_UNAVAILABLE: 503 };

function withStatus(error: unknown): unknown {
  if (!(error instanceof TellableError)) return error;
  const http = { status: STATUS[error.code] ?? 200, headers: new HeaderMap() };
  return new GraphQLError(error.message, { originalError: error, extensions: { http } });
}

/** An error of ours goes to the log under the id of its request, which is what the caller is told. */
function logUnderId(cause: unknown, log: Log): string {
  const request = currentRequest();
  const id = request?.id ?? 'none';
  (request?.log ?? log).error({ err: cause, operation: request?.operation }, 'an error of ours, masked');
  return id;
}

/** Nobody reads it, and it is no fault that would belong into the log. */
const CLIENT_LEFT = new TellableError('CLIENT_LEFT', 'The client left before its answer.');

function signalOfLeaving(response: Response): AbortSignal {
  const leaving = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) leaving.abort(CLIENT_LEFT);
  });
  return leaving.signal;
}

const nameTheOperation: ApolloServerPlugin<CallerContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ operationName, operation }) {
        const request = currentRequest();
        if (request) request.operation = operationName ?? (operation && `(${operation.operation} without a name)`);
        return Promise.resolve();
      },
    }),
};

/**
 * GraphQL over HTTP keeps 4xx for `application/graphql-response+json`; under plain `application/json` a request that was
 * understood is answered with 200, whatever its errors. Apollo answers 400 under both.
 */
const answer200ForJson: ApolloServerPlugin<CallerContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ request, response, errors }) {
        const wellFormed = errors?.every((error) => UNDERSTOOD.has(error.extensions.code)) ?? false;
        if (response.http.status === 400 && wellFormed && prefersPlainJson(request.http?.headers.get('accept'))) {
          response.http.status = 200;
        }
        return Promise.resolve();
      },
    }),
};

const UNDERSTOOD = new Set<unknown>([
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
]);

function prefersPlainJson(accept: string | undefined): boolean {
  return !accept?.includes('application/graphql-response+json');
}
