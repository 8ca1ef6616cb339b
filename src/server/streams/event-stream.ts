import { type Logger } from 'pino';
import { type GraphQLFormattedError } from 'graphql';
import { type Authenticator } from '../../access/authenticator.ts';
import { type ErrorCode, type ErrorCodeEntry, errorCodes } from '../../domain/error-codes.ts';
import { type SubscriptionEvent } from '../../api/subscriptions/subscriptions.ts';
import { type Answer, type AnswerAnyone, type GraphQLResponse, type ParsedRequest } from '../graphql/answer.ts';
import { authenticate } from '../graphql/authenticate.ts';
import { refuseCrossSite } from '../graphql/csrf.ts';
import { createReport, sendErrors } from '../graphql/errors.ts';
import { allowMethods } from '../graphql/methods.ts';
import { parseBody, readBody } from '../graphql/read-body.ts';
import { readParams } from './params.ts';
import { type Subscribe } from './subscribe.ts';

/** `/graphql/stream`, as Express would match it. */
export const EVENT_STREAM_PATH = /^\/graphql\/stream\/?(\?|$)/i;

/** A comment is sent this often while there is nothing to tell, so that proxies do not take the connection for dead. */
const HEARTBEAT_MS = 15_000;
/** A client that takes nothing for so long is dropped. */
const STALL_MS = 60_000;

/**
 * `/graphql/stream` as a function: a subscription as server-sent events, in the distinct connections mode of the GraphQL over SSE
 * protocol. Each event has its place in the log as its id; a browser's `EventSource` sends the last one when it connects again
 * (`Last-Event-ID`), and goes on after it.
 *
 * @param closing Aborts when the server stops.
 */
export function createEventStreamEndpoint(
  subscribe: Subscribe,
  { authenticator, log, closing }: { authenticator: Authenticator; log: Logger; closing: AbortSignal },
): AnswerAnyone {
  const answer: Answer<ParsedRequest> = async (request, _, leaving) => {
    const params = readParams(request);
    const { 'last-event-id': lastEventId, authorization } = request.headers;
    const signal = AbortSignal.any([leaving, closing]);
    const { id, address, baseUrl } = request;
    const subscriber = { id, authorization, address, baseUrl };
    const told = await subscribe({ ...params, resumeAfter: lastEventId as string | undefined }, subscriber, signal);
    return 'errors' in told ? refusal(told.errors.map((error) => error.toJSON())) : stream(told, signal);
  };
  return sendErrors(
    createReport(log),
    allowMethods(authenticate(authenticator, log, refuseCrossSite(readBody(parseBody(answer))))),
    400,
  );
}

function refusal(errors: readonly GraphQLFormattedError[]): GraphQLResponse {
  const { status }: ErrorCodeEntry =
    errorCodes[(errors[0]?.extensions?.code as ErrorCode | undefined) ?? 'BAD_USER_INPUT'];
  return {
    status: status ?? 400,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: `${JSON.stringify({ errors })}\n`,
  };
}

function stream(events: AsyncGenerator<SubscriptionEvent>, signal: AbortSignal): GraphQLResponse {
  return {
    status: 200,
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      // Not to be compressed either, which would hold events back.
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
    body: '',
    chunks: written(events, signal),
    stallMs: STALL_MS,
  };
}

async function* written(events: AsyncGenerator<SubscriptionEvent>, signal: AbortSignal): AsyncGenerator<string> {
  try {
    yield ':\n\n'; // so that the client has its headers
    const silent = Symbol('nothing to tell');
    let next = events.next();
    while (!signal.aborted) {
      const { promise: silence, resolve } = Promise.withResolvers<typeof silent>();
      const timer = setTimeout(resolve, HEARTBEAT_MS, silent);
      const told = await Promise.race([next, silence]);
      clearTimeout(timer);
      if (told === silent) {
        yield ':\n\n';
        continue;
      }
      if (told.done) break;
      const { result, cursor } = told.value;
      yield `event: next\n${cursor === null ? '' : `id: ${cursor}\n`}data: ${JSON.stringify(result)}\n\n`;
      next = events.next();
    }
    yield 'event: complete\ndata:\n\n';
  } finally {
    // Also where the client has left: what is suspended would never end by itself.
    await events.return(undefined);
  }
}
