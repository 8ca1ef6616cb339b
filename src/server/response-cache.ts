import { createHash } from 'node:crypto';
import { type Request, type RequestHandler, type Response } from 'express';
import { LRUCache } from 'lru-cache';
import { type Api } from '../api/api.ts';
import { getRequestContext } from './request-context.ts';

/** Bytes of all kept answers together: what was asked for longest ago goes first. */
const MAX_CACHE_BYTES = 32 * 1024 * 1024;
/** Bytes of the largest answer that is worth keeping. */
const MAX_ENTRY_BYTES = 4 * 1024 * 1024;

/** Headers of an answer, by which it differs from others. */
export type ResponseHeaders = readonly (readonly [name: string, value: string])[];

/** An answer as it went over the wire. */
interface CachedResponse {
  /** What the answer was made from: it is good as long as this is. */
  version: string;
  headers: ResponseHeaders;
  /** Text where it was sent as text: as bytes it would lie outside of the heap, which costs more than to encode it again. */
  body: string | Buffer;
  operation: string | undefined;
}

/** The names of {@link ResponseHeaders}. */
const CACHED_HEADERS = ['content-type', 'content-encoding', 'vary', 'etag'];

/**
 * Answers again, from memory, what has been asked before of the same version of the graph, and tells a client that it still
 * has the latest answer (`etag`, 304). What others write shows within the time of a poll (src/graph/watch.ts), what was
 * written through this server at once; `cache-control: no-cache` looks at the graph now.
 *
 * Who asks what another is just being answered waits for that answer, once. So a crowd asks the graph once; and of two answers made
 * at the same time, of which a commit of somebody else may have got into only one, the older cannot stay for those who have seen
 * the newer.
 *
 * An answer is only kept when {@link markCacheable} or {@link storeText} was called for it: by then it is known to be free of errors.
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
    // Whether the database is away is for the answer itself to tell.
    const version = await api.version(fresh).catch(() => null);
    if (version === null) return next();

    const etag = request.method === 'GET' ? computeEtag(key, version) : null;
    if (etag !== null && request.get('if-none-match') === etag) {
      response
        .set({ etag: etag, 'cache-control': cacheControl(request) })
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
    if (response.closed) return; // the client left meanwhile, and nothing would tell those who wait for this answer

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

/** An answer on its way; `done` when it is kept, or will not be. */
interface InFlight {
  version: string;
  settled: Promise<void>;
}

/** Bytes of memory, at most. */
const memorySize = (body: string | Buffer) => (typeof body === 'string' ? 2 : 1) * body.length;

/** What makes an answer what it is, beside the graph; null for a request whose answer is not kept. */
function cacheKey(request: Request): string | null {
  const body = request.method === 'POST' ? rawBodies.get(request) : '';
  // A GET that another site may have caused is for Apollo to refuse.
  const passesCsrfCheck = request.method === 'POST' || request.headers['apollo-require-preflight'] !== undefined;
  if (body === undefined || !passesCsrfCheck) return null;
  const { accept = '', 'accept-encoding': encoding = '' } = request.headers;
  return [request.method, request.originalUrl, accept, String(encoding), body].join('\n');
}

/**
 * The `cache-control` of an answer that may be kept by who asks again whether it is still good. What somebody got who showed a
 * key is for no cache that others share. The memory here is no such cache: who may not ask is refused before (admit.ts).
 */
function cacheControl(request: Request): string {
  return request.get('authorization') === undefined ? 'no-cache' : 'private, no-cache';
}

/** Weak, as the same answer may be compressed or not. */
function computeEtag(key: string, version: string): string {
  return `W/"${createHash('sha256').update(version).update('\n').update(key).digest('base64url').slice(0, 22)}"`;
}

function sendCached(request: Request, response: Response, { headers, body, operation }: CachedResponse): void {
  const context = getRequestContext();
  if (context) Object.assign(context, { operation, kept: true });
  for (const [name, value] of headers) response.setHeader(name, value);
  response.setHeader('cache-control', cacheControl(request));
  response.setHeader('content-length', Buffer.byteLength(body));
  response.status(200).end(body);
}

const rawBodies = new WeakMap<object, string>();

/** For express.json's `verify`: the body as it came is what the answer is kept under. */
export function captureRawBody(request: object, _response: unknown, body: Buffer): void {
  rawBodies.set(request, body.toString());
}

type CapturedResponse = Omit<CachedResponse, 'version'>;

/** Answers that are being made and may be kept. */
const pending = new WeakMap<Response, PendingResponse>();

interface PendingResponse {
  etag: string | null;
  isSuccessful: boolean;
  store: (answer: CapturedResponse) => void;
}

/**
 * Says, before anything is sent, that this answer has no errors and depends on nothing but the request and the graph, whoever
 * asks. It is kept if {@link captureResponse} listens.
 *
 * @returns Its `cache-control`.
 */
export function markCacheable(request: Request, response: Response): string {
  const pendingResponse = pending.get(response);
  if (pendingResponse) {
    pendingResponse.isSuccessful = true;
    if (pendingResponse.etag !== null) response.setHeader('etag', pendingResponse.etag);
  }
  return cacheControl(request);
}

/** Keeps a faultless answer to a POST that was sent as it is. Headers that many answers share are kept once. */
export function storeText(response: Response, captured: CapturedResponse): void {
  pending.get(response)?.store(captured);
}

/** Listens in on what is sent from now on, to keep it when all of it was. */
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

/** What belongs to an answer rather than to the request it was sent for. */
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
  // Into memory of its own: small buffers are cut from slabs of 64 KB, which one kept answer would hold for as long.
  const body = Buffer.allocUnsafeSlow(buffers.reduce((total, { length }) => total + length, 0));
  buffers.reduce((offset, chunk) => offset + chunk.copy(body, offset), 0);
  return body;
}
