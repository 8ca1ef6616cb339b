import { createServer, type RequestListener, type Server } from 'node:http';
import { isIPv6, type AddressInfo } from 'node:net';
import { TellableError } from '../domain/errors.ts';

/** A server that accepts requests. */
export interface Listening {
  port: number;
  /** Where to click. */
  url: string;
  /** Accepts no more, waits up to `graceMs` for running requests to end, then ends them. */
  stop: (graceMs: number) => Promise<void>;
}

/**
 * Listens on `host` and `port` (0 picks a free one). `localhost` means both loopback addresses, since browsers and tools
 * differ in which of them they try; a machine without IPv6 does with one. Throws a TellableError when the port is taken.
 */
export async function listen(
  handler: RequestListener,
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  const first = await open(handler, host === 'localhost' ? '127.0.0.1' : host, port);
  const servers = [first];
  const taken = (first.address() as AddressInfo).port;
  if (host === 'localhost') {
    try {
      servers.push(await open(handler, '::1', taken));
    } catch (error) {
      if (error instanceof TellableError && error.code !== 'NO_SUCH_ADDRESS') {
        await stopAll(servers, 0);
        throw error;
      }
    }
  }
  return {
    port: taken,
    url: `http://${addressToClick(host)}:${taken}`,
    stop: (graceMs) => stopAll(servers, graceMs),
  };
}

async function open(handler: RequestListener, host: string, port: number): Promise<Server> {
  const server = createServer(handler);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host, port, ipv6Only: host === '::1' }, resolve);
    });
  } catch (error) {
    throw asTellable(error as NodeJS.ErrnoException, host, port);
  }
  return server;
}

async function stopAll(servers: Server[], graceMs: number): Promise<void> {
  const closed = servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve())));
  // A connection kept alive becomes idle only when its running request has been answered.
  const sweep = setInterval(() => servers.forEach((server) => server.closeIdleConnections()), 25);
  const enough = setTimeout(() => servers.forEach((server) => server.closeAllConnections()), graceMs);
  await Promise.all(closed);
  clearInterval(sweep);
  clearTimeout(enough);
}

function addressToClick(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return isIPv6(host) ? `[${host}]` : host;
}

function asTellable(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new TellableError(
        'PORT_TAKEN',
        `Port ${port} is taken by another program, perhaps by another Chancery. Stop that one, or choose another port: PORT=${port + 1} npm start`,
        { port },
      );
    case 'EACCES':
      return new TellableError(
        'PORT_FORBIDDEN',
        `This user may not listen on port ${port}; ports below 1024 usually need special rights. Choose another one: PORT=4000 npm start`,
        { port },
      );
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'ENOTFOUND':
      return new TellableError(
        'NO_SUCH_ADDRESS',
        `This machine has no address ${host} to listen on. Set HOST to localhost (this machine only, the default), 0.0.0.0 (every network), or one of its own addresses.`,
        { host },
      );
    default:
      return error;
  }
}
