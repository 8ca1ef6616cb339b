import { createHash } from 'node:crypto';
import { type Request, type RequestHandler, type Response } from 'express';
import { LRUCache } from 'lru-cache';
import { type Api } from '../api/api.ts';
import { getRequestContext } from './request-context.ts';

/** Bytes of all cached responses together; the least recently used are evicted. */
const MAX_CACHE_BYTES = 32 * 1024 * 1024;
/** Bytes; larger responses are not cached. */
const MAX_ENTRY_BYTES = 4 * 1024 * 1024;

/** The headers that are stored with a response. */
export type ResponseHeaders = readonly (readonly [name: string, value: string])[];

/** A response as it was sent. */
interface CachedResponse {
  /** The version of the graph that it was read from; a cached response is valid for this version only. */
  version: string;
  headers: ResponseHeaders;
  /** A string where a string was sent: a buffer lives outside of the heap, which costs more than encoding again. */
  body: string | Buffer;
  operation: string | undefined;
}

/** The names of {@link ResponseHeaders}. */
const CACHED_HEADERS = ['content-type', 'content-encoding', 'vary', 'etag'];

/**
 * Caches responses in memory, each valid for one version of the graph, and revalidates the client's copy (`etag`, 304). The version is
 * polled, so writes of other processes show after at most one poll (src/graph/version-cache.ts), writes through this server at once; a
 * request with `cache-control: no-cache` reads the version from the graph.
 *
 * Concurrent identical requests share one execution (single flight): the later ones wait for the first one's response, once. This
 * also keeps responses monotonic: of two executions at the same time only one may include another process's commit, and the older
 * result could otherwise be cached for clients that have seen the newer.
 *
 * A response is only stored after {@link markCacheable}, which is called when it is known to have no errors.
 */
export function responseCache(api: Api): RequestHandler {
  const cache = new LRUCache<string, CachedResponse>({
    maxSize: MAX_CACHE_BYTES,
    maxEntrySize: MAX_ENTRY_BYTES,
    sizeCalculation: ({ body }, key) => memorySize(body) + memorySize(key) + 500,
  });
  const inFlight = new Map<string, InFlight>();

  return async (request, response, next) => {
    const key = cacheKey(request);
    if (key === null) return next();
    const fresh = /\bno-(cache|store)\b/i.test(request.get('cache-control') ?? '');
    // If the database is unavailable, executing the operation reports it.
    const version = await api.version(fresh).catch(() => null);
    if (version === null) return next();

    const etag = request.method === 'GET' ? computeEtag(key, version) : null;
    if (etag !== null && request.get('if-none-match') === etag) {
      response
        .set({ etag, 'cache-control': cacheControl(request) })
        .status(304)
        .end();
      return;
    }
    if (!fresh) {
      const concurrent = inFlight.get(key);
      if (concurrent?.version === version) await concurrent.settled;
      const cached = cache.get(key);
      if (cached?.version === version) return sendCached(request, response, cached);
    }
    if (response.closed) return; // the client disconnected: `close` will not fire again, so waiting requests would hang

    const { promise: settled, resolve } = Promise.withResolvers<void>();
    const current: InFlight = { version, settled };
    inFlight.set(key, current);
    const store = (captured: CapturedResponse) => {
      if (inFlight.get(key) === current) cache.set(key, { ...captured, version });
      release();
    };
    const release = () => {
      if (inFlight.get(key) === current) inFlight.delete(key);
      resolve();
    };
    response.once('close', release);
    pending.set(response, { etag, isSuccessful: false, store });
    next();
  };
}

/** A response in the making; `settled` resolves when it has been stored, or will not be. */
interface InFlight {
  version: string;
  settled: Promise<void>;
}

/** An upper bound, in bytes. */
const memorySize = (body: string | Buffer) => (typeof body === 'string' ? 2 : 1) * body.length;

/** Everything in the request that the response depends on; null for a request that is not cached. */
function cacheKey(request: Request): string | null {
  const body = request.method === 'POST' ? rawBodies.get(request) : '';
  // Apollo refuses a GET that may be cross-site; it must not be answered from the cache before.
  const passesCsrfCheck = request.method === 'POST' || request.headers['apollo-require-preflight'] !== undefined;
  if (body === undefined || !passesCsrfCheck) return null;
  const { accept = '', 'accept-encoding': encoding = '' } = request.headers;
  return [request.method, request.originalUrl, accept, String(encoding), body].join('\n');
}

