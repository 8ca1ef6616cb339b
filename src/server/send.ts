import { type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliCompress, createGzip } from 'node:zlib';
import { LEVELS, acceptedEncoding } from './graphql/encoding.ts';
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

const encoders = { br: () => createBrotliCompress(LEVELS.br), gzip: () => createGzip(LEVELS.gzip) };

/**
 * Sends a response in chunks as they are made, as fast as the client takes them. What fails in the middle breaks
 * the connection off, which no client takes for the end, and rejects.
 */
export async function sendChunks(
  { method, headers: { 'accept-encoding': accepted } }: IncomingMessage,
  response: ServerResponse,
  id: string,
  {
    status,
    headers,
    chunks,
  }: { status: number; headers: Readonly<Record<string, string>>; chunks: AsyncIterable<string> },
): Promise<void> {
  const encoding = /\bno-transform\b/.test(headers['cache-control'] ?? '') ? null : acceptedEncoding(accepted);
  response.writeHead(status, {
    'x-request-id': id,
    ...securityHeaders,
    ...headers,
    ...(encoding && { 'content-encoding': encoding }),
  });
  if (method === 'HEAD') {
    response.end();
    return;
  }
  const text = Readable.from(chunks, { objectMode: true, highWaterMark: 1 });
  await (encoding ? pipeline(text, encoders[encoding](), response) : pipeline(text, response));
}
