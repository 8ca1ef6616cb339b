import { createHash } from 'node:crypto';
import { type Request, type RequestHandler, type Response } from 'express';
import { LRUCache } from 'lru-cache';
import { type Api } from '../api/api.ts';
import { currentRequest } from './requests.ts';

/** Bytes of all kept answers together: what was asked for longest ago goes first. */
const ROOM = 32 * 1024 * 1024;
/** Bytes of the largest answer that is worth keeping. */
const LARGEST = 4 * 1024 * 1024;

/** An answer as it went over the wire. */
interface Kept {
  /** What the answer was made from: it is good as long as this is. */
  version: string;
  headers: [name: string, value: string][];
  body: Buffer;
  operation: string | undefined;
}

/** What belongs to an answer rather than to the request it was sent for. */
const HEADERS = ['content-type', 'content-encoding', 'vary', 'etag'];

/**
 * Answers again, from memory, what has been asked before of the same version of the graph, and tells a client that it still
 * has the latest answer (`etag`, 304). What others write shows within the time of a poll (src/graph/watch.ts), what was
 * written through this server at once; `cache-control: no-cache` looks at the graph now.
 *
 * An answer is only kept when {@link keepAnswer} was called for it: by then it is known to be free of errors.
 */
export function keptAnswers(api: Api): RequestHandler {
  const answers = new LRUCache<string, Kept>({
    maxSize: ROOM,
    maxEntrySize: LARGEST,
    sizeCalculation: ({ body }, key) => body.length + 2 * key.length + 500,
  });

  return async (request, response, next) => {
    const key = keyOf(request);
    if (key === null) return next();
    const exact = /\bno-(cache|store)\b/i.test(request.get('cache-control') ?? '');
    // Whether the database is away is for the answer itself to tell.
    const version = await api.version(exact).catch(() => null);
    if (version === null) return next();

    const tag = request.method === 'GET' ? tagOf(key, version) : null;
    if (tag !== null && request.get('if-none-match') === tag) {
      response
        .set({ etag: tag, 'cache-control': freshness(request) })
        .status(304)
        .end();
      return;
    }
    const kept = answers.get(key);
    if (kept?.version === version && !exact) return sendKept(request, response, kept);

    recordingInto(response, tag, (answer) => answers.set(key, { ...answer, version }));
    next();
  };
}

/** What makes an answer what it is, beside the graph; null for a request whose answer is not kept. */
function keyOf(request: Request): string | null {
  const body = request.method === 'POST' ? bodies.get(request) : '';
  // A GET that another site may have caused is for Apollo to refuse.
  const isAdmitted = request.method === 'POST' || request.headers['apollo-require-preflight'] !== undefined;
  if (body === undefined || !isAdmitted) return null;
  const { accept = '', 'accept-encoding': encoding = '' } = request.headers;
  return [request.method, request.originalUrl, accept, String(encoding), body].join('\n');
}

/**
 * The `cache-control` of an answer that may be kept by who asks again whether it is still good. What somebody got who showed a
 * key is for no cache that others share. The memory here is no such cache: who may not ask is refused before (admit.ts).
 */
export function freshness(request: Request): string {
  return request.get('authorization') === undefined ? 'no-cache' : 'private, no-cache';
}

/** Weak, as the same answer may be compressed or not. */
function tagOf(key: string, version: string): string {
  return `W/"${createHash('sha256').update(version).update('\n').update(key).digest('base64url').slice(0, 22)}"`;
}

function sendKept(request: Request, response: Response, { headers, body, operation }: Kept): void {
  const about = currentRequest();
  if (about) Object.assign(about, { operation, kept: true });
  for (const [name, value] of headers) response.setHeader(name, value);
  response.setHeader('cache-control', freshness(request));
  response.setHeader('content-length', body.length);
  response.status(200).end(body);
}

const bodies = new WeakMap<object, string>();

/** For express.json's `verify`: the body as it came is what the answer is kept under. */
export function rememberBody(request: object, _response: unknown, body: Buffer): void {
  bodies.set(request, body.toString());
}

/** Answers that are being made and may be kept. */
const recordings = new WeakMap<Response, { tag: string | null; keep: boolean }>();

/**
 * Says that this answer has no errors and depends on nothing but the request and the graph, whoever asks.
 *
 * @returns Its `cache-control`.
 */
export function keepAnswer(request: Request, response: Response): string {
  const recording = recordings.get(response);
  if (recording) {
    recording.keep = true;
    if (recording.tag !== null) response.setHeader('etag', recording.tag);
  }
  return freshness(request);
}

/** Listens in on what is sent, and hands it on when all of it was. */
function recordingInto(
  response: Response,
  tag: string | null,
  done: (answer: Pick<Kept, 'headers' | 'body' | 'operation'>) => void,
): void {
  const recording = { tag, keep: false };
  recordings.set(response, recording);
  const chunks: Buffer[] = [];
  const hear = (chunk: unknown) => {
    if (!recording.keep) return;
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk));
    else if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  };
  const write = response.write.bind(response) as (...args: unknown[]) => boolean;
  const end = response.end.bind(response) as (...args: unknown[]) => Response;
  response.write = (...args: unknown[]) => {
    hear(args[0]);
    return write(...args);
  };
  response.end = (...args: unknown[]) => {
    hear(args[0]);
    return end(...args);
  };
  response.once('finish', () => {
    if (!recording.keep || response.statusCode !== 200) return;
    const headers = HEADERS.flatMap((name): [string, string][] => {
      const value = response.getHeader(name);
      return value === undefined ? [] : [[name, String(value)]];
    });
    // Into memory of its own: small buffers are cut from slabs of 64 KB, which one kept answer would hold for as long.
    const body = Buffer.allocUnsafeSlow(chunks.reduce((bytes, { length }) => bytes + length, 0));
    chunks.reduce((at, chunk) => at + chunk.copy(body, at), 0);
    done({ headers, body, operation: currentRequest()?.operation });
  });
}
