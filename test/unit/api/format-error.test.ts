import { describe, expect, test } from '@jest/globals';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { formatError } from '../../../src/api/format-error.ts';
import { ClientError } from '../../../src/domain/errors.ts';

/** What a caller reads when `error` happens, and what was reported for the log. */
function told(error: Error, code = 'INTERNAL_SERVER_ERROR'): { answer: GraphQLFormattedError; reported: unknown[] } {
  const reported: unknown[] = [];
  const formatted = { message: error.message, path: ['meeting'], extensions: { code } };
  const answer = formatError(formatted, error, (cause) => {
    reported.push(cause);
    return 'f00d';
  });
  return { answer, reported };
}

/** As graphql-js wraps what a field threw. */
const inField = (cause: Error) => new GraphQLError(cause.message, { originalError: cause });

describe('what is told', () => {
  test('an error written for people, with its code and facts, however deep it is wrapped', () => {
    const cause = new ClientError('NOT_KNOWN_AT', 'This cursor belongs to another order.', { order: 'NAME' });
    for (const error of [cause, inField(cause), inField(inField(cause))]) {
      expect(told(error)).toEqual({
        answer: {
          message: 'This cursor belongs to another order.',
          path: ['meeting'],
          extensions: { code: 'NOT_KNOWN_AT', order: 'NAME' },
        },
        reported: [],
      });
    }
  });

  test('what GraphQL itself says of the request', () => {
    expect(told(new GraphQLError('Syntax Error: Unexpected <EOF>.'), 'GRAPHQL_PARSE_FAILED').answer).toMatchObject({
      message: 'Syntax Error: Unexpected <EOF>.',
      extensions: { code: 'GRAPHQL_PARSE_FAILED' },
    });
    expect(told(new GraphQLError('Argument "on" has invalid value.')).answer).toMatchObject({
      message: 'Argument "on" has invalid value.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  test('a value refused by a scalar, although the scalar threw an error of its own', () => {
    const error = inField(new TypeError('Expected a calendar day.'));
    expect(told(error, 'BAD_USER_INPUT')).toMatchObject({
      answer: { message: 'Expected a calendar day.', extensions: { code: 'BAD_USER_INPUT' } },
      reported: [],
    });
  });
});

describe('what is not told', () => {
  test('any other error: one sentence with the id under which it was reported', () => {
    const cause = new Error('Neo.ClientError: MATCH (n {password: "secret"})');
    for (const error of [cause, inField(cause)]) {
      expect(told(error)).toEqual({
        answer: {
          message: 'Something went wrong on our side; quote this id: f00d',
          path: ['meeting'],
          extensions: { code: 'INTERNAL_SERVER_ERROR', id: 'f00d' },
        },
        reported: [cause],
      });
    }
  });

  test('where the database is and how to set it up, which is for the operator', () => {
    const cause = new ClientError('WRONG_PASSWORD', 'bolt://10.1.2.3 does not accept it. Check NEO4J_PASSWORD.');
    const { answer, reported } = told(inField(cause));
    expect(answer.extensions).toEqual({ code: 'DATABASE_UNAVAILABLE', id: 'f00d' });
    expect(JSON.stringify(answer)).not.toMatch(/bolt|NEO4J/);
    expect(reported).toEqual([cause]);
  });
});
