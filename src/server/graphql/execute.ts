import {
  BREAK,
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  OperationTypeNode,
  getOperationAST,
  visit,
} from 'graphql';
import { HeaderMap } from '@apollo/server';
import { type Caller } from '../../access/caller.ts';
import { type Api } from '../../api/api.ts';
import { formatError } from '../../api/format-error.ts';
import { type GraphQLRequest } from './answer.ts';
import { type Report, errorHeaders, httpStatusOf, isServiceUnavailable, rootCause } from './errors.ts';

/** A parsed document, the operation to execute, and its variables. */
export interface GraphQLOperation {
  document: DocumentNode;
  operationName?: string | null | undefined;
  variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/**
 * Executes an operation for a request. Errors are in the result, fit to be sent. It rejects only with a {@link ClientError} that says
 * that the server or its database is unavailable: that is the whole response, and many at once have to cost little.
 */
export type Execute = (
  operation: GraphQLOperation,
  request: GraphQLRequest,
  caller: Caller,
  signal: AbortSignal,
) => Promise<ExecutionResult>;

/** Passes operations to the API, and makes its errors fit to be sent. */
export function createExecute(api: Pick<Api, 'execute'>, report: Report): Execute {
  return async (operation, request, caller, signal) => {
    const name = operationLabel(operation);
    const toSend = (error: unknown, isWhole: boolean) =>
      errorToSend(error, isWhole, (cause) => report(cause, request, name));
    const idempotencyKey = request.headers['idempotency-key'];
    try {
      const result = await api.execute({
        ...operation,
        caller,
        idempotencyKey: idempotencyKey === undefined ? null : String(idempotencyKey),
        signal,
        baseUrl: request.baseUrl,
      });
      return result.errors ? { ...result, errors: result.errors.map((error) => toSend(error, !result.data)) } : result;
    } catch (error) {
      if (isServiceUnavailable(error)) throw error;
      return { errors: [toSend(error, true)] };
    }
  };
}

/**
 * The error as clients see it. An error of graphql-js in the request stays as it is, for Apollo knows its code and status.
 *
 * @param isWhole Whether the response has no data, so that the error decides its HTTP status.
 */
function errorToSend(error: unknown, isWhole: boolean, report: (cause: unknown) => string): GraphQLError {
  const cause = rootCause(error);
  if (cause instanceof GraphQLError) return error as GraphQLError;
  const { nodes, path }: Partial<GraphQLError> = error instanceof GraphQLError ? error : {};
  const { message, extensions } = formatError({ message: '' }, cause, report);
  const http = isWhole && {
    http: { status: httpStatusOf(cause) ?? 200, headers: new HeaderMap(Object.entries(errorHeaders(cause, false))) },
  };
  return new GraphQLError(message, { nodes, path, extensions: { ...extensions, ...http } });
}

/** The operation's name in the log; undefined where the document has no such operation. */
export function operationLabel({ document, operationName }: GraphQLOperation): string | undefined {
  const operation = getOperationAST(document, operationName);
  return operation?.name?.value ?? (operation ? `(${operation.operation} without a name)` : undefined);
}

/** Whether the operation only reads. */
export function isQuery({ document, operationName }: GraphQLOperation): boolean {
  return getOperationAST(document, operationName)?.operation === OperationTypeNode.QUERY;
}

const callerDependence = new WeakMap<DocumentNode, boolean>();

/** Whether the answer to a query depends on who asks, so that it is kept for nobody else. */
export function dependsOnCaller({ document }: GraphQLOperation): boolean {
  let depends = callerDependence.get(document);
  if (depends === undefined) {
    depends = false;
    visit(document, {
      Field: ({ name }) => {
        if (name.value !== 'viewer') return undefined;
        depends = true;
        return BREAK;
      },
    });
    callerDependence.set(document, depends);
  }
  return depends;
}
