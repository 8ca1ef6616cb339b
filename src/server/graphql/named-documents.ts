import { suggestNearest } from '../../domain/identity/keys.ts';
import { type Answer, type ParsedRequest } from './answer.ts';
import { HttpError } from './errors.ts';

/** A document that the server has under a name. */
export interface NamedDocument {
  query: string;
  /** What it is asked with where a request has no variables. */
  variables?: Readonly<Record<string, unknown>> | undefined;
}

/** By their names, which requests send as `documentId`. */
export type NamedDocuments = ReadonlyMap<string, NamedDocument>;

/** Puts the text of a document in the place of its name (`documentId`, persisted documents of GraphQL over HTTP). */
export function answerNamedDocuments(documents: NamedDocuments, next: Answer<ParsedRequest>): Answer<ParsedRequest> {
  function find(name: unknown, others: { query?: unknown }): NamedDocument {
    if (typeof name !== 'string') throw new HttpError(400, '`documentId` has to be a string: the name of a document.');
    if ((others.query ?? null) !== null) throw new HttpError(400, 'Send either `query` or `documentId`, not both.');
    const document = documents.get(name);
    if (document) return document;
    throw new HttpError(
      400,
      `This server has no document named ${JSON.stringify(name.slice(0, 100))}.${suggestNearest(name, documents.keys())}`,
    );
  }

  return (request, caller, signal) => {
    const { method, url, baseUrl, json } = request;
    if (method === 'POST') {
      if (typeof json !== 'object' || json === null || !('documentId' in json)) return next(request, caller, signal);
      const { documentId, ...others } = json;
      const { query, variables } = find(documentId, others);
      return next({ ...request, json: { variables, ...others, query } }, caller, signal);
    }
    const address = new URL(url, baseUrl);
    const { searchParams } = address;
    const name = searchParams.get('documentId');
    if (name === null) return next(request, caller, signal);
    const { query, variables } = find(name, { query: searchParams.get('query') });
    searchParams.delete('documentId');
    searchParams.set('query', query);
    if (variables && !searchParams.has('variables')) searchParams.set('variables', JSON.stringify(variables));
    return next({ ...request, url: `${address.pathname}${address.search}` }, caller, signal);
  };
}
