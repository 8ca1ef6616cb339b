import { type IncomingMessage } from 'node:http';

/**
 * The IP address that a request comes from. Each trusted proxy appends the address of its own client to `X-Forwarded-For`, so it is counted
 * from the right; what stands further left can be forged.
 *
 * @param proxies Number of trusted reverse proxies in front of the server.
 */
export function clientAddress(
  { socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>,
  proxies: number,
): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
  const nearestFirst = [socket.remoteAddress ?? '', ...forwarded.reverse()];
  return nearestFirst[Math.min(proxies, nearestFirst.length - 1)]!;
}

/**
 * The address of this server as the client knows it, for links that lead back: `http://localhost:4000`. The nearest trusted proxy says
 * what it was asked for, in `X-Forwarded-Proto` and `X-Forwarded-Host`.
 */
export function serverAddress(
  { headers, socket }: Pick<IncomingMessage, 'socket' | 'headers'>,
  proxies: number,
): string {
  const forwarded = (name: string) =>
    proxies === 0
      ? undefined
      : String(headers[name] ?? '')
          .split(',')
          .at(-1)!
          .trim() || undefined;
  const protocol = forwarded('x-forwarded-proto') === 'https' ? 'https' : 'http';
  const address = `${protocol}://${forwarded('x-forwarded-host') ?? headers.host ?? ''}`;
  return URL.canParse(address) ? new URL(address).origin : `http://localhost:${socket.localPort}`;
}
