import { type Logger } from 'pino';
import { type Authenticator } from '../access/authenticator.ts';
import { type Api } from '../api/api.ts';
import { type FeedFormat } from '../api/exports/feed.ts';
import { type Answer, type AnswerAnyone, type ReadRequest } from './graphql/answer.ts';
import { authenticate } from './graphql/authenticate.ts';
import { compress } from './graphql/encoding.ts';
import { createReport, sendErrors } from './graphql/errors.ts';
import { readBody } from './graphql/read-body.ts';
import { revalidate } from './graphql/revalidate.ts';

/** `/feed.atom` and `/feed.json`. */
export const FEED_PATH = /^\/feed\.(atom|json)(\?|$)/i;

/** The feeds of changes as a function. As with files, they may be asked for from anywhere. */
export function createFeedEndpoint(
  api: Pick<Api, 'readFeed' | 'version'>,
  authenticator: Authenticator,
  log: Logger,
): AnswerAnyone {
  const answer: Answer<ReadRequest> = async ({ url, baseUrl }, caller, signal) => {
    const format = FEED_PATH.exec(url)![1]!.toLowerCase() as FeedFormat;
    const { mediaType, text } = await api.readFeed({ format, url, baseUrl, caller, signal });
    return { status: 200, headers: { 'content-type': `${mediaType}; charset=utf-8` }, body: text };
  };
  const stateOf = () => api.version(true).catch(() => null);
  const read = revalidate({ what: 'feeds', vary: 'authorization, accept-encoding', stateOf }, compress(answer));
  return sendErrors(createReport(log), authenticate(authenticator, log, readBody(read)), 400);
}