/**
 * Caches may store a response but must revalidate it. A response to a credential is `private`: not for shared caches. (This cache
 * is shared, but authenticate.ts has refused everyone who may not read before.)
 */
function cacheControl(request: Request): string {
  return request.get('authorization') === undefined ? 'no-cache' : 'private, no-cache';
}

/** A weak validator: the compressed and the plain form of a response share it. */
function computeEtag(key: string, version: string): string {
  return `W/"${createHash('sha256').update(version).update('\n').update(key).digest('base64url').slice(0, 22)}"`;
}

function sendCached(request: Request, response: Response, { headers, body, operation }: CachedResponse): void {
  const context = getRequestContext();
  if (context) Object.assign(context, { operation, cache: 'hit' });
  for (const [name, value] of headers) response.setHeader(name, value);
  response.setHeader('cache-control', cacheControl(request));
  response.setHeader('content-length', Buffer.byteLength(body));
  response.status(200).end(body);
}

const rawBodies = new WeakMap<object, string>();

/** For express.json's `verify`: the raw body is part of the cache key. */
export function captureRawBody(request: object, _response: unknown, body: Buffer): void {
  rawBodies.set(request, body.toString());
}

type CapturedResponse = Omit<CachedResponse, 'version'>;

/** Responses in the making that may be stored. */
const pending = new WeakMap<Response, PendingResponse>();

interface PendingResponse {
  etag: string | null;
  isSuccessful: boolean;
  store: (captured: CapturedResponse) => void;
}

/**
 * To be called before anything is sent: the response has no errors and depends only on the request and the graph, not on the caller.
 * It is stored if {@link captureResponse} or {@link storeText} supplies its body.
 *
 * @returns The `cache-control` of the response.
 */
export function markCacheable(request: Request, response: Response): string {
  const pendingResponse = pending.get(response);
  if (pendingResponse) {
    pendingResponse.isSuccessful = true;
    if (pendingResponse.etag !== null) response.setHeader('etag', pendingResponse.etag);
  }
  return cacheControl(request);
}

/** Stores an uncompressed response without capturing it. Pass the same `headers` for many, so that they are held once. */
export function storeText(response: Response, captured: CapturedResponse): void {
  pending.get(response)?.store(captured);
}

/** Captures the body as it is sent, and stores it when the response is complete. */
export function captureResponse(response: Response): void {
  const pendingResponse = pending.get(response);
  if (!pendingResponse) return;
  const chunks: (string | Buffer)[] = [];
  const capture = (chunk: unknown) => {
    if (pendingResponse.isSuccessful && (typeof chunk === 'string' || Buffer.isBuffer(chunk))) chunks.push(chunk);
  };
  const write = response.write.bind(response) as (...args: unknown[]) => boolean;
  const end = response.end.bind(response) as (...args: unknown[]) => Response;
  response.write = (...args: unknown[]) => {
    capture(args[0]);
    return write(...args);
  };
  response.end = (...args: unknown[]) => {
    capture(args[0]);
    return end(...args);
  };
  response.once('finish', () => {
    if (!pendingResponse.isSuccessful || response.statusCode !== 200) return;
    pendingResponse.store({
      headers: cacheableHeaders(response),
      body: concatChunks(chunks),
      operation: getRequestContext()?.operation,
    });
  });
}

/** The headers that belong to the response and not to one request, such as `x-request-id`. */
export function cacheableHeaders(response: Response): ResponseHeaders {
  return CACHED_HEADERS.flatMap((name): ResponseHeaders => {
    const value = response.getHeader(name);
    return value === undefined ? [] : [[name, String(value)]];
  });
}

function concatChunks(chunks: readonly (string | Buffer)[]): string | Buffer {
  const [only] = chunks;
  if (chunks.length === 1 && typeof only === 'string') return only;
  const buffers = chunks.map((chunk) => (typeof chunk === 'string' ? Buffer.from(chunk) : chunk));
  // Unpooled: a small buffer is a slice of a shared 64 KB pool, which one cached response would keep alive.
  const body = Buffer.allocUnsafeSlow(buffers.reduce((total, { length }) => total + length, 0));
  buffers.reduce((offset, chunk) => offset + chunk.copy(body, offset), 0);
  return body;
}
