import { printSchema } from 'graphql';
import { type Logger } from 'pino';
import { type Authenticator } from '../access/authenticator.ts';
import { type Api } from '../api/api.ts';
import { type Answer, type AnswerAnyone, type ReadRequest } from './graphql/answer.ts';
import { authenticate } from './graphql/authenticate.ts';
import { compress } from './graphql/encoding.ts';
import { HttpError, createReport, sendErrors } from './graphql/errors.ts';
import { clientHas, etagOf } from './graphql/etag.ts';
import { readBody } from './graphql/read-body.ts';

export const SCHEMA_PATH = /^\/schema\.graphql(\?|$)/i;

/** `/schema.graphql` as a function: the schema with its descriptions, for tools that generate code. Who may read may have it. */
export function createSchemaEndpoint(
  { schema }: Pick<Api, 'schema'>,
  authenticator: Authenticator,
  log: Logger,
): AnswerAnyone {
  const body = `${printSchema(schema)}\n`;
  const etag = etagOf(body);
  const answer: Answer<ReadRequest> = ({ method, headers }) => {
    if (method !== 'GET' && method !== 'HEAD') {
      throw new HttpError(405, `The method ${method} is not allowed here. Read the schema by GET.`, {
        allow: 'GET, HEAD',
      });
    }
    const cacheHeaders = { etag, 'cache-control': 'no-cache', vary: 'authorization, accept-encoding' };
    return Promise.resolve(
      clientHas(headers['if-none-match'], etag)
        ? { status: 304, headers: cacheHeaders, body: '' }
        : { status: 200, headers: { ...cacheHeaders, 'content-type': 'application/graphql; charset=utf-8' }, body },
    );
  };
  return sendErrors(createReport(log), authenticate(authenticator, log, readBody(compress(answer))), 400);
}
