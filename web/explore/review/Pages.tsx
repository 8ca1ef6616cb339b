import { type ReactNode, useState } from 'react';
import type { Question } from '../api/ask.ts';
import { Ask } from '../parts/Ask.tsx';

interface PageOfList {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** A list, page after page, each asked for when the reader wants it. What is being decided stays open while it is read again. */
export function Pages<Answer, Variables extends { lang?: unknown; after?: string | null }>({
  question,
  variables,
  after = null,
  listOf,
  children,
}: {
  question: Question<Answer, Variables>;
  variables: Omit<Variables, 'lang' | 'after'>;
  after?: string | null;
  listOf: (answer: Answer) => PageOfList;
  children: (answer: Answer, isFirst: boolean) => ReactNode;
}) {
  const [hasMore, setMore] = useState(false);
  return (
    <Ask question={question} variables={{ ...variables, after } as unknown as Omit<Variables, 'lang'>} keep>
      {(answer) => {
        const { pageInfo } = listOf(answer);
        return (
          <>
            {children(answer, after === null)}
            {pageInfo.hasNextPage &&
              (hasMore ? (
                <Pages {...{ question, variables, listOf, children }} after={pageInfo.endCursor} />
              ) : (
                <button type="button" onClick={() => setMore(true)}>
                  Show more
                </button>
              ))}
          </>
        );
      }}
    </Ask>
  );
}
