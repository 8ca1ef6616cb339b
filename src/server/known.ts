import { type Request, type RequestHandler, type Response } from 'express';
import { type DocumentNode, type ExecutionResult, Kind, OperationTypeNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { ANONYMOUS } from '../access/caller.ts';
import { type Api } from '../api/api.ts';
import { type Headers, headersOf, keepAnswer, keepText } from './answers.ts';
import { operationIn } from './apollo-plugins.ts';
import { compressAndKeep, isSentAsItIs } from './compress.ts';
import { signalOfLeaving } from './leaving.ts';
import { currentRequest } from './requests.ts';

/** So many documents are known; more than dashboards ask. */
const MOST = 300;
/** Characters of the longest document that is worth it. */
const LONGEST = 20_000;

/** A document of queries that Apollo has parsed, found valid and answered without a fault. */
interface Known {
  document: DocumentNode;
  /** What it answers with to this `accept`. */
  contentType: string;
  /** Those of all its answers that are sent as they are; undefined before the first. */
  headers?: Headers;
}

/** A request in the usual form: nothing in it that only Apollo knows what to do with. */
interface Asked {
  query: string;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
}

/** For requests that are on their way through Apollo. */
interface Passing {
  /** What the document came to already; Apollo need only tell of it. */
  outcome?: Promise<ExecutionResult>;
  /** To be called with the document when the answer has no fault. */
  learn?: (document: DocumentNode) => void;
}

const passing = new WeakMap<Request, Passing>();

/** What Apollo's part of a request should know; see {@link answerKnown}. */
export const passingOf = (request: Request): Passing => passing.get(request) ?? {};

/**
 * Answers queries whose document Apollo has answered before, for the same `accept`: Apollo's way costs as much again as the rest
 * of a small answer, and would come to the same. Whatever else is asked, and all that is not faultless, goes Apollo's way; what was
 * executed here is not executed again there.
 */
export function answerKnown(api: Api): RequestHandler {
  const documents = new LRUCache<string, Known>({ max: MOST });

  return async (request, response, next) => {
    const asked = askedIn(request);
    if (asked === null) return next();
    const key = `${request.headers.accept ?? ''}\n${asked.query}`;
    const known = documents.get(key);
    if (known === undefined) {
      const learn = (document: DocumentNode) => {
        if (!hasOnlyQueries(document)) return;
        response.once('finish', () => {
          if (response.statusCode !== 200) return; // Apollo has no type for what is accepted
          documents.set(key, { document, contentType: String(response.getHeader('content-type')) });
        });
      };
      passing.set(request, { learn });
      return next();
    }

    const about = currentRequest();
    const outcome = api.execute({
      document: known.document,
      operationName: asked.operationName,
      variables: asked.variables,
      caller: about?.caller ?? ANONYMOUS,
      idempotencyKey: null,
      signal: signalOfLeaving(response),
    });
    const result = await outcome.catch(() => null);
    if (!result?.data || result.errors) {
      passing.set(request, { outcome });
      return next();
    }
    if (about) about.operation = operationIn(known.document, asked.operationName);
    send(request, response, known, `${JSON.stringify({ data: result.data })}\n`);
  };
}

function send(request: Request, response: Response, known: Known, text: string): void {
  const bytes = Buffer.byteLength(text);
  const isPlain = isSentAsItIs(request, bytes);
  if (isPlain) response.vary('Accept-Encoding');
  else compressAndKeep(request, response, () => {});
  response.setHeader('cache-control', keepAnswer(request, response));
  response.setHeader('content-type', known.contentType);
  response.setHeader('content-length', bytes);
  response.end(text);
  if (isPlain) {
    const headers = (known.headers ??= headersOf(response));
    keepText(response, { headers, body: text, operation: currentRequest()?.operation });
  }
}

/** Null for a request that has a form of its own. */
function askedIn(request: Request): Asked | null {
  if (request.method !== 'POST' || !isRecord(request.body)) return null;
  const { query, operationName, variables, ...others } = request.body;
  if (typeof query !== 'string' || query.length > LONGEST || Object.keys(others).length > 0) return null;
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') return null;
  if (variables !== undefined && variables !== null && !isRecord(variables)) return null;
  return { query, operationName, variables };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasOnlyQueries({ definitions }: DocumentNode): boolean {
  return definitions.every(
    (each) => each.kind !== Kind.OPERATION_DEFINITION || each.operation === OperationTypeNode.QUERY,
  );
}
