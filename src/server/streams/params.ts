import { type ParsedRequest } from '../graphql/answer.ts';
import { HttpError } from '../graphql/errors.ts';

/** The parameters of an operation, as GraphQL over HTTP and graphql-ws have them. */
export interface OperationParams {
  query: string;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
}

/** The parameters in the body of a POST, or in the address of a GET, whose variables are JSON. */
export function readParams({ method, url, baseUrl, json }: ParsedRequest): OperationParams {
  if (method === 'POST') return checkParams(json);
  const search = new URL(url, baseUrl).searchParams;
  const variables = search.get('variables');
  return checkParams({
    query: search.get('query'),
    operationName: search.get('operationName'),
    variables: variables === null ? null : parseVariables(variables),
  });
}

function parseVariables(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpError(400, 'The parameter `variables` is not JSON, such as {"after": "..."}.');
  }
}

/** @throws HttpError 400 saying what is wrong with them. */
export function checkParams(params: unknown): OperationParams {
  const { query, operationName, variables } = (params ?? {}) as Record<string, unknown>;
  if (typeof query !== 'string') throw new HttpError(400, 'There is no `query`: send the text of a subscription.');
  if (typeof (operationName ?? '') !== 'string') throw new HttpError(400, '`operationName` has to be a string.');
  if (typeof (variables ?? {}) !== 'object' || Array.isArray(variables)) {
    throw new HttpError(400, '`variables` has to be an object: the values by the names of the variables.');
  }
  return { query, operationName, variables } as OperationParams;
}
