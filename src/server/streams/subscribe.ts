import { type DocumentNode, type ExecutionResult, GraphQLError, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import { type Logger } from 'pino';
import { type Authenticator } from '../../access/authenticator.ts';
import { type Api } from '../../api/api.ts';
import { formatError } from '../../api/format-error.ts';
import { MAX_TOKENS } from '../../api/limits.ts';
import { type SubscriptionEvent } from '../../api/subscriptions/subscriptions.ts';
import { ClientError } from '../../domain/errors.ts';
import { createReport } from '../graphql/errors.ts';
import { type OperationParams } from './params.ts';

/** Subscriptions of one server at once: beyond, new ones are refused. */
const MAX_SUBSCRIPTIONS = 10_000;
/** Documents that are parsed once for all who send the same text. */
const MAX_DOCUMENTS = 300;
/** How long a credential counts as valid while events are told. */
const RECHECK_MS = 60_000;

/** Who subscribes, from where. What is told does not depend on it, only whether. */
export interface Subscriber {
  /** The id of the request, or of the connection. */
  id: string;
  authorization: string | undefined;
  address: () => string;
  baseUrl: string;
}

/** What a subscriber is sent: events, or the errors for which it is refused; all errors are fit to be sent. */
export type Told = AsyncGenerator<SubscriptionEvent> | { errors: readonly GraphQLError[] };

/** A subscription, with the id of the last event that the client has, where the protocol has such a thing. */
export type SubscriptionParams = OperationParams & { resumeAfter?: string | undefined };

export type Subscribe = (params: SubscriptionParams, subscriber: Subscriber, signal: AbortSignal) => Promise<Told>;

/** Subscribes over any protocol. It never rejects, nor does what it returns: libraries for streams send the raw text of what is thrown. */
export function createSubscribe(
  api: Pick<Api, 'subscribe'>,
  { authenticator, log }: { authenticator: Authenticator; log: Logger },
): Subscribe {
  const report = createReport(log);
  const documents = new LRUCache<string, DocumentNode>({ max: MAX_DOCUMENTS });
  let running = 0;

  function parseOnce(text: string): DocumentNode {
    let document = documents.get(text);
    if (!document) documents.set(text, (document = parse(text, { maxTokens: MAX_TOKENS })));
    return document;
  }

  const toSend =
    ({ id }: Subscriber) =>
    (error: unknown): GraphQLError => {
      const given = error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error });
      const code = given.message.startsWith('Syntax Error') ? { code: 'GRAPHQL_PARSE_FAILED' } : {};
      const { message, extensions } = formatError(
        { message: given.message, extensions: { ...code, ...given.extensions } },
        error,
        (cause) => report(cause, { id }, 'subscription'),
      );
      return new GraphQLError(message, { nodes: given.nodes, path: given.path, extensions });
    };

  async function* tell(
    events: AsyncIterable<SubscriptionEvent>,
    subscriber: Subscriber,
    signal: AbortSignal,
  ): AsyncGenerator<SubscriptionEvent> {
    const { authorization, address } = subscriber;
    let validUntil = performance.now() + RECHECK_MS;
    running++;
    try {
      for await (const { result, cursor } of events) {
        if (authorization !== undefined && performance.now() > validUntil) {
          await authenticator.authenticate(authorization, address);
          validUntil = performance.now() + RECHECK_MS;
        }
        yield { result: withErrors(result, toSend(subscriber)), cursor };
      }
    } catch (error) {
      if (!signal.aborted) yield { result: { errors: [toSend(subscriber)(error)] }, cursor: null };
    } finally {
      running--;
    }
  }

  return async ({ query, operationName, variables, resumeAfter }, subscriber, signal) => {
    const refused = (...errors: readonly unknown[]) => ({ errors: errors.map(toSend(subscriber)) });
    try {
      if (running >= MAX_SUBSCRIPTIONS) return refused(tooManySubscriptions());
      const { baseUrl } = subscriber;
      const document = parseOnce(query);
      const told = await api.subscribe({ document, operationName, variables, resumeAfter, baseUrl, signal });
      return 'errors' in told ? refused(...told.errors) : tell(told, subscriber, signal);
    } catch (error) {
      return refused(error);
    }
  };
}

function withErrors(result: ExecutionResult, toSend: (error: unknown) => GraphQLError): ExecutionResult {
  return result.errors ? { ...result, errors: result.errors.map(toSend) } : result;
}

function tooManySubscriptions(): ClientError {
  return new ClientError(
    'OVERLOADED',
    'This server has as many subscribers as it takes. Try again later, or ask `changes(after:)` at times.',
  );
}
