import { hash } from 'node:crypto';
import { type ApolloServerOptions, type BaseContext } from '@apollo/server';
import { type DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/**
 * Documents in the cache: more than a set of dashboards uses, and a bound on memory when a script generates documents without end. Each
 * holds on to its query plans and Cypher statements, about 80 KB.
 */
const MAX_DOCUMENTS = 300;

/** The documents that Apollo has parsed; they are executed again without that, and the API validates each of them once. */
export interface DocumentCache {
  /** The document with this text, or with a text of this hash. */
  get(text: string | { sha256: string }): DocumentNode | undefined;
  /** Where Apollo looks for documents and puts them. */
  apolloStore: NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;
}

export function createDocumentCache(): DocumentCache {
  const documents = new LRUCache<string, DocumentNode>({ max: MAX_DOCUMENTS });
  return {
    get: (text) => documents.get(typeof text === 'string' ? hash('sha256', text) : text.sha256),
    apolloStore: {
      get: (key) => Promise.resolve(documents.get(textHash(key))),
      set: (key, document) => Promise.resolve(void documents.set(textHash(key), document)),
      delete: (key) => Promise.resolve(documents.delete(textHash(key))),
    },
  };
}

/** Apollo's keys are the hash of the schema, a colon, and the SHA-256 of the text. */
const textHash = (key: string) => key.slice(key.indexOf(':') + 1);
