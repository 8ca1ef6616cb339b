import { type ServerResponse } from 'node:http';
import { securityHeaders } from './security-headers.ts';

/** Sends a response whose body is at hand, with the headers that every response has. */
export function send(
  response: ServerResponse,
  id: string,
  { status, headers, body }: { status: number; headers: Readonly<Record<string, string>>; body: string | Buffer },
): void {
  const hasBody = status !== 204 && status !== 304;
  response.writeHead(status, {
    'x-request-id': id,
    ...securityHeaders,
    ...headers,
    ...(hasBody && { 'content-length': Buffer.byteLength(body) }),
  });
  response.end(body);
}
