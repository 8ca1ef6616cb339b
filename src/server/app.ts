import { type IncomingMessage, type RequestListener } from 'node:http';
import { type Duplex } from 'node:stream';
import { type Authenticator } from '../access/authenticator.ts';
import { type Api } from '../api/api.ts';
import { type AnswerAnyone } from './graphql/answer.ts';
import { EXPORT_PATH, createExportEndpoint } from './exports.ts';
import { allowOrigins } from './graphql/cors.ts';
import { FEED_PATH, createFeedEndpoint } from './feeds.ts';
import { createGraphQLEndpoint } from './graphql/endpoint.ts';
import { type NamedDocuments } from './graphql/named-documents.ts';
import { answerListener } from './answer-listener.ts';
import { clientAddress, serverAddress } from './client-address.ts';
import { type HealthCheck } from './health.ts';
import { isOwnHost, onlyOwnHosts } from './hosts.ts';
import { type Log } from './log.ts';
import { MCP_PATH, createMcpEndpoint } from './mcp.ts';
import { createPageDescriptions } from './page-descriptions.ts';
import { createPages } from './pages.ts';
import { SCHEMA_PATH, createSchemaEndpoint } from './schema-file.ts';
import { EVENT_STREAM_PATH, createEventStreamEndpoint } from './streams/event-stream.ts';
import { createSubscribe } from './streams/subscribe.ts';
import { upgradeToWebSocket } from './streams/upgrade.ts';
import { createWebSockets } from './streams/web-socket.ts';

/** What the HTTP layer is built from. */
export interface AppDependencies {
  api: Api;
  authenticator: Authenticator;
  /** Names beside those of loopback that the server answers to; null for any. */
  hosts: readonly string[] | null;
  /** Origins of other sites whose pages may use the API; `*` for all. */
  origins: readonly string[];
  /** Number of trusted reverse proxies in front of the server (`X-Forwarded-For`). */
  proxies: number;
  /** The address of this server for links that lead back; null to take the one that each request was sent to. */
  publicUrl: string | null;
  log: Log;
  /** Documents that requests can ask for by name. */
  documents: NamedDocuments;
  /** The checks of `/readyz`, by name. */
  readinessChecks: Record<string, HealthCheck>;
  /** The folder with the built playground. */
  playground: string;
  /** The folder with the built explorer; null to serve none. */
  explorer: string | null;
}

/** `/graphql`, as Express would match it. */
const GRAPHQL_PATH = /^\/graphql\/?(\?|$)/i;

/** What serves all requests. */
export interface App {
  listener: RequestListener;
  /** Takes over connections that ask for another protocol. */
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Ends what would never end by itself: streams of changes. To be called before the server stops listening. */
  endStreams: () => void;
  /** Stops its Apollo Server. */
  stop: () => Promise<void>;
}

export async function createApp({
  api,
  authenticator,
  hosts,
  origins,
  proxies,
  publicUrl,
  log,
  documents,
  ...pages
}: AppDependencies): Promise<App> {
  const baseUrl = (request: IncomingMessage) => publicUrl ?? serverAddress(request, proxies);
  const addressOf = (request: IncomingMessage) => clientAddress(request, proxies);
  const serve = (answer: AnswerAnyone) =>
    answerListener({ answer: allowOrigins(origins, answer), log, proxies, baseUrl });
  const { answer, stop } = await createGraphQLEndpoint(api, authenticator, log, documents);
  const graphql = serve(answer);
  const exports = serve(createExportEndpoint(api, authenticator, log));
  const feeds = serve(createFeedEndpoint(api, authenticator, log));
  const mcp = serve(createMcpEndpoint(api, authenticator, log));
  const schemaFile = serve(createSchemaEndpoint(api, authenticator, log));
  const others = createPages({ log, ...pages, baseUrl, describePage: createPageDescriptions(api, authenticator) });

  const closing = new AbortController();
  const subscribe = createSubscribe(api, { authenticator, log });
  const eventStream = serve(createEventStreamEndpoint(subscribe, { authenticator, log, closing: closing.signal }));
  const webSockets = createWebSockets(subscribe, { authenticator, log, addressOf, baseUrl });

  const routes: [RegExp, RequestListener][] = [
    [GRAPHQL_PATH, graphql],
    [EVENT_STREAM_PATH, eventStream],
    [EXPORT_PATH, exports],
    [FEED_PATH, feeds],
    [MCP_PATH, mcp],
    [SCHEMA_PATH, schemaFile],
  ];
  const listener = onlyOwnHosts(hosts, log, (request, response) => {
    const { url = '' } = request;
    const [, answerer] = routes.find(([path]) => path.test(url)) ?? [null, others];
    answerer(request, response);
  });
  return {
    listener,
    upgrade: upgradeToWebSocket({
      path: GRAPHQL_PATH,
      isOwnHost: (host) => hosts === null || isOwnHost(host, hosts),
      origins,
      baseUrl,
      accept: webSockets.accept,
    }),
    endStreams: () => {
      closing.abort();
      webSockets.close();
    },
    stop,
  };
}
