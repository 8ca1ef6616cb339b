/// <reference lib="dom" />
import { QueryClient } from '@tanstack/react-query';
import type { TypedDocumentString } from './documents.generated.ts';
import { currentKey } from './key.ts';

/** A question to the API, with the types of its variables and of its answer. */
export type Question<Answer, Variables> = TypedDocumentString<Answer, Variables>;

/** What the API says went wrong, one message for each error. */
export class AskError extends Error {
  override readonly name = 'AskError';
  readonly messages: readonly string[];
  /** The code of the first error (docs/errors.md): `UNAUTHENTICATED`. */
  readonly code: string;

  constructor(messages: readonly string[], code: string) {
    super(messages.join(' '));
    this.messages = messages;
    this.code = code;
  }
}

interface GraphQLResponse<Answer> {
  data?: Answer | null;
  errors?: { message: string; extensions?: { code?: string; hint?: string } }[];
}

/** The code of the error where the question or its answer was lost. */
export const NO_ANSWER = 'NO_ANSWER';

/**
 * Asks the API and gives the data of its answer. Throws an {@link AskError} if there is any error in it, or no answer at all. It
 * is asked with the key in use, or with the one given.
 */
export async function ask<Answer, Variables>(
  question: Question<Answer, Variables>,
  variables: Variables,
  signal?: AbortSignal,
  key = currentKey(),
): Promise<Answer> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({ query: question.toString(), variables }),
    signal: signal ?? null,
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new AskError(
      [
        navigator.onLine
          ? 'The server does not answer. Is it running, and is there a connection to it?'
          : 'This computer is offline. It is tried again once there is a connection.',
      ],
      NO_ANSWER,
    );
  });
  const { data, errors } = (await response.json().catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new AskError([`The server gave no readable answer (HTTP ${response.status}).`], NO_ANSWER);
  })) as GraphQLResponse<Answer>;
  if (errors || !data) {
    const messages = (errors ?? []).map(({ message, extensions }) =>
      [message, extensions?.hint].filter(Boolean).join(' '),
    );
    throw new AskError(messages, errors?.[0]?.extensions?.code ?? 'UNKNOWN');
  }
  return data;
}

/** Answers of the last half minute are used again; the server has them in its own cache for as long as the record is unchanged. */
const FRESH_MS = 30_000;

/** Offline, too, a question is asked: it fails, and says so, instead of waiting without a word. Back online it is asked again. */
export const answers = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      refetchOnWindowFocus: false,
      refetchOnReconnect: true,
      retry: false,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
