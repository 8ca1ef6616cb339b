import { type ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, OperationTypeNode, getOperationAST } from 'graphql';
import { type CallerContext } from './gateway.ts';
import { currentRequest } from './requests.ts';

/** Gives the log the name of the operation as soon as it is known. */
export const nameTheOperation: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ document, request: { operationName } }) {
        const request = currentRequest();
        if (request) request.operation = operationIn(document, operationName);
        return Promise.resolve();
      },
    }),
};

/** The operation as the log calls it. */
export function operationIn(document: DocumentNode, operationName: string | null | undefined): string | undefined {
  const operation = getOperationAST(document, operationName);
  return operation?.name?.value ?? (operation ? `(${operation.operation} without a name)` : undefined);
}

/**
 * GraphQL over HTTP keeps 4xx for `application/graphql-response+json`; under plain `application/json` a request that was
 * understood is answered with 200, whatever its errors. Apollo answers 400 under both.
 */
export const answer200ForJson: ApolloServerPlugin = {
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
  'TOO_COSTLY',
]);

function prefersPlainJson(accept: string | undefined): boolean {
  return !accept?.includes('application/graphql-response+json');
}

/** An answer to a query that has no errors depends on the graph only, so it may be kept. Apollo would forbid that. */
export const keepFaultlessAnswers: ApolloServerPlugin<CallerContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ document, operation, errors, response, contextValue }) {
        if (operation?.operation !== OperationTypeNode.QUERY || errors !== undefined) return Promise.resolve();
        response.http.headers.set('cache-control', contextValue.keep());
        contextValue.learn?.(document!);
        return Promise.resolve();
      },
    }),
};
