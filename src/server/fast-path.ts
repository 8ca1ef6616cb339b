import { type Request, type RequestHandler, type Response } from 'express';
import { type DocumentNode, type ExecutionResult, Kind, OperationTypeNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { ANONYMOUS } from '../access/caller.ts';
import { type Api } from '../api/api.ts';
import { type ResponseHeaders, cacheableHeaders, markCacheable, storeText } from './response-cache.ts';
import { operationLabel } from './apollo-plugins.ts';
import { compressAndCapture, isIdentityEncoded } from './compression.ts';
import { abortOnDisconnect } from './client-disconnect.ts';
import { getRequestContext } from './request-context.ts';

/** So many documents are known; more than dashboards ask. */
const MAX_DOCUMENTS = 300;
/** Characters of the longest document that is worth it. */
const MAX_DOCUMENT_LENGTH = 20_000;

/** A document of queries that Apollo has parsed, found valid and answered without a fault. */
interface CachedDocument {
  document: DocumentNode;
  /** What it answers with to this `accept`. */
  contentType: string;
  /** Those of all its answers that are sent as they are; undefined before the first. */
  headers?: ResponseHeaders;
}

/** A request in the usual form: nothing in it that only Apollo knows what to do with. */
interface GraphQLRequestParams {
  query: string;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
}

/** For requests that are on their way through Apollo. */
interface ApolloHandoff {
  /** What the document came to already; Apollo need only tell of it. */
  executed?: Promise<ExecutionResult>;
  /** To be called with the document when the answer has no fault. */
  rememberDocument?: (document: DocumentNode) => void;
}

const handoffs = new WeakMap<Request, ApolloHandoff>();

/** What Apollo's part of a request should know; see {@link fastPath}. */
export const getApolloHandoff = (request: Request): ApolloHandoff => handoffs.get(request) ?? {};

/**
 * Answers queries whose document Apollo has answered before, for the same `accept`: Apollo's way costs as much again as the rest
 * of a small answer, and would come to the same. Whatever else is asked, and all that is not faultless, goes Apollo's way; what was
 * executed here is not executed again there.
 */
export function fastPath(api: Api): RequestHandler {
  const documents = new LRUCache<string, CachedDocument>({ max: MAX_DOCUMENTS });

  return async (request, response, next) => {
    const params = parseRequestParams(request);
    if (params === null) return next();
    const key = `${request.headers.accept ?? ''}\n${params.query}`;
    const cached = documents.get(key);
    if (cached === undefined) {
      const rememberDocument = (document: DocumentNode) => {
        if (!hasOnlyQueryOperations(document)) return;
        response.once('finish', () => {
          if (response.statusCode !== 200) return; // Apollo has no type for what is accepted
          documents.set(key, { document, contentType: String(response.getHeader('content-type')) });
        });
      };
      handoffs.set(request, { rememberDocument });
      return next();
    }

    const context = getRequestContext();
    const executed = api.execute({
      document: cached.document,
      operationName: params.operationName,
      variables: params.variables,
      caller: context?.caller ?? ANONYMOUS,
      idempotencyKey: null,
      signal: abortOnDisconnect(response),
    });
    const result = await executed.catch(() => null);
    if (!result?.data || result.errors) {
      handoffs.set(request, { executed });
      return next();
    }
    if (context) context.operation = operationLabel(cached.document, params.operationName);
    sendResult(request, response, cached, `${JSON.stringify({ data: result.data })}\n`);
  };
}

function sendResult(request: Request, response: Response, cached: CachedDocument, text: string): void {
  const bytes = Buffer.byteLength(text);
  const isIdentity = isIdentityEncoded(request, bytes);
  if (isIdentity) response.vary('Accept-Encoding');
  else compressAndCapture(request, response, () => {});
  response.setHeader('cache-control', markCacheable(request, response));
  response.setHeader('content-type', cached.contentType);
  response.setHeader('content-length', bytes);
  response.end(text);
  if (isIdentity) {
    const headers = (cached.headers ??= cacheableHeaders(response));
    storeText(response, { headers, body: text, operation: getRequestContext()?.operation });
  }
}

/** Null for a request that has a form of its own. */
function parseRequestParams(request: Request): GraphQLRequestParams | null {
  if (request.method !== 'POST' || !isObject(request.body)) return null;
  const { query, operationName, variables, ...others } = request.body;
  if (typeof query !== 'string' || query.length > MAX_DOCUMENT_LENGTH || Object.keys(others).length > 0) return null;
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') return null;
  if (variables !== undefined && variables !== null && !isObject(variables)) return null;
  return { query, operationName, variables };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasOnlyQueryOperations({ definitions }: DocumentNode): boolean {
  return definitions.every(
    (each) => each.kind !== Kind.OPERATION_DEFINITION || each.operation === OperationTypeNode.QUERY,
  );
}
