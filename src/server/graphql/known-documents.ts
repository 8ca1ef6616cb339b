import { LRUCache } from 'lru-cache';
import { type Answer, type ParsedRequest } from './answer.ts';
import { type AnswerByApollo } from './apollo.ts';
import { type DocumentCache } from './document-cache.ts';
import { type Execute, dependsOnCaller, isQuery, operationLabel } from './execute.ts';

/** Values of the header `accept` whose content type is remembered. */
const MAX_ACCEPTS = 100;

/** The parameters of GraphQL over HTTP; of `extensions`, only the hash that stands for a text (automatic persisted queries). */
interface GraphQLParams {
  /** The text, or its SHA-256. */
  query: string | { sha256: string };
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
}

/**
 * Answers a query whose document is in the document cache without Apollo, which would parse and negotiate again only to come
 * to the same: the bytes are the same, in half of the time (docs/decisions/2026-11-28-bypass-apollo-for-cached-documents.md). Every other
 * request goes to Apollo; so does a result with errors, which Apollo then formats without another execution.
 */
export function answerKnownDocuments(
  { documents, execute }: { documents: Pick<DocumentCache, 'get'>; execute: Execute },
  answerByApollo: AnswerByApollo,
): Answer<ParsedRequest> {
  /** The content types that Apollo has chosen. */
  const contentTypes = new LRUCache<string, string>({ max: MAX_ACCEPTS });

  return async (request, caller, signal) => {
    const { accept = '' } = request.headers;
    const contentType = contentTypes.get(accept);
    const params = contentType === undefined ? null : parseParams(request);
    const document = params && documents.get(params.query);
    const operation = params && document && { ...params, document };
    if (contentType === undefined || !operation || !isQuery(operation)) {
      const response = await answerByApollo(request, caller, signal, execute);
      if (response.isCacheable) contentTypes.set(accept, response.headers['content-type']);
      return response;
    }

    const result = await execute(operation, request, caller, signal);
    if (!result.data || result.errors) return answerByApollo(request, caller, signal, () => Promise.resolve(result));
    return {
      status: 200,
      headers: { 'content-type': contentType },
      body: `${JSON.stringify({ data: result.data })}\n`,
      isCacheable: !dependsOnCaller(operation),
      operation: operationLabel(operation),
    };
  };
}

/** The parameters of a POST that is well-formed and has nothing that only Apollo handles; null for any other request. */
function parseParams({ json }: ParsedRequest): GraphQLParams | null {
  if (!isObject(json)) return null;
  const { query: text, operationName, variables, extensions, ...others } = json;
  const query = extensions === undefined ? text : text === undefined && persistedHash(extensions);
  if ((typeof query !== 'string' && !isObject(query)) || Object.keys(others).length > 0) return null;
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') return null;
  if (variables !== undefined && variables !== null && !isObject(variables)) return null;
  return { query: query as GraphQLParams['query'], operationName, variables };
}

/** The hash in the place of a text; false for any other extension. */
function persistedHash(extensions: unknown): { sha256: string } | false {
  if (!isObject(extensions) || Object.keys(extensions).length !== 1 || !isObject(extensions.persistedQuery))
    return false;
  const { version, sha256Hash } = extensions.persistedQuery;
  return version === 1 && typeof sha256Hash === 'string' && { sha256: sha256Hash };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
