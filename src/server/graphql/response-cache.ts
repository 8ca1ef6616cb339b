import { LRUCache } from 'lru-cache';
import { type Api } from '../../api/api.ts';
import { type Answer, type GraphQLResponse, type ReadRequest } from './answer.ts';
import { clientHas, etagOf } from './etag.ts';

/** Bytes of all cached responses together; the least recently used are evicted. */
const MAX_CACHE_BYTES = 32 * 1024 * 1024;
/** Bytes; larger responses are not cached. */
const MAX_ENTRY_BYTES = 4 * 1024 * 1024;

/** A response, and the version of the graph for which it is valid. */
interface CachedResponse {
  version: string;
  response: GraphQLResponse;
}

/** A response in the making; `settled` resolves when it has been stored, or will not be. */
interface InFlight {
  version: string;
  settled: Promise<void>;
}

/**
 * Caches responses in memory, each valid for one version of the graph, and revalidates the client's copy (`etag`, 304). The version is
 * polled, so writes of other processes show after at most one poll (src/graph/version-cache.ts), writes through this server at once; a
 * request with `cache-control: no-cache` reads the version from the graph.
 *
 * Concurrent identical requests share one execution (single flight): the later ones wait for the first one's response, once.
 *
 * Responses to one request are monotonic: who has seen a state of the graph is not shown an older one by this server. A version only says
 * from when on a response was read, so of two executions at the same time the one that ends first may include a commit that the other
 * does not. When one ends, then, what was read beside it is neither kept nor waited for.
 */
export function responseCache(versionOf: Api['version'], next: Answer<ReadRequest>): Answer<ReadRequest> {
  const cache = new LRUCache<string, CachedResponse>({
    maxSize: MAX_CACHE_BYTES,
    maxEntrySize: MAX_ENTRY_BYTES,
    sizeCalculation: ({ response: { body } }, key) => memorySize(body) + memorySize(key) + 500,
  });
  const inFlight = new Map<string, InFlight>();

  return async (request, caller, signal) => {
    const key = cacheKey(request);
    const fresh = /\bno-(cache|store)\b/i.test(request.headers['cache-control'] ?? '');
    // If the database is unavailable, executing the operation reports it.
    const version = await versionOf(fresh).catch(() => null);
    if (version === null) {
      const response = await next(request, caller, signal);
      cache.delete(key);
      inFlight.delete(key);
      return revalidated(request, response);
    }

    const etag = request.method === 'GET' ? etagOf(version, key) : undefined;
    if (etag !== undefined && clientHas(request.headers['if-none-match'], etag)) {
      return { status: 304, headers: { etag, 'cache-control': cacheControl(request) }, body: '' };
    }
    if (!fresh) {
      const concurrent = inFlight.get(key);
      if (concurrent?.version === version) await concurrent.settled;
      const cached = cache.get(key);
      if (cached?.version === version) return { ...revalidated(request, cached.response, etag), cache: 'hit' };
    }

    const { promise: settled, resolve: settle } = Promise.withResolvers<void>();
    const flight: InFlight = { version, settled };
    inFlight.set(key, flight);
    try {
      const response = await next(request, caller, signal);
      const isAlone = inFlight.get(key) === flight;
      if (response.isCacheable && isAlone) cache.set(key, { version, response });
      else cache.delete(key);
      return revalidated(request, response, etag);
    } finally {
      inFlight.delete(key);
      settle();
    }
  };
}

/** An upper bound, in bytes. */
const memorySize = (body: string | Buffer) => (typeof body === 'string' ? 2 : 1) * body.length;

/** Everything in the request that the response depends on. */
function cacheKey({ method, baseUrl, url, headers, body }: ReadRequest): string {
  const { accept = '', 'accept-encoding': encoding = '' } = headers;
  return [method, baseUrl, url, accept, String(encoding), body].join('\n');
}

/** Says that caches may store the response but must revalidate it; nobody may store one that depends on more than the graph. */
function revalidated(request: ReadRequest, response: GraphQLResponse, etag?: string): GraphQLResponse {
  if (!response.isCacheable) return response;
  const headers = { ...response.headers, 'cache-control': cacheControl(request), ...(etag !== undefined && { etag }) };
  return { ...response, headers };
}

/**
 * A response to a credential is `private`: not for shared caches. (This cache is shared, but authenticate.ts has refused everyone who may
 * not read before.)
 */
function cacheControl({ headers }: ReadRequest): string {
  return headers.authorization === undefined ? 'no-cache' : 'private, no-cache';
}
