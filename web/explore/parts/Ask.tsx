import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { AskError, type Question, ask } from '../api/ask.ts';
import { useKey } from '../api/key.ts';
import { useLang } from '../languages.ts';
import { Notice } from './Notice.tsx';

/** How an answer is asked for, and what it is kept by. */
export const queryOf = <Answer, Variables extends object>(
  question: Question<Answer, Variables>,
  variables: Variables,
  hasKey: boolean,
) => ({
  queryKey: [question.toString(), variables, hasKey],
  queryFn: ({ signal }: { signal: AbortSignal }) => ask(question, variables, signal),
});

/** Asks a question, in the reader's language; the same question is asked again only after a while. */
export function useAsk<Answer, Variables extends object>(
  question: Question<Answer, Variables>,
  variables: Omit<Variables, 'lang'>,
  { enabled = true, keep = false } = {},
) {
  const lang = useLang();
  const key = useKey();
  const all = { ...variables, lang } as unknown as Variables;
  return useQuery({
    ...queryOf(question, all, key !== null),
    enabled,
    ...(keep && { placeholderData: keepPreviousData }),
  });
}

/**
 * Shows the answer to a question once it is there; until then that it is coming, and if it fails, why. With `keep`, the answer
 * before stays until a changed question is answered.
 */
export function Ask<Answer, Variables extends object>({
  question,
  variables,
  keep = false,
  children,
}: {
  question: Question<Answer, Variables>;
  variables: Omit<Variables, 'lang'>;
  keep?: boolean;
  children: (answer: Answer) => ReactNode;
}) {
  const { data, error, refetch, isPlaceholderData } = useAsk(question, variables, { keep });
  if (error) return <Failed error={error} again={() => void refetch()} />;
  if (data === undefined) return <Coming />;
  return keep ? <div aria-busy={isPlaceholderData}>{children(data)}</div> : children(data);
}

export function Coming() {
  return (
    <p className="coming" role="status">
      Reading …
    </p>
  );
}

/** What went wrong, in the words of the API, and what to do. */
export function Failed({ error, again }: { error: Error; again?: () => void }) {
  const messages = error instanceof AskError ? error.messages : [error.message];
  return (
    <Notice kind="problem">
      {messages.map((message) => (
        <p key={message}>{message}</p>
      ))}
      {error instanceof AskError && error.code === 'UNAUTHENTICATED' && (
        <p>Put your key in at the top of the page, under “Key”.</p>
      )}
      {again && (
        <button type="button" onClick={again}>
          Try again
        </button>
      )}
    </Notice>
  );
}
