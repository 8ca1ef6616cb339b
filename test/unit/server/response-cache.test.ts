import { EventEmitter } from 'node:events';
import { expect, test } from '@jest/globals';
import { type Request, type RequestHandler, type Response } from 'express';
import { type Api } from '../../../src/api/api.ts';
import { captureResponse, markCacheable, responseCache, captureRawBody } from '../../../src/server/response-cache.ts';

/** As much of a response as is used; `sent` is what it ended with. */
class FakeResponse extends EventEmitter {
  statusCode = 200;
  sent: unknown;
  getHeader = () => undefined;
  setHeader = () => this;
  status = () => this;
  write = () => true;
  end(body: unknown) {
    this.sent = body;
    this.emit('finish');
    return this;
  }
}

/** Asks for `query`, which is answered with `body` unless the answer is kept; what was sent. */
async function ask(handler: RequestHandler, query: string, body: string | Buffer): Promise<unknown> {
  const request = { method: 'POST', originalUrl: '/graphql', headers: {}, get: () => undefined };
  const response = new FakeResponse();
  captureRawBody(request, response, Buffer.from(query));
  await handler(request as unknown as Request, response as unknown as Response, () => {
    captureResponse(response as unknown as Response);
    markCacheable(request as unknown as Request, response as unknown as Response);
    response.end(body);
  });
  return response.sent;
}

const sameVersion = { version: () => Promise.resolve('1') } as Partial<Api> as Api;

test('what was sent as text is kept as text', async () => {
  const handler = responseCache(sameVersion);
  await ask(handler, '{ a }', '{"data":{"ä":1}}');
  expect(await ask(handler, '{ a }', 'made anew')).toBe('{"data":{"ä":1}}');
});

test('a kept answer holds no more memory than it has bytes', async () => {
  const handler = responseCache(sameVersion);
  await ask(handler, '{ a }', Buffer.from('{"data":{"ä":1}}'));
  const kept = (await ask(handler, '{ a }', 'made anew')) as Buffer;
  expect(kept.toString()).toBe('{"data":{"ä":1}}');
  expect(kept.buffer.byteLength).toBe(kept.length);
});
