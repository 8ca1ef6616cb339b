import { type ExecutionResult, GraphQLError } from 'graphql';
import { ClientError } from '../../domain/errors.ts';

/** @throws the errors of a query, as one. */
export function dataOf({ data, errors = [] }: ExecutionResult): Readonly<Record<string, unknown>> {
  const [first, ...others] = errors;
  if (first === undefined) return data!;
  const cause = first.originalError;
  if (cause !== undefined && !(cause instanceof GraphQLError)) throw cause;
  // What graphql-js itself finds wrong: a value that its variable cannot have.
  throw new ClientError('BAD_USER_INPUT', [first, ...others].map(({ message }) => message).join(' '));
}
