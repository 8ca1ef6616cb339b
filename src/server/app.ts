import { type RequestListener } from 'node:http';
import { type Authenticator } from '../access/authenticator.ts';
import { type Api } from '../api/api.ts';
import { EXPORT_PATH, createExportEndpoint } from './exports.ts';
import { createGraphQLEndpoint } from './graphql/endpoint.ts';
import { answerListener } from './answer-listener.ts';
import { type HealthCheck } from './health.ts';
import { onlyOwnHosts } from './hosts.ts';
import { type Log } from './log.ts';
import { createPages } from './pages.ts';

/** What the HTTP layer is built from. */
export interface AppDependencies {
  api: Api;
  authenticator: Authenticator;
  /** Names beside those of loopback that the server answers to; null for any. */
  hosts: readonly string[] | null;
  /** Number of trusted reverse proxies in front of the server (`X-Forwarded-For`). */
  proxies: number;
  log: Log;
  /** The checks of `/readyz`, by name. */
  readinessChecks: Record<string, HealthCheck>;
  /** The folder with the built playground. */
  playground: string;
}

/** `/graphql`, as Express would match it. */
const GRAPHQL_PATH = /^\/graphql\/?(\?|$)/i;

/** The handler of all requests, and a function that stops its Apollo Server. */
export async function createApp({
  api,
  authenticator,
  hosts,
  proxies,
  log,
  ...pages
}: AppDependencies): Promise<{ listener: RequestListener; stop: () => Promise<void> }> {
  const { answer, stop } = await createGraphQLEndpoint(api, authenticator, log);
  const graphql = answerListener({ answer, log, proxies });
  const exports = answerListener({ answer: createExportEndpoint(api, authenticator, log), log, proxies });
  const others = createPages({ log, ...pages });
  const listener = onlyOwnHosts(hosts, log, (request, response) => {
    const { url = '' } = request;
    const answerer = GRAPHQL_PATH.test(url) ? graphql : EXPORT_PATH.test(url) ? exports : others;
    answerer(request, response);
  });
  return { listener, stop };
}
