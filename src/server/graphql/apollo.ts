import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { randomUUID } from 'node:crypto';
import { type IncomingHttpHeaders } from 'node:http';
import { type ExecutionResult, type GraphQLSchema } from 'graphql';
import { type Logger } from 'pino';
import { type Caller } from '../../access/caller.ts';
import { formatError } from '../../api/format-error.ts';
import { MAX_TOKENS } from '../../api/limits.ts';
import { type ErrorCode } from '../../domain/error-codes.ts';
import { type GraphQLResponse, type ParsedRequest } from './answer.ts';
import { type DocumentCache } from './document-cache.ts';
import { type Report } from './errors.ts';
import { type Execute, type GraphQLOperation, dependsOnCaller, isQuery, operationLabel } from './execute.ts';

/** The context value of plugins. */
export interface GraphQLContext {
  caller: Caller;
  execute: (operation: GraphQLOperation) => Promise<ExecutionResult>;
}

/** Answers a request, its operation executed by `execute`. */
export type AnswerByApollo = (
  request: ParsedRequest,
  caller: Caller,
  signal: AbortSignal,
  execute: Execute,
) => Promise<GraphQLResponse>;

/** Apollo Server: it parses, negotiates the content type and formats responses; the API validates and executes. */
export interface Apollo {
  answer: AnswerByApollo;
  stop: () => Promise<void>;
}

export async function startApollo(
  schema: GraphQLSchema,
  { documents, log, report }: { documents: DocumentCache; log: Logger; report: Report },
): Promise<Apollo> {
  const apollo = new ApolloServer<GraphQLContext>({
    gateway: executorGateway(schema),
    introspection: true,
    csrfPrevention: false, // csrf.ts
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: { ttl: null }, // in Apollo's own cache of 30 MB
    parseOptions: { maxTokens: MAX_TOKENS },
    documentStore: documents.apolloStore,
    // The API validates, with the limits first: Apollo would check them after rules that they keep from taking seconds.
    dangerouslyDisableValidation: true,
    // Errors of an operation are fit to be sent already (execute.ts); an internal one here is Apollo's own.
    formatError: (formatted, error) => formatError(formatted, error, (cause) => report(cause, { id: randomUUID() })),
    logger: log,
    plugins: [legacyJsonStatus, ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled()],
  });
  await apollo.start();
  return { answer: (...args) => answerByApollo(apollo, ...args), stop: () => apollo.stop() };
}

async function answerByApollo(
  apollo: ApolloServer<GraphQLContext>,
  request: ParsedRequest,
  caller: Caller,
  signal: AbortSignal,
  execute: Execute,
): Promise<GraphQLResponse> {
  let executed: { operation: GraphQLOperation; result: ExecutionResult } | undefined;
  let refusal: Error | undefined;
  const context: GraphQLContext = {
    caller,
    execute: async (operation) => {
      try {
        const result = await execute(operation, request, caller, signal);
        executed = { operation, result };
        return result;
      } catch (error) {
        refusal = error as Error;
        throw error;
      }
    },
  };
  const { method, url, headers, json } = request;
  const response = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method, headers: toHeaderMap(headers), search: searchOf(url), body: json },
    context: () => Promise.resolve(context),
  });
  if (refusal) throw refusal;
  if (response.body.kind !== 'complete')
    throw new Error('Apollo sends a response in parts, although nothing is deferred.');
  const { status = 200 } = response;
  return {
    status,
    headers: Object.fromEntries(response.headers),
    body: response.body.string,
    isCacheable:
      status === 200 &&
      executed !== undefined &&
      isQuery(executed.operation) &&
      !executed.result.errors &&
      !dependsOnCaller(executed.operation),
    operation: executed && operationLabel(executed.operation),
  };
}

function toHeaderMap(headers: IncomingHttpHeaders): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) map.set(name, String(value));
  return map;
}

const searchOf = (url: string) => (url.includes('?') ? url.slice(url.indexOf('?')) : '');

type Gateway = NonNullable<ConstructorParameters<typeof ApolloServer<GraphQLContext>>[0]['gateway']>;

/** A gateway is how Apollo Server takes an executor other than graphql-js: this one has the context execute operations on our schema. */
function executorGateway(apiSchema: GraphQLSchema): Gateway {
  let onSchema: Parameters<Gateway['onSchemaLoadOrUpdate']>[0] | undefined;
  return {
    onSchemaLoadOrUpdate(callback) {
      onSchema = callback;
      return () => (onSchema = undefined);
    },
    load() {
      onSchema?.({ apiSchema, coreSupergraphSdl: '' });
      return Promise.resolve({
        executor: ({ document, request: { operationName, variables }, context }) =>
          (context as GraphQLContext).execute({ document, operationName, variables }),
      });
    },
    stop: () => Promise.resolve(),
  };
}

/**
 * Under GraphQL over HTTP only `application/graphql-response+json` has status 400 for a GraphQL request error; under the legacy
 * `application/json` a well-formed request gets 200, whatever its errors. Apollo answers 400 to both.
 */
const legacyJsonStatus: ApolloServerPlugin<GraphQLContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ request, response, errors }) {
        const areRequestErrors = errors?.every((error) => REQUEST_ERROR_CODES.has(error.extensions.code)) ?? false;
        const acceptsLegacyJson = !request.http?.headers.get('accept')?.includes('application/graphql-response+json');
        if (response.http.status === 400 && areRequestErrors && acceptsLegacyJson) response.http.status = 200;
        return Promise.resolve();
      },
    }),
};

const REQUEST_ERROR_CODES: ReadonlySet<unknown> = new Set<ErrorCode>([
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'TOO_COSTLY',
]);
