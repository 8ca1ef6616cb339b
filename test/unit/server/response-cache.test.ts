import { EventEmitter } from 'node:events';
import { expect, test } from '@jest/globals';
import { type Request, type RequestHandler, type Response } from 'express';
import { type Api } from '../../../src/api/api.ts';
import { captureResponse, markCacheable, responseCache, captureRawBody } from '../../../src/server/response-cache.ts';

/** The part of a response that is used; `sent` is its body. */
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

/** Sends `query`, which is answered with `body` unless a response is cached; returns what was sent. */
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

test('a string is cached as a string', async () => {
  const handler = responseCache(sameVersion);
  await ask(handler, '{ a }', '{"data":{"ä":1}}');
  expect(await ask(handler, '{ a }', 'executed again')).toBe('{"data":{"ä":1}}');
});

test('a cached buffer holds no more memory than its bytes', async () => {
  const handler = responseCache(sameVersion);
  await ask(handler, '{ a }', Buffer.from('{"data":{"ä":1}}'));
  const cached = (await ask(handler, '{ a }', 'executed again')) as Buffer;
  expect(cached.toString()).toBe('{"data":{"ä":1}}');
  expect(cached.buffer.byteLength).toBe(cached.length);
});
