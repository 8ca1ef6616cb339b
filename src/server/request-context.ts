import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { type RequestHandler } from 'express';
import { type Caller } from '../access/caller.ts';
import { type Log } from './log.ts';

/** The request being answered, for whatever runs on its behalf. */
export interface RequestContext {
  /** Sent as `x-request-id`, and on every line of the log about this request. */
  id: string;
  /** Its lines bear the id. */
  readonly log: Log;
  /** The name of the GraphQL operation, once it is known. */
  operation?: string | undefined;
  /** Who asks, once it is known. */
  caller?: Caller | undefined;
  /** True for an answer from memory. */
  cache?: boolean | undefined;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Paths that something polls, or that belong to the playground page: their lines are for debugging only. */
const QUIET_PATHS = /^\/(livez|readyz|playground\/)/;

/** The request on whose behalf this code runs; undefined outside of requests. */
export function getRequestContext(): RequestContext | undefined {
  return storage.getStore();
}

/**
 * Gives each request an id, and the log one line about it: what was asked, by operation name, how it ended, how long it
 * took. The values of variables never reach the log, so the query string does not either.
 */
export function requestLogger(log: Log): RequestHandler {
  return (request, response, next) => {
    const id = randomUUID().slice(0, 18).replaceAll('-', '');
    const startedAt = performance.now();
    const { method, path } = request;
    let childLog: Log | undefined; // most requests have one line, which needs no log of its own
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
        kept: context.cache,
        status: response.writableFinished ? response.statusCode : undefined,
        ms: Math.round((performance.now() - startedAt) * 10) / 10,
      };
      const message = response.writableFinished ? 'answered' : 'the client left';
      if (QUIET_PATHS.test(path)) log.debug(fields, message);
      else log.info(fields, message);
    });
    storage.run(context, next);
  };
}

/** An error of ours goes to the log under the id of its request, which is what the caller is told. */
export function logError(cause: unknown, log: Log): string {
  const context = getRequestContext();
  const id = context?.id ?? 'none';
  (context?.log ?? log).error({ err: cause, operation: context?.operation }, 'an error of ours, masked');
  return id;
}
