import { printSchema } from 'graphql';
import { type Logger } from 'pino';
import { type Authenticator } from '../access/authenticator.ts';
import { type Api } from '../api/api.ts';
import { type Answer, type AnswerAnyone, type ReadRequest } from './graphql/answer.ts';
import { authenticate } from './graphql/authenticate.ts';
import { compress } from './graphql/encoding.ts';
import { createReport, sendErrors } from './graphql/errors.ts';
import { readBody } from './graphql/read-body.ts';
import { revalidate } from './graphql/revalidate.ts';

export const SCHEMA_PATH = /^\/schema\.graphql(\?|$)/i;

/** `/schema.graphql` as a function: the schema with its descriptions, for tools that generate code. Who may read may have it. */
export function createSchemaEndpoint(
  { schema }: Pick<Api, 'schema'>,
  authenticator: Authenticator,
  log: Logger,
): AnswerAnyone {
  let printed: string | undefined; // by the first who asks, and not at the start
  const print = () => (printed ??= `${printSchema(schema)}\n`);
  const answer: Answer<ReadRequest> = () =>
    Promise.resolve({ status: 200, headers: { 'content-type': 'application/graphql; charset=utf-8' }, body: print() });
  const stateOf = () => Promise.resolve(print());
  const read = revalidate({ what: 'the schema', vary: 'authorization, accept-encoding', stateOf }, compress(answer));
  return sendErrors(createReport(log), authenticate(authenticator, log, readBody(read)), 400);
}
