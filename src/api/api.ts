import { type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';

/** A parsed and validated document to run. */
export interface ApiRequest {
  document: DocumentNode;
  operationName?: string | undefined;
  variables?: Record<string, unknown> | undefined;
  /** Fires when nobody waits for the answer any more. */
  signal?: AbortSignal | undefined;
}

/** The API as a value: what can be asked, and how it is answered. */
export interface Api {
  schema: GraphQLSchema;
  /** Rejects where there is no answer at all; errors inside an answer are in its `errors`. */
  execute: (request: ApiRequest) => Promise<ExecutionResult>;
}
