import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { type RequestHandler } from 'express';
import { type Caller } from '../access/caller.ts';
import { type Log } from './log.ts';

/** The request being answered, for whatever runs on its behalf. */
export interface CurrentRequest {
  /** Sent as `x-request-id`, and on every line of the log about this request. */
  id: string;
  /** Its lines bear the id. */
  readonly log: Log;
  /** The name of the GraphQL operation, once it is known. */
  operation?: string | undefined;
  /** Who asks, once it is known. */
  caller?: Caller | undefined;
  /** True for an answer from memory. */
  kept?: boolean | undefined;
}

const current = new AsyncLocalStorage<CurrentRequest>();

/** Paths that something polls, or that belong to the playground page: their lines are for debugging only. */
const QUIET = /^\/(livez|readyz|playground\/)/;

/** The request on whose behalf this code runs; undefined outside of requests. */
export function currentRequest(): CurrentRequest | undefined {
  return current.getStore();
}

/**
 * Gives each request an id, and the log one line about it: what was asked, by operation name, how it ended, how long it
 * took. The values of variables never reach the log, so the query string does not either.
 */
export function requestLog(log: Log): RequestHandler {
  return (request, response, next) => {
    const id = randomUUID().slice(0, 18).replaceAll('-', '');
    const started = performance.now();
    const { method, path } = request;
    let own: Log | undefined; // most requests have one line, which needs no log of its own
    const about: CurrentRequest = {
      id,
      get log() {
        return (own ??= log.child({ request: id }));
      },
    };
    response.setHeader('x-request-id', id);
    response.once('close', () => {
      const line = {
        request: id,
        method,
        path,
        operation: about.operation,
        caller: about.caller?.kind === 'anonymous' ? undefined : about.caller?.name,
        kept: about.kept,
        status: response.writableFinished ? response.statusCode : undefined,
        ms: Math.round((performance.now() - started) * 10) / 10,
      };
      const text = response.writableFinished ? 'answered' : 'the client left';
      if (QUIET.test(path)) log.debug(line, text);
      else log.info(line, text);
    });
    current.run(about, next);
  };
}

/** An error of ours goes to the log under the id of its request, which is what the caller is told. */
export function logUnderId(cause: unknown, log: Log): string {
  const request = currentRequest();
  const id = request?.id ?? 'none';
  (request?.log ?? log).error({ err: cause, operation: request?.operation }, 'an error of ours, masked');
  return id;
}
