import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { isIPv6, type AddressInfo } from 'node:net';
import { type Duplex } from 'node:stream';
import { ClientError } from '../domain/errors.ts';

/** A server that is listening. */
export interface HttpListener {
  port: number;
  /** For people to open in a browser. */
  url: string;
  /** Accepts no new requests, waits up to `graceMs` for running ones, then closes their connections. */
  stop: (graceMs: number) => Promise<void>;
}

/** A request must have arrived by then, headers and body; a slower one gets 408 and its connection is closed. */
const ARRIVAL_TIMEOUT_MS = 10_000;

/**
 * Listens on `host` and `port` (0 for any free port). `localhost` means both loopback addresses, IPv4 and IPv6, because browsers and tools
 * differ in which one they try; without IPv6, only the first.
 *
 * @throws ClientError PORT_TAKEN, PORT_FORBIDDEN or NO_SUCH_ADDRESS.
 */
export async function listen(
  handler: RequestListener,
  {
    host,
    port,
    arrivalTimeoutMs = ARRIVAL_TIMEOUT_MS,
    upgrade,
  }: {
    host: string;
    port: number;
    arrivalTimeoutMs?: number | undefined;
    /** Takes over connections that ask for another protocol; without it they are answered as if they had not. */
    upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  },
): Promise<HttpListener> {
  const options = {
    headersTimeout: arrivalTimeoutMs,
    requestTimeout: arrivalTimeoutMs,
    connectionsCheckingInterval: arrivalTimeoutMs / 10,
  };
  const open = (address: string, ofPort: number) => {
    const server = createServer(options, handler);
    if (upgrade) server.on('upgrade', upgrade);
    return listenOn(server, address, ofPort);
  };
  const first = await open(host === 'localhost' ? '127.0.0.1' : host, port);
  const servers = [first];
  const boundPort = (first.address() as AddressInfo).port;
  if (host === 'localhost') {
    try {
      servers.push(await open('::1', boundPort));
    } catch (error) {
      if (error instanceof ClientError && error.code !== 'NO_SUCH_ADDRESS') {
        await closeAll(servers, 0);
        throw error;
      }
    }
  }
  return {
    port: boundPort,
    url: `http://${linkHost(host)}:${boundPort}`,
    stop: (graceMs) => closeAll(servers, graceMs),
  };
}

async function listenOn(server: Server, host: string, port: number): Promise<Server> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host, port, ipv6Only: host === '::1' }, resolve);
    });
  } catch (error) {
    throw toListenError(error as NodeJS.ErrnoException, host, port);
  }
  return server;
}

async function closeAll(servers: Server[], graceMs: number): Promise<void> {
  const closed = servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve())));
  // A keep-alive connection becomes idle only after the response to its running request.
  const closeIdle = setInterval(() => servers.forEach((server) => server.closeIdleConnections()), 25);
  const forceClose = setTimeout(() => servers.forEach((server) => server.closeAllConnections()), graceMs);
  await Promise.all(closed);
  clearInterval(closeIdle);
  clearTimeout(forceClose);
}

function linkHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return isIPv6(host) ? `[${host}]` : host;
}

function toListenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new ClientError(
        'PORT_TAKEN',
        `Port ${port} is taken by another program, perhaps another Chancery. Stop that program, or choose another port: PORT=${port + 1} npm start`,
        { port },
      );
    case 'EACCES':
      return new ClientError(
        'PORT_FORBIDDEN',
        `This user may not listen on port ${port}; ports below 1024 usually need special rights. Choose another port: PORT=4000 npm start`,
        { port },
      );
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'ENOTFOUND':
      return new ClientError(
        'NO_SUCH_ADDRESS',
        `This machine has no address ${host} to listen on. Set HOST to localhost (this machine only, the default), 0.0.0.0 (every network), or one of its own addresses.`,
        { host },
      );
    default:
      return error;
  }
}
