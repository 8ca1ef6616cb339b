import { randomUUID } from 'node:crypto';
import { type IncomingMessage } from 'node:http';
import { type Duplex } from 'node:stream';
import { type ExecutionArgs, type ExecutionResult, GraphQLError, parse } from 'graphql';
import { CloseCode, handleProtocols, makeServer } from 'graphql-ws';
import { type Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Authenticator } from '../../access/authenticator.ts';
import { ANONYMOUS, type Caller } from '../../access/caller.ts';
import { type SubscriptionEvent } from '../../api/subscriptions/subscriptions.ts';
import { ClientError } from '../../domain/errors.ts';
import { httpStatusOf } from '../graphql/errors.ts';
import { type Subscribe } from './subscribe.ts';

/** Bytes of one message of a client. */
const MAX_MESSAGE_BYTES = 256 * 1024;
/** Subscriptions over one connection. */
const MAX_SUBSCRIPTIONS = 100;
/** Each client is asked this often whether it is still there, and dropped if it has taken nothing since the last time. */
const PING_MS = 30_000;
const NOT_TAKEN = `Nothing was taken for ${PING_MS / 1_000} s. Connect again, after the last cursor that you have.`;

/** Codes after which clients connect again (RFC 6455 and its registry); after others graphql-ws gives up for good. */
const SERVICE_RESTART = 1012;
const TRY_AGAIN_LATER = 1013;
/** The protocol has room for no more. */
const MAX_REASON_BYTES = 123;

/** What is known of a connection. */
interface Connection {
  id: string;
  socket: WebSocket;
  request: IncomingMessage;
  caller: Caller;
  authorization: string | undefined;
}

/** WebSockets at `/graphql`. */
export interface WebSockets {
  /** Takes over a connection that may have a WebSocket. */
  accept: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Closes all connections; their clients connect again, to this server when it is back, or to another. */
  close: () => void;
}

interface WebSocketOptions {
  authenticator: Authenticator;
  log: Logger;
  /** The client's IP address, for rate limiting. */
  addressOf: (request: IncomingMessage) => string;
  baseUrl: (request: IncomingMessage) => string;
}

/** graphql-ws wants to know what kind of operation it is; the real document is read where it is cached and validated. */
const A_SUBSCRIPTION = parse('subscription { changes { cursor } }');

/** Subscriptions by the protocol graphql-transport-ws. Queries and mutations are sent by POST, where the caches and limits are. */
export function createWebSockets(
  subscribe: Subscribe,
  { authenticator, log, addressOf, baseUrl }: WebSocketOptions,
): WebSockets {
  const server = new WebSocketServer({
    noServer: true,
    handleProtocols,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false, // hundreds of kilobytes for each connection
  });

  const protocol = makeServer<Record<string, unknown>, Connection>({
    connectionInitWaitTimeout: 10_000,
    /** Browsers can send no header, so the credential may be in the first message. */
    onConnect: async ({ connectionParams = {}, extra }) => {
      const given =
        connectionParams.authorization ?? connectionParams.Authorization ?? extra.request.headers.authorization;
      extra.authorization = given === undefined || typeof given === 'string' ? given : JSON.stringify(given);
      try {
        const address = () => addressOf(extra.request);
        extra.caller = await authenticator.authenticate(extra.authorization, address);
        return true;
      } catch (error) {
        const isForNow = error instanceof ClientError && httpStatusOf(error) !== 401;
        if (isForNow) closeWith(extra.socket, TRY_AGAIN_LATER, error.message);
        else if (error instanceof ClientError) closeWith(extra.socket, CloseCode.Forbidden, error.message);
        else throw error;
        return false;
      }
    },
    onSubscribe: async ({ extra, subscriptions }, _, payload) => {
      if (Object.keys(subscriptions).length > MAX_SUBSCRIPTIONS) {
        return [new GraphQLError(`A connection has at most ${MAX_SUBSCRIPTIONS} subscriptions. Open another one.`)];
      }
      const { id, request, authorization } = extra;
      const leaving = new AbortController();
      const subscriber = {
        id,
        authorization,
        address: () => addressOf(request),
        baseUrl: baseUrl(request),
      };
      const told = await subscribe(payload, subscriber, leaving.signal);
      return 'errors' in told
        ? told.errors
        : ({ document: A_SUBSCRIPTION, contextValue: resultsOf(told, leaving) } as unknown as ExecutionArgs);
    },
    subscribe: ({ contextValue }) => contextValue as AsyncGenerator<ExecutionResult>,
  });

  /** Connections whose clients have taken or sent anything since they were last asked whether they are there. */
  const active = new WeakSet<WebSocket>();
  const asking = setInterval(() => {
    for (const socket of server.clients) {
      if (active.delete(socket)) socket.ping();
      else closeWith(socket, TRY_AGAIN_LATER, NOT_TAKEN);
    }
  }, PING_MS).unref();

  server.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    active.add(socket);
    socket.on('pong', () => active.add(socket));
    const connection: Connection = { id: randomUUID(), socket, request, caller: ANONYMOUS, authorization: undefined };
    const fail = (err: unknown) => {
      if (socket.readyState !== socket.OPEN) return; // it could not be sent, as nobody is there
      log.error({ request: connection.id, err }, 'unexpected error (masked)');
      closeWith(socket, TRY_AGAIN_LATER, 'Something went wrong on our side.');
    };
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => sendTo(socket, text, () => active.add(socket)),
        close: (code, reason) => closeWith(socket, code, reason),
        onMessage: (read) => socket.on('message', (data: Buffer) => void read(data.toString()).catch(fail)),
      },
      connection,
    );
    socket.on('error', (err) => log.debug({ request: connection.id, err }, 'connection failed'));
    socket.once('close', (code, reason) => {
      log.info({ request: connection.id, path: '/graphql', code, caller: connection.caller.name }, 'connection closed');
      closed(code, String(reason)).catch(fail);
    });
  });

  return {
    accept: (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (webSocket) => server.emit('connection', webSocket, request)),
    close: () => {
      clearInterval(asking);
      for (const socket of server.clients) closeWith(socket, SERVICE_RESTART, 'The server stops.');
    },
  };
}

/** Sends no more than the client takes: what it has not taken is not read from the graph either. */
function sendTo(socket: WebSocket, text: string, taken: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.send(text, (error) => {
      if (error) return reject(error);
      taken();
      resolve();
    });
  });
}

function closeWith(socket: WebSocket, code?: number, reason = ''): void {
  socket.close(code, Buffer.from(reason).subarray(0, MAX_REASON_BYTES));
}

/** The results alone; ended by graphql-ws when the client wants no more, even while the next one is waited for. */
function resultsOf(
  events: AsyncGenerator<SubscriptionEvent>,
  leaving: AbortController,
): AsyncGenerator<ExecutionResult> {
  const results = (async function* () {
    for await (const { result } of events) yield result;
  })();
  const end = results.return.bind(results);
  results.return = (value) => {
    leaving.abort();
    return end(value);
  };
  return results;
}
