import { type ApolloServer, HeaderMap } from '@apollo/server';
import { type DocumentNode, type ExecutionResult, GraphQLError } from 'graphql';
import { type Caller } from '../access/caller.ts';
import { type Api } from '../api/api.ts';
import { TellableError } from '../domain/errors.ts';
import { challenge, statusOf } from './statuses.ts';

/** What an operation knows of its caller. */
export interface CallerContext {
  caller: Caller;
  /** The caller's own key for the changes of this request; null where it has none. */
  idempotencyKey: string | null;
  /** Fires when the client has left before its answer. */
  leaving: AbortSignal;
  /** To be called when the answer may be given to others who ask the same of the same graph; gives its `cache-control`. */
  keep: () => string;
  /** What was asked has been done already, with this outcome. */
  outcome?: Promise<ExecutionResult>;
  /** To be called with the document of a faultless answer. */
  learn?: (document: DocumentNode) => void;
}

type Gateway = NonNullable<ConstructorParameters<typeof ApolloServer<CallerContext>>[0]['gateway']>;

/** Apollo's way in for an executor of one's own: here the API. */
export function executingWith(api: Api): Gateway {
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
          const { caller, idempotencyKey, leaving, outcome } = context as CallerContext;
          try {
            return withStatuses(
              await (outcome ??
                api.execute({
                  document,
                  operationName: request.operationName,
                  variables: request.variables,
                  caller,
                  idempotencyKey,
                  signal: leaving,
                })),
            );
          } catch (error) {
            throw withStatus(error);
          }
        },
      });
    },
    stop: () => Promise.resolve(),
  };
}

/** HTTP statuses for what keeps a whole operation from an answer, where 200 or 500 would mislead. */
function withStatus(error: unknown): unknown {
  if (!(error instanceof TellableError)) return error;
  const http = { status: statusOf(error.code) ?? 200, headers: headersOf(error) };
  return new GraphQLError(error.message, { originalError: error, extensions: { http } });
}

function headersOf({ code }: TellableError): HeaderMap {
  return new HeaderMap(code === 'UNAUTHENTICATED' ? [['www-authenticate', challenge(false)]] : []);
}

/** The same for the errors of a mutation, which also say of which field they are. */
function withStatuses(result: ExecutionResult): ExecutionResult {
  if (!result.errors) return result;
  const errors = result.errors.map((error) => {
    const { message, nodes, path, originalError } = error;
    const status = originalError instanceof TellableError ? statusOf(originalError.code) : undefined;
    if (status === undefined || result.data) return error;
    const extensions = { ...error.extensions, http: { status, headers: new HeaderMap() } };
    return new GraphQLError(message, { nodes, path, originalError, extensions });
  });
  return { ...result, errors };
}
