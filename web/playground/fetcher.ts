/// <reference lib="dom" />
import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { OperationTypeNode, getOperationAST } from 'graphql';
import { createClient } from 'graphql-sse';

const answered = createGraphiQLFetcher({ url: '/graphql' });

/** Queries and mutations by POST; subscriptions as server-sent events, which take the same headers, and the key with them. */
export const fetcher: Fetcher = (params, options) => {
  const operation = options?.documentAST && getOperationAST(options.documentAST, params.operationName);
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return answered(params, options);
  const client = createClient({
    url: '/graphql/stream',
    headers: options?.headers,
    retryAttempts: 0, // what was told already would be told again
  });
  return client.iterate({ ...params, operationName: params.operationName ?? undefined });
};
