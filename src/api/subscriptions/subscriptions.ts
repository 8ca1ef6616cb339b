import { setTimeout as sleep } from 'node:timers/promises';
import { type ExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import { type SubscriptionQuery, SUBSCRIPTION_PAGE, acceptSubscription } from '../../query/plan/subscription.ts';
import { type EngineRequest } from '../../query/engine.ts';
import { type VersionWatch } from './version-watch.ts';

/** One change, as it was asked for, with its place in the log. */
export interface SubscriptionEvent {
  result: ExecutionResult;
  /** To be sent as `after` by who wants what came later. */
  cursor: string | null;
}

/** An operation as it is sent. */
type Operation = Pick<EngineRequest, 'document' | 'operationName' | 'variables' | 'baseUrl'>;

/** A subscription of a validated document. The signal ends it. */
export interface SubscriptionRequest extends Operation {
  signal: AbortSignal;
  /** The place to go on after, whatever the argument `after` says. */
  resumeAfter?: string | undefined;
}

/** What a subscription tells, or the errors for which it is refused. */
export type Subscribed = AsyncIterable<SubscriptionEvent> | { errors: readonly GraphQLError[] };

/** The changes between two places in the log. */
interface Page {
  events: SubscriptionEvent[];
  /** The place up to which it was read, and that of the last change of all; null where the log is empty. */
  end: string | null;
  head: string | null;
  /** What comes next: more of it at once, what is recorded later, or nothing, as it could not be read. */
  then: 'more' | 'later' | 'nothing';
}

/** How long to wait with reading again where the database is away or has too much to do. */
const RETRY_MS = 1_000;

/**
 * Tells the changes that subscriptions ask for: each once, in the order of the log, as many as are taken, until the signal aborts.
 *
 * A subscription is the query `changes(after:)`, asked again when the graph has changed. So nothing is kept for who is away or reads
 * slowly, all servers of a graph tell the same, and a place in the log is all that is known of a subscriber. Those who ask for the
 * same from the same place share one execution. A database that is away is waited for.
 *
 * @param execute Executes a query; it rejects where the database fails.
 */
export function createSubscriptions(
  schema: GraphQLSchema,
  { watch, execute }: { watch: VersionWatch; execute: (query: Operation) => Promise<ExecutionResult> },
): (request: SubscriptionRequest) => Promise<Subscribed> {
  /** What has been read of the version that was seen last, by variables and place. */
  let shared = { version: watch.latest(), pages: new WeakMap<SubscriptionQuery, Map<string, Promise<Page>>>() };

  async function readPage(
    query: SubscriptionQuery,
    { variables, baseUrl }: SubscriptionRequest,
    after: string | null,
  ): Promise<Page> {
    const asked = { ...variables, [query.afterVariable]: after };
    return toPage(query, await execute({ document: query.document, variables: asked, baseUrl }));
  }

  function readSharedPage(...[query, request, after]: Parameters<typeof readPage>): Promise<Page> {
    const version = watch.latest();
    if (version !== shared.version) shared = { version, pages: new WeakMap() };
    const pages = shared.pages.get(query) ?? new Map<string, Promise<Page>>();
    shared.pages.set(query, pages);
    const key = JSON.stringify([request.baseUrl, request.variables, after]);
    let page = pages.get(key);
    if (!page) {
      pages.set(key, (page = readPage(query, request, after)));
      page.catch(() => pages.delete(key));
    }
    return page;
  }

  /** Rejects only with the reason of the signal. */
  async function readPatiently(...[query, request, after]: Parameters<typeof readPage>): Promise<Page> {
    for (;;) {
      request.signal.throwIfAborted();
      try {
        return await readSharedPage(query, request, after);
      } catch {
        await sleep(RETRY_MS, undefined, { signal: request.signal });
      }
    }
  }

  async function* tell(
    query: SubscriptionQuery,
    request: SubscriptionRequest,
    [firstKnown, firstPage]: readonly [known: string | null, page: Page],
  ): AsyncGenerator<SubscriptionEvent> {
    const { signal } = request;
    let [known, page] = [firstKnown, firstPage];
    try {
      for (;;) {
        for (const event of page.events) {
          yield event;
          signal.throwIfAborted();
        }
        if (page.then === 'nothing') return;
        if (page.then === 'later') await watch.changed(known, signal);
        known = watch.latest(); // before reading: what is recorded meanwhile may be missed by this page, not by the next
        page = await readPatiently(query, request, page.end);
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  return async (request) => {
    const accepted = acceptSubscription(schema, request);
    if ('errors' in accepted) return accepted;
    const { query } = accepted;
    const after = request.resumeAfter ?? accepted.after;
    const known = watch.latest();
    // Read at once, so that what is wrong with it is said now, and that "from now on" has a beginning.
    const page = await readPage(query, request, after);
    if (page.then === 'nothing') return { errors: page.events[0]!.result.errors! };
    return tell(query, request, [
      known,
      after === null ? { ...page, events: [], end: page.head, then: 'later' } : page,
    ]);
  };
}

function toPage({ key, cursorKey, headKey }: SubscriptionQuery, { data, errors = [] }: ExecutionResult): Page {
  if (!data) return { events: [{ result: { data, errors }, cursor: null }], end: null, head: null, then: 'nothing' };
  const events = (data[key] as Record<string, unknown>[]).map((item, index): SubscriptionEvent => {
    const { [cursorKey]: cursor, ...change } = item;
    const own = errors.filter(({ path }) => path?.[1] === index).map(withoutIndex);
    return { result: { data: { [key]: change }, ...(own.length > 0 && { errors: own }) }, cursor: cursor as string };
  });
  const head = (data[headKey] as { cursor: string }[])[0]?.cursor ?? null;
  return events.length === SUBSCRIPTION_PAGE
    ? { events, end: events.at(-1)!.cursor, head, then: 'more' }
    : { events, end: head, head, then: 'later' };
}

/** The error of one item of the list, at its place in what is told of that item. */
function withoutIndex({ message, nodes, path, originalError, extensions }: GraphQLError): GraphQLError {
  const [key, , ...rest] = path!;
  return new GraphQLError(message, { nodes, path: [key!, ...rest], originalError, extensions });
}
