import { type Logger } from 'pino';
import { type Authenticator } from '../access/authenticator.ts';
import { type Api } from '../api/api.ts';
import { type FeedFormat } from '../api/exports/feed.ts';
import { type Answer, type AnswerAnyone, type ReadRequest } from './graphql/answer.ts';
import { authenticate } from './graphql/authenticate.ts';
import { compress } from './graphql/encoding.ts';
import { HttpError, createReport, sendErrors } from './graphql/errors.ts';
import { clientHas, etagOf } from './graphql/etag.ts';
import { readBody } from './graphql/read-body.ts';

/** `/feed.atom` and `/feed.json`. */
export const FEED_PATH = /^\/feed\.(atom|json)(\?|$)/i;

const ALLOWED = 'GET, HEAD';

/** The feeds of changes as a function. As with files, they may be asked for from anywhere. */
export function createFeedEndpoint(
  api: Pick<Api, 'readFeed' | 'version'>,
  authenticator: Authenticator,
  log: Logger,
): AnswerAnyone {
  const answer: Answer<ReadRequest> = async ({ method, url, headers, baseUrl }, caller, signal) => {
    if (method !== 'GET' && method !== 'HEAD') {
      throw new HttpError(405, `The method ${method} is not allowed here. Read feeds by GET.`, { allow: ALLOWED });
    }
    const version = await api.version(true).catch(() => null);
    const cacheHeaders = {
      vary: 'authorization, accept-encoding',
      'cache-control': headers.authorization === undefined ? 'no-cache' : 'private, no-cache',
      ...(version !== null && { etag: etagOf(`${baseUrl}${url}`, version) }),
    };
    if (clientHas(headers['if-none-match'], cacheHeaders.etag)) {
      return { status: 304, headers: cacheHeaders, body: '' };
    }
    const format = FEED_PATH.exec(url)![1]!.toLowerCase() as FeedFormat;
    const { mediaType, text } = await api.readFeed({ format, url, baseUrl, caller, signal });
    return { status: 200, headers: { ...cacheHeaders, 'content-type': `${mediaType}; charset=utf-8` }, body: text };
  };
  return sendErrors(createReport(log), authenticate(authenticator, log, readBody(compress(answer))), 400);
}
