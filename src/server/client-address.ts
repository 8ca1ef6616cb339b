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
