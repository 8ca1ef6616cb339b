import { type ApolloServer, HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { type Api } from '../api/api.ts';
import { type Asker } from '../api/mutations/performing.ts';
import { TellableError } from '../domain/errors.ts';

/** What an operation knows of its caller. */
export interface CallerContext {
  asker: Asker;
  /** Fires when the client has left before its answer. */
  leaving: AbortSignal;
  /** To be called when the answer may be given to others who ask the same of the same graph. */
  keep: () => void;
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
          try {
            return await api.execute({
              document,
              operationName: request.operationName,
              variables: request.variables,
              asker: (context as CallerContext).asker,
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
