import express, { type Express } from 'express';
import { type Access } from '../access/access.ts';
import { type Api } from '../api/api.ts';
import { admit } from './admit.ts';
import { keptAnswers, rememberBody } from './answers.ts';
import { compress, compressAndKeep } from './compress.ts';
import { admitOwnGets } from './cross-site.ts';
import { lastResort, notFound } from './fallbacks.ts';
import { graphQLEndpoint } from './graphql.ts';
import { strictHeaders } from './headers.ts';
import { health, type Check } from './health.ts';
import { answerKnown } from './known.ts';
import { type Log } from './log.ts';
import { leadToPage, playground } from './playground.ts';
import { requestLog } from './requests.ts';

/** Bytes of a request's body: room for an article written out as variables, not for a data set. */
const MAX_BODY = '1mb';

/** What the HTTP layer needs from the rest. */
export interface Parts {
  api: Api;
  /** Who may ask. */
  access: Access;
  /** How many proxies stand before this server, which say whom they ask for. */
  proxies: number;
  log: Log;
  /** The parts that `/readyz` asks. */
  ready: Record<string, Check>;
  /** The folder of the built playground. */
  playground: string;
}

/** The whole of Chancery's HTTP, as a request handler, and how to end it. */
export async function createApp(parts: Parts): Promise<{ app: Express; stop: () => Promise<void> }> {
  const { api, access, log } = parts;
  const endpoint = await graphQLEndpoint(api, log);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', parts.proxies);
  app.use(requestLog(log), strictHeaders);
  app.get('/graphql', leadToPage);
  app.use(
    '/graphql',
    admit(access, log),
    admitOwnGets,
    express.json({ limit: MAX_BODY, verify: rememberBody }),
    keptAnswers(api),
    answerKnown(api),
    compressAndKeep,
    endpoint.handler,
  );
  app.use(compress, health(parts.ready, log), playground(parts.playground));
  app.use(notFound);
  app.use(lastResort);
  return { app, stop: () => endpoint.stop() };
}
