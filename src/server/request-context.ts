import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { type RequestHandler } from 'express';
import { type Caller } from '../access/caller.ts';
import { type Log } from './log.ts';

/** What the code that handles a request knows about it; carried by AsyncLocalStorage. */
export interface RequestContext {
  /** Correlation id: sent as `x-request-id`, and on every log line of this request. */
  id: string;
  /** A child logger that adds the id. */
  readonly log: Log;
  /** The name of the GraphQL operation; set once the document is parsed. */
  operation?: string | undefined;
  /** Set by authenticate.ts. */
  caller?: Caller | undefined;
  /** `hit` for a response from the response cache. */
  cache?: 'hit' | undefined;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Health checks and files of the playground: logged at level debug only. */
const QUIET_PATHS = /^\/(livez|readyz|playground\/)/;

/** The context of the current request; undefined outside of requests. */
export function getRequestContext(): RequestContext | undefined {
  return storage.getStore();
}

/**
 * Gives each request an id, and logs one line when it ends: the operation's name, the status, the time. The values of variables are
 * never logged; nor is the query string, which may have them.
 */
export function requestLogger(log: Log): RequestHandler {
  return (request, response, next) => {
    const id = randomUUID().slice(0, 18).replaceAll('-', '');
    const startedAt = performance.now();
    const { method, path } = request;
    let childLog: Log | undefined; // created on first use: most requests log only their one line
    const context: RequestContext = {
      id,
      get log() {
        return (childLog ??= log.child({ request: id }));
      },
    };
    response.setHeader('x-request-id', id);
    response.once('close', () => {
      const fields = {
        request: id,
        method,
        path,
        operation: context.operation,
        caller: context.caller?.kind === 'anonymous' ? undefined : context.caller?.name,
        cache: context.cache,
        status: response.writableFinished ? response.statusCode : undefined,
        ms: Math.round((performance.now() - startedAt) * 10) / 10,
      };
      const message = response.writableFinished ? 'request completed' : 'client disconnected';
      if (QUIET_PATHS.test(path)) log.debug(fields, message);
      else log.info(fields, message);
    });
    storage.run(context, next);
  };
}

/** Logs an internal error under the id of its request, and returns the id, which is all that the client is sent. */
export function logError(cause: unknown, log: Log): string {
  const context = getRequestContext();
  const id = context?.id ?? 'none';
  (context?.log ?? log).error({ err: cause, operation: context?.operation }, 'unexpected error (masked)');
  return id;
}
