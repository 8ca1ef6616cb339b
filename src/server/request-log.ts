import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { type Log } from './log.ts';

/** Health checks and files of the pages: logged at level debug only. */
const QUIET_PATHS = /^\/(livez|readyz|playground\/|explore\/assets\/)/;

/** The line of one request in the log. */
export interface RequestLine {
  /** The correlation id: sent as `x-request-id`, and on every log line of this request. */
  id: string;
  /** Writes the line; to be called once, when the response is closed. */
  end: (response: ServerResponse, about?: RequestFields) => void;
  /** Writes why a response was broken off. */
  fail: (err: unknown) => void;
}

/** What is known of a request to `/graphql`. */
interface RequestFields {
  operation?: string | undefined;
  caller?: string;
  cache?: 'hit';
}

/**
 * Begins the line of a request: its method and path, then the operation's name, the status, the time. The values of variables are never
 * logged; nor is the query string, which may have them.
 */
export function beginRequestLine(log: Log, { method, url = '' }: IncomingMessage): RequestLine {
  const id = randomUUID().slice(0, 18).replaceAll('-', '');
  const startedAt = performance.now();
  const [path = ''] = url.split('?', 1);
  return {
    id,
    fail: (err) => log.warn({ request: id, method, path, err }, 'response broken off'),
    end: (response, { operation, caller, cache } = {}) => {
      const isComplete = response.writableFinished;
      const ms = Math.round((performance.now() - startedAt) * 10) / 10;
      const status = isComplete ? response.statusCode : undefined;
      const fields = { request: id, method, path, operation, caller, cache, status, ms };
      const message = isComplete ? 'request completed' : 'client disconnected';
      if (QUIET_PATHS.test(path)) log.debug(fields, message);
      else log.info(fields, message);
    },
  };
}
