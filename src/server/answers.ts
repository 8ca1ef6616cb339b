import { createHash } from 'node:crypto';
import { type Request, type RequestHandler, type Response } from 'express';
import { LRUCache } from 'lru-cache';
import { type Api } from '../api/api.ts';
import { currentRequest } from './requests.ts';

/** Bytes of all kept answers together: what was asked for longest ago goes first. */
const ROOM = 32 * 1024 * 1024;
/** Bytes of the largest answer that is worth keeping. */
const LARGEST = 4 * 1024 * 1024;

/** Headers of an answer, by which it differs from others. */
export type Headers = readonly (readonly [name: string, value: string])[];

/** An answer as it went over the wire. */
interface Kept {
  /** What the answer was made from: it is good as long as this is. */
  version: string;
  headers: Headers;
  /** Text where it was sent as text: as bytes it would lie outside of the heap, which costs more than to encode it again. */
  body: string | Buffer;
  operation: string | undefined;
}

/** The names of {@link Headers}. */
const HEADERS = ['content-type', 'content-encoding', 'vary', 'etag'];

/**
 * Answers again, from memory, what has been asked before of the same version of the graph, and tells a client that it still
 * has the latest answer (`etag`, 304). What others write shows within the time of a poll (src/graph/watch.ts), what was
 * written through this server at once; `cache-control: no-cache` looks at the graph now.
 *
 * Who asks what another is just being answered waits for that answer, once. So a crowd asks the graph once; and of two answers made
 * at the same time, of which a commit of somebody else may have got into only one, the older cannot stay for those who have seen
 * the newer.
 *
 * An answer is only kept when {@link keepAnswer} or {@link keepText} was called for it: by then it is known to be free of errors.
 */
export function keptAnswers(api: Api): RequestHandler {
  const answers = new LRUCache<string, Kept>({
    maxSize: ROOM,
    maxEntrySize: LARGEST,
    sizeCalculation: ({ body }, key) => sizeOf(body) + sizeOf(key) + 500,
  });
  const making = new Map<string, Making>();

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
    if (!exact) {
      const other = making.get(key);
      if (other?.version === version) await other.done;
      const kept = answers.get(key);
      if (kept?.version === version) return sendKept(request, response, kept);
    }
    if (response.closed) return; // the client left meanwhile, and nothing would tell those who wait for this answer

    const { promise: done, resolve } = Promise.withResolvers<void>();
    const mine: Making = { version, done };
    making.set(key, mine);
    const keep = (answer: Answer) => {
      if (making.get(key) === mine) answers.set(key, { ...answer, version });
      settle();
    };
    const settle = () => {
      if (making.get(key) === mine) making.delete(key);
      resolve();
    };
    response.once('close', settle);
    awaited.set(response, { tag, isFaultless: false, keep });
    next();
  };
}

/** An answer on its way; `done` when it is kept, or will not be. */
interface Making {
  version: string;
  done: Promise<void>;
}

/** Bytes of memory, at most. */
const sizeOf = (body: string | Buffer) => (typeof body === 'string' ? 2 : 1) * body.length;

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
function freshness(request: Request): string {
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
  response.setHeader('content-length', Buffer.byteLength(body));
  response.status(200).end(body);
}

const bodies = new WeakMap<object, string>();

/** For express.json's `verify`: the body as it came is what the answer is kept under. */
export function rememberBody(request: object, _response: unknown, body: Buffer): void {
  bodies.set(request, body.toString());
}

type Answer = Omit<Kept, 'version'>;

/** Answers that are being made and may be kept. */
const awaited = new WeakMap<Response, Awaited>();

interface Awaited {
  tag: string | null;
  isFaultless: boolean;
  keep: (answer: Answer) => void;
}

/**
 * Says, before anything is sent, that this answer has no errors and depends on nothing but the request and the graph, whoever
 * asks. It is kept if {@link hearAnswer} listens.
 *
 * @returns Its `cache-control`.
 */
export function keepAnswer(request: Request, response: Response): string {
  const answer = awaited.get(response);
  if (answer) {
    answer.isFaultless = true;
    if (answer.tag !== null) response.setHeader('etag', answer.tag);
  }
  return freshness(request);
}

/** Keeps a faultless answer to a POST that was sent as it is. Headers that many answers share are kept once. */
export function keepText(response: Response, answer: Answer): void {
  awaited.get(response)?.keep(answer);
}

/** Listens in on what is sent from now on, to keep it when all of it was. */
export function hearAnswer(response: Response): void {
  const answer = awaited.get(response);
  if (!answer) return;
  const chunks: (string | Buffer)[] = [];
  const hear = (chunk: unknown) => {
    if (answer.isFaultless && (typeof chunk === 'string' || Buffer.isBuffer(chunk))) chunks.push(chunk);
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
    if (!answer.isFaultless || response.statusCode !== 200) return;
    answer.keep({ headers: headersOf(response), body: joined(chunks), operation: currentRequest()?.operation });
  });
}

/** What belongs to an answer rather than to the request it was sent for. */
export function headersOf(response: Response): Headers {
  return HEADERS.flatMap((name): Headers => {
    const value = response.getHeader(name);
    return value === undefined ? [] : [[name, String(value)]];
  });
}

function joined(chunks: readonly (string | Buffer)[]): string | Buffer {
  const [only] = chunks;
  if (chunks.length === 1 && typeof only === 'string') return only;
  const buffers = chunks.map((chunk) => (typeof chunk === 'string' ? Buffer.from(chunk) : chunk));
  // Into memory of its own: small buffers are cut from slabs of 64 KB, which one kept answer would hold for as long.
  const body = Buffer.allocUnsafeSlow(buffers.reduce((bytes, { length }) => bytes + length, 0));
  buffers.reduce((at, chunk) => at + chunk.copy(body, at), 0);
  return body;
}
