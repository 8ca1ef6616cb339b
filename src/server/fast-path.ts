import { type Request, type RequestHandler, type Response } from 'express';
import { type DocumentNode, type ExecutionResult, Kind, OperationTypeNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { ANONYMOUS } from '../access/caller.ts';
import { type Api } from '../api/api.ts';
import { ClientError } from '../domain/errors.ts';
import { operationLabel } from './apollo-plugins.ts';
import { abortOnDisconnect } from './client-disconnect.ts';
import { compressAndCapture, isIdentityEncoded } from './compression.ts';
import { httpStatusOf } from './http-status.ts';
import { type Log } from './log.ts';
import { getRequestContext } from './request-context.ts';
import { type ResponseHeaders, cacheableHeaders, markCacheable, storeText } from './response-cache.ts';
import { sendError } from './send-error.ts';

/** Documents in the cache: more than a set of dashboards uses. */
const MAX_DOCUMENTS = 300;
/** Characters; longer documents are not cached. */
const MAX_DOCUMENT_LENGTH = 20_000;

/** A document of queries that Apollo has parsed, validated and answered without errors. */
interface CachedDocument {
  document: DocumentNode;
  /** The `content-type` that Apollo chose for this `accept`. */
  contentType: string;
  /** Headers of its uncompressed responses, shared by all their cache entries; undefined before the first. */
  headers?: ResponseHeaders;
}

/** The parameters of GraphQL over HTTP, without anything that only Apollo handles (`extensions`). */
interface GraphQLRequestParams {
  query: string;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
}

/** What the fast path passes to Apollo with a request that it does not answer itself. */
interface ApolloHandoff {
  /** The result, where the operation was executed already: Apollo then only formats it. */
  executed?: Promise<ExecutionResult>;
  /** To be called with the document when the response has no errors. */
  rememberDocument?: (document: DocumentNode) => void;
}

const handoffs = new WeakMap<Request, ApolloHandoff>();

/** What {@link fastPath} passes on with this request. */
export const getApolloHandoff = (request: Request): ApolloHandoff => handoffs.get(request) ?? {};

/**
 * Answers a query without Apollo when its document is in the document cache: Apollo has answered the same text, for the same `accept`,
 * without errors before. The bytes are the same, but Apollo's request pipeline would take as long as the rest of a small
 * response (docs/decisions/2026-11-28-bypass-apollo-for-cached-documents.md). Every other request, and every result with errors,
 * goes to Apollo; what was executed here is not executed again there.
 */
export function fastPath(api: Api, log: Log): RequestHandler {
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
          if (response.statusCode !== 200) return; // such as 406, for an `accept` that Apollo cannot serve
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
    const result = await executed.catch((error: unknown) => (isUnavailability(error) ? error : null));
    // Apollo would send the same, but take longer than a small query, at a time when many are refused.
    if (result instanceof ClientError) return sendError(request, response, result, log);
    if (!result?.data || result.errors) {
      handoffs.set(request, { executed });
      return next();
    }
    if (context) context.operation = operationLabel(cached.document, params.operationName);
    sendResult(request, response, cached, `${JSON.stringify({ data: result.data })}\n`);
  };
}

/** Whether the request is refused because the server or its database is not available at the moment. */
function isUnavailability(error: unknown): error is ClientError {
  return error instanceof ClientError && httpStatusOf(error.code) === 503;
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

/** The parameters of a request that the fast path understands; null for any other. */
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
