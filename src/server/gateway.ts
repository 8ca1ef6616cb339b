import { type ApolloServer, HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { type Caller } from '../access/caller.ts';
import { type Api } from '../api/api.ts';
import { TellableError } from '../domain/errors.ts';
import { statusOf } from './statuses.ts';

/** What an operation knows of its caller. */
export interface CallerContext {
  /** Who asks. */
  caller: Caller;
  /** Fires when the client has left before its answer. */
  leaving: AbortSignal;
  /** To be called when the answer may be given to others who ask the same of the same graph; gives its `cache-control`. */
  keep: () => string;
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
          const { caller, leaving } = context as CallerContext;
          try {
            return await api.execute({
              document,
              operationName: request.operationName,
              variables: request.variables,
              caller,
              signal: leaving,
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

function withStatus(error: unknown): unknown {
  if (!(error instanceof TellableError)) return error;
  const http = { status: statusOf(error.code) ?? 200, headers: new HeaderMap() };
  return new GraphQLError(error.message, { originalError: error, extensions: { http } });
}
