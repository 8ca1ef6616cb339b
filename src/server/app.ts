import { type IncomingMessage, type RequestListener } from 'node:http';
import { type Authenticator } from '../access/authenticator.ts';
import { type Api } from '../api/api.ts';
import { EXPORT_PATH, createExportEndpoint } from './exports.ts';
import { createGraphQLEndpoint } from './graphql/endpoint.ts';
import { answerListener } from './answer-listener.ts';
import { serverAddress } from './client-address.ts';
import { type HealthCheck } from './health.ts';
import { onlyOwnHosts } from './hosts.ts';
import { type Log } from './log.ts';
import { createPageDescriptions } from './page-descriptions.ts';
import { createPages } from './pages.ts';

/** What the HTTP layer is built from. */
export interface AppDependencies {
  api: Api;
  authenticator: Authenticator;
  /** Names beside those of loopback that the server answers to; null for any. */
  hosts: readonly string[] | null;
  /** Number of trusted reverse proxies in front of the server (`X-Forwarded-For`). */
  proxies: number;
  /** The address of this server for links that lead back; null to take the one that each request was sent to. */
  publicUrl: string | null;
  log: Log;
  /** The checks of `/readyz`, by name. */
  readinessChecks: Record<string, HealthCheck>;
  /** The folder with the built playground. */
  playground: string;
  /** The folder with the built explorer; null to serve none. */
  explorer: string | null;
}

/** `/graphql`, as Express would match it. */
const GRAPHQL_PATH = /^\/graphql\/?(\?|$)/i;

/** The handler of all requests, and a function that stops its Apollo Server. */
export async function createApp({
  api,
  authenticator,
  hosts,
  proxies,
  publicUrl,
  log,
  ...pages
}: AppDependencies): Promise<{ listener: RequestListener; stop: () => Promise<void> }> {
  const baseUrl = (request: IncomingMessage) => publicUrl ?? serverAddress(request, proxies);
  const { answer, stop } = await createGraphQLEndpoint(api, authenticator, log);
  const graphql = answerListener({ answer, log, proxies, baseUrl });
  const exports = answerListener({ answer: createExportEndpoint(api, authenticator, log), log, proxies, baseUrl });
  const others = createPages({ log, ...pages, baseUrl, describePage: createPageDescriptions(api, authenticator) });
  const listener = onlyOwnHosts(hosts, log, (request, response) => {
    const { url = '' } = request;
    const answerer = GRAPHQL_PATH.test(url) ? graphql : EXPORT_PATH.test(url) ? exports : others;
    answerer(request, response);
  });
  return { listener, stop };
}
