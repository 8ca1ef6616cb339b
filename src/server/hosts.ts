import { type RequestListener } from 'node:http';
import { ClientError } from '../domain/errors.ts';
import { errorCodes } from '../domain/error-codes.ts';
import { type Log } from './log.ts';
import { beginRequestLine } from './request-log.ts';
import { send } from './send.ts';

/**
 * Refuses requests for other hosts than this machine, of which a server on loopback gets none but from browsers that were misled: a page
 * of another site can have its name resolve to 127.0.0.1 (DNS rebinding), and would then count as the same site.
 *
 * @param names Other names of this machine, such as that of a reverse proxy which passes on the header `Host`; null to answer to any.
 */
export function onlyOwnHosts(names: readonly string[] | null, log: Log, next: RequestListener): RequestListener {
  if (names === null) return next;
  return (request, response) => {
    const { host } = request.headers;
    if (host === undefined || isOwnHost(host, names)) return next(request, response);
    const { id, end } = beginRequestLine(log, request);
    response.once('close', () => end(response));
    const { code, message } = wrongHost(host);
    send(response, id, {
      status: errorCodes[code].status!,
      headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
      body: `${JSON.stringify({ errors: [{ message, extensions: { code } }] })}\n`,
    });
  };
}

const LOOPBACK_NAME = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether the header `Host` has a name of this machine, with any port. HTTP/1.0 clients, which are no browsers, may leave it out. */
export function isOwnHost(host: string, names: readonly string[]): boolean {
  const name = host.toLowerCase().replace(/:\d+$/, '');
  return LOOPBACK_NAME.test(name) || names.includes(name);
}

const MAX_ECHOED_LENGTH = 100;

function wrongHost(host: string): ClientError {
  return new ClientError(
    'WRONG_HOST',
    `This server listens on its own machine only, under the names of that machine; ${JSON.stringify(host.slice(0, MAX_ECHOED_LENGTH))} is none of them. ` +
      'Open it as localhost, or have the operator add the name to the setting CHANCERY_HOSTS.',
  );
}
