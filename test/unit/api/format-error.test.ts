import { describe, expect, test } from '@jest/globals';
import { GraphQLError, type GraphQLFormattedError, parse } from 'graphql';
import { formatError } from '../../../src/api/format-error.ts';
import { ClientError } from '../../../src/domain/errors.ts';

/** What a client is sent for `error`, and what was reported for the log. */
function sent(error: Error, code = 'INTERNAL_SERVER_ERROR'): { answer: GraphQLFormattedError; reported: unknown[] } {
  const reported: unknown[] = [];
  const formatted = { message: error.message, path: ['meeting'], extensions: { code } };
  const answer = formatError(formatted, error, (cause) => {
    reported.push(cause);
    return 'f00d';
  });
  return { answer, reported };
}

/** As graphql-js wraps the error of a field. */
const inField = (cause: Error) => new GraphQLError(cause.message, { originalError: cause });

describe('what is sent', () => {
  test('a ClientError, with its code and details, however deep it is wrapped', () => {
    const cause = new ClientError('NOT_KNOWN_AT', 'This cursor belongs to another order.', { order: 'NAME' });
    for (const error of [cause, inField(cause), inField(inField(cause))]) {
      expect(sent(error)).toEqual({
        answer: {
          message: 'This cursor belongs to another order.',
          path: ['meeting'],
          extensions: { code: 'NOT_KNOWN_AT', order: 'NAME' },
        },
        reported: [],
      });
    }
  });

  test('the errors of graphql-js in the request', () => {
    expect(sent(new GraphQLError('Syntax Error: Unexpected <EOF>.'), 'GRAPHQL_PARSE_FAILED').answer).toMatchObject({
      message: 'Syntax Error: Unexpected <EOF>.',
      extensions: { code: 'GRAPHQL_PARSE_FAILED' },
    });
    expect(sent(new GraphQLError('Argument "on" has invalid value.')).answer).toMatchObject({
      message: 'Argument "on" has invalid value.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  test('a value that a scalar refused, although the scalar threw another error', () => {
    const error = inField(new TypeError('Expected a calendar day.'));
    expect(sent(error, 'BAD_USER_INPUT')).toMatchObject({
      answer: { message: 'Expected a calendar day.', extensions: { code: 'BAD_USER_INPUT' } },
      reported: [],
    });
  });
});

describe('what is masked', () => {
  test('any other error: one sentence with the id under which it was reported', () => {
    const cause = new Error('Neo.ClientError: MATCH (n {password: "secret"})');
    for (const error of [cause, inField(cause)]) {
      expect(sent(error)).toEqual({
        answer: {
          message: 'Something went wrong on our side; quote this id: f00d',
          path: ['meeting'],
          extensions: { code: 'INTERNAL_SERVER_ERROR', id: 'f00d' },
        },
        reported: [cause],
      });
    }
  });

  test('the address and settings of the database, which are for the operator', () => {
    const cause = new ClientError('WRONG_PASSWORD', 'bolt://10.1.2.3 does not accept it. Check NEO4J_PASSWORD.');
    const { answer, reported } = sent(inField(cause));
    expect(answer.extensions).toEqual({ code: 'DATABASE_UNAVAILABLE', id: 'f00d' });
    expect(JSON.stringify(answer)).not.toMatch(/bolt|NEO4J/);
    expect(reported).toEqual([cause]);
  });
});

test('a mutation whose commit was not confirmed may take effect, and the message says what to do', () => {
  const { answer } = sent(inField(new ClientError('DATABASE_UNAVAILABLE', 'bolt://10.1.2.3', { mayTakeEffect: true })));
  expect(answer.extensions).toEqual({ code: 'DATABASE_UNAVAILABLE', id: 'f00d', mayTakeEffect: true });
  expect(answer.message).toMatch(/may take effect or not. Send it again with the same idempotencyKey/);
});

describe('what is sent of the request itself', () => {
  test('is cut, whatever the code', () => {
    const long = 'x'.repeat(10_000);
    for (const error of [
      inField(new ClientError('BAD_USER_INPUT', `"${long}" is not a name.`)),
      new GraphQLError(`Variable "$a" got invalid value "${long}"; it is not a name.`),
      new GraphQLError(`Unknown operation named "${long}".`),
    ]) {
      expect(sent(error).answer.message).toMatch(/x{50,60}…/);
      expect(sent(error).answer.message).not.toMatch(/x{61}/);
    }
  });

  test('a document nested to the end of the stack is told so, in words that say what to do', () => {
    let thrown: unknown;
    try {
      parse(`{ a(b: ${'['.repeat(100_000)}`);
    } catch (error) {
      thrown = error;
    }
    const error = new GraphQLError((thrown as Error).message, { originalError: thrown as Error });
    expect(sent(error, 'GRAPHQL_PARSE_FAILED').answer.message).toBe(
      'Syntax Error: This document is nested too deep to be read; at most 200 levels are allowed.',
    );
  });
});
