import { addKey } from '../../src/access/api-keys.ts';
import { createAuthenticator } from '../../src/access/authenticator.ts';
import { type Database } from '../../src/graph/database.ts';
import { serve, testApi } from './http.ts';

/** A problem or a warning as a payload tells it. */
export interface Told {
  code: string;
  path: string[];
  message: string;
}

/** An analyst who sends operations over HTTP, with a key. */
export interface Analyst {
  /** The first root field of the answer to an operation that is expected to come without errors. */
  ask<T>(query: string, variables?: Record<string, unknown>): Promise<T>;
}

/** Serves the database for an analyst, whose key is good until the database is emptied. */
export async function analystOf(database: Database): Promise<Analyst> {
  const authenticator = createAuthenticator(database, { readingIsOpen: true, issuer: null });
  const server = await serve({ api: await testApi(), authenticator });
  const key = await addKey(database, { name: 'ann', role: 'ANALYST' });
  return {
    async ask<T>(query: string, variables: Record<string, unknown> = {}) {
      const { body } = await server.ask(query, variables, {
        body: JSON.stringify({ query, variables }),
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      });
      if (body.errors) throw new Error(JSON.stringify(body.errors, null, 2));
      return Object.values(body.data as object)[0] as T;
    },
  };
}
