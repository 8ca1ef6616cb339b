import { type ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, OperationTypeNode, getOperationAST } from 'graphql';
import { type GraphQLContext } from './apollo-gateway.ts';
import { getRequestContext } from './request-context.ts';

/** Gives the log the name of the operation as soon as it is known. */
export const logOperationName: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ document, request: { operationName } }) {
        const context = getRequestContext();
        if (context) context.operation = operationLabel(document, operationName);
        return Promise.resolve();
      },
    }),
};

/** The operation as the log calls it. */
export function operationLabel(document: DocumentNode, operationName: string | null | undefined): string | undefined {
  const operation = getOperationAST(document, operationName);
  return operation?.name?.value ?? (operation ? `(${operation.operation} without a name)` : undefined);
}

/**
 * GraphQL over HTTP keeps 4xx for `application/graphql-response+json`; under plain `application/json` a request that was
 * understood is answered with 200, whatever its errors. Apollo answers 400 under both.
 */
export const legacyJsonStatus: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ request, response, errors }) {
        const areRequestErrors = errors?.every((error) => REQUEST_ERROR_CODES.has(error.extensions.code)) ?? false;
        if (
          response.http.status === 400 &&
          areRequestErrors &&
          acceptsLegacyJson(request.http?.headers.get('accept'))
        ) {
          response.http.status = 200;
        }
        return Promise.resolve();
      },
    }),
};

const REQUEST_ERROR_CODES = new Set<unknown>([
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'TOO_COSTLY',
]);

function acceptsLegacyJson(accept: string | undefined): boolean {
  return !accept?.includes('application/graphql-response+json');
}

/** An answer to a query that has no errors depends on the graph only, so it may be kept. Apollo would forbid that. */
export const markSuccessfulResponses: ApolloServerPlugin<GraphQLContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ document, operation, errors, response, contextValue }) {
        if (operation?.operation !== OperationTypeNode.QUERY || errors !== undefined) return Promise.resolve();
        response.http.headers.set('cache-control', contextValue.markCacheable());
        contextValue.rememberDocument?.(document!);
        return Promise.resolve();
      },
    }),
};
