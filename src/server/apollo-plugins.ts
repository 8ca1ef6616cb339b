import { type ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, OperationTypeNode, getOperationAST } from 'graphql';
import { type ErrorCode } from '../domain/error-codes.ts';
import { type GraphQLContext } from './apollo-gateway.ts';
import { getRequestContext } from './request-context.ts';

/** Puts the operation's name into the request context, for the log. */
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

/** The operation's name in the log. */
export function operationLabel(document: DocumentNode, operationName: string | null | undefined): string | undefined {
  const operation = getOperationAST(document, operationName);
  return operation?.name?.value ?? (operation ? `(${operation.operation} without a name)` : undefined);
}

/**
 * Under GraphQL over HTTP only `application/graphql-response+json` has status 400 for a GraphQL request error; under the legacy
 * `application/json` a well-formed request gets 200, whatever its errors. Apollo answers 400 to both.
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

const REQUEST_ERROR_CODES: ReadonlySet<unknown> = new Set<ErrorCode>([
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'TOO_COSTLY',
]);

function acceptsLegacyJson(accept: string | undefined): boolean {
  return !accept?.includes('application/graphql-response+json');
}

/** A query response without errors depends only on the request and the graph, so it may be cached; Apollo would send `no-store`. */
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
