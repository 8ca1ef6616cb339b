import { type ApolloServer, HeaderMap } from '@apollo/server';
import { type DocumentNode, type ExecutionResult, GraphQLError } from 'graphql';
import { type Caller } from '../access/caller.ts';
import { type Api } from '../api/api.ts';
import { ClientError } from '../domain/errors.ts';
import { wwwAuthenticate, httpStatusOf } from './http-status.ts';

/** What an operation knows of its caller. */
export interface GraphQLContext {
  caller: Caller;
  /** The caller's own key for the changes of this request; null where it has none. */
  idempotencyKey: string | null;
  /** Fires when the client has left before its answer. */
  signal: AbortSignal;
  /** To be called when the answer may be given to others who ask the same of the same graph; gives its `cache-control`. */
  markCacheable: () => string;
  /** What was asked has been done already, with this outcome. */
  executed?: Promise<ExecutionResult>;
  /** To be called with the document of a faultless answer. */
  rememberDocument?: (document: DocumentNode) => void;
}

type Gateway = NonNullable<ConstructorParameters<typeof ApolloServer<GraphQLContext>>[0]['gateway']>;

/** Apollo's way in for an executor of one's own: here the API. */
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
                  signal: signal,
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

/** HTTP statuses for what keeps a whole operation from an answer, where 200 or 500 would mislead. */
function withHttpStatus(error: unknown): unknown {
  if (!(error instanceof ClientError)) return error;
  const http = { status: httpStatusOf(error.code) ?? 200, headers: challengeHeaders(error) };
  return new GraphQLError(error.message, { originalError: error, extensions: { http } });
}

function challengeHeaders({ code }: ClientError): HeaderMap {
  return new HeaderMap(code === 'UNAUTHENTICATED' ? [['www-authenticate', wwwAuthenticate(false)]] : []);
}

/** The same for the errors of a mutation, which also say of which field they are. */
function withHttpStatuses(result: ExecutionResult): ExecutionResult {
  if (!result.errors) return result;
  const errors = result.errors.map((error) => {
    const { message, nodes, path, originalError } = error;
    const status = originalError instanceof ClientError ? httpStatusOf(originalError.code) : undefined;
    if (status === undefined || result.data) return error;
    const extensions = { ...error.extensions, http: { status, headers: new HeaderMap() } };
    return new GraphQLError(message, { nodes, path, originalError, extensions });
  });
  return { ...result, errors };
}
