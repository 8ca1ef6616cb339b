import { type IncomingMessage, STATUS_CODES } from 'node:http';
import { type Duplex } from 'node:stream';
import { isAllowedOrigin } from '../graphql/cors.ts';

/**
 * Lets connections become WebSockets: at one path, for hosts of this server, and for pages of this server and of allowed origins. A
 * browser lets any page open a WebSocket to anywhere, so what CORS does for requests is done here.
 */
export function upgradeToWebSocket({
  path,
  isOwnHost,
  origins,
  baseUrl,
  accept,
}: {
  path: RegExp;
  /** Whether the server answers to this header `Host`. */
  isOwnHost: (host: string) => boolean;
  origins: readonly string[];
  baseUrl: (request: IncomingMessage) => string;
  accept: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
}): (request: IncomingMessage, socket: Duplex, head: Buffer) => void {
  return (request, socket, head) => {
    const { url = '', headers } = request;
    const { host, origin, upgrade } = headers;
    socket.on('error', () => socket.destroy());
    if (upgrade?.toLowerCase() !== 'websocket')
      return refuse(socket, 400, 'The only protocol to upgrade to is websocket.');
    if (!path.test(url)) return refuse(socket, 404, 'WebSockets are at /graphql.');
    if (host !== undefined && !isOwnHost(host)) {
      return refuse(socket, 421, 'This server listens on its own machine only, under the names of that machine.');
    }
    const isOfOtherSite = origin !== undefined && origin !== baseUrl(request) && !isOwnOrigin(origin, host);
    if (isOfOtherSite && !isAllowedOrigin(origin, origins)) {
      return refuse(
        socket,
        403,
        'Pages of this origin may not connect. The operator can allow it by the setting CHANCERY_ORIGINS.',
      );
    }
    accept(request, socket, head);
  };
}

/** Whether a page comes from the host that it connects to. */
function isOwnOrigin(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}

function refuse(socket: Duplex, status: number, message: string): void {
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'connection: close',
      'content-type: text/plain; charset=utf-8',
      `content-length: ${Buffer.byteLength(message)}`,
      '',
      message,
    ].join('\r\n'),
  );
}
