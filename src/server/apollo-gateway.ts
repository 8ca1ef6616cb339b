import { type ApolloServer, HeaderMap } from '@apollo/server';
import { type DocumentNode, type ExecutionResult, GraphQLError } from 'graphql';
import { type Caller } from '../access/caller.ts';
import { type Api } from '../api/api.ts';
import { ClientError } from '../domain/errors.ts';
import { httpStatusOf, retryAfterOf, wwwAuthenticate } from './http-status.ts';

/** The context value that Apollo passes to the executor and to plugins. */
export interface GraphQLContext {
  caller: Caller;
  /** The request's `idempotency-key` header. */
  idempotencyKey: string | null;
  /** Aborted when the client disconnects before its response. */
  signal: AbortSignal;
  /** To be called when the response may be cached; returns its `cache-control`. */
  markCacheable: () => string;
  /** The result of this operation, where the fast path has executed it already. */
  executed?: Promise<ExecutionResult>;
  /** To be called with the document when the response has no errors. */
  rememberDocument?: (document: DocumentNode) => void;
}

type Gateway = NonNullable<ConstructorParameters<typeof ApolloServer<GraphQLContext>>[0]['gateway']>;

/** A gateway is how Apollo Server takes an executor other than graphql-js: it is handed our schema and calls `api.execute`. */
export function createGateway(api: Api): Gateway {
  let onSchema: Parameters<Gateway['onSchemaLoadOrUpdate']>[0] | undefined;
  return {
    onSchemaLoadOrUpdate(callback) {
      onSchema = callback;
      return () => (onSchema = undefined);
    },
    load() {
      onSchema?.({ apiSchema: api.schema, coreSupergraphSdl: '' });
      return Promise.resolve({
        executor: async ({ document, request, context }) => {
          const { caller, idempotencyKey, signal, executed } = context as GraphQLContext;
          try {
            return withHttpStatuses(
              await (executed ??
                api.execute({
                  document,
                  operationName: request.operationName,
                  variables: request.variables,
                  caller,
                  idempotencyKey,
                  signal,
                })),
            );
          } catch (error) {
            throw withHttpStatus(error);
          }
        },
      });
    },
    stop: () => Promise.resolve(),
  };
}

/** HTTP status for an error that fails the whole operation; Apollo would answer 500. */
function withHttpStatus(error: unknown): unknown {
  if (!(error instanceof ClientError)) return error;
  const http = { status: httpStatusOf(error.code) ?? 200, headers: headersOf(error) };
  return new GraphQLError(error.message, { originalError: error, extensions: { http } });
}

function headersOf(error: ClientError): HeaderMap {
  const headers = new HeaderMap();
  if (error.code === 'UNAUTHENTICATED') headers.set('www-authenticate', wwwAuthenticate(false));
  const retryAfter = retryAfterOf(error);
  if (retryAfter !== undefined) headers.set('retry-after', retryAfter);
  return headers;
}

/** The same for mutations, whose errors are in the result, with the path of their field. */
function withHttpStatuses(result: ExecutionResult): ExecutionResult {
  if (!result.errors) return result;
  const errors = result.errors.map((error) => {
    const { message, nodes, path, originalError } = error;
    if (!(originalError instanceof ClientError)) return error;
    const status = httpStatusOf(originalError.code);
    if (status === undefined || result.data) return error;
    const extensions = { ...error.extensions, http: { status, headers: headersOf(originalError) } };
    return new GraphQLError(message, { nodes, path, originalError, extensions });
  });
  return { ...result, errors };
}
