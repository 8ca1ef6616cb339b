import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { counted } from '../words.ts';

/** Rows of a page, how many there are in all, and the way to the next page. */
export function Paged({
  list: { totalCount, pageInfo },
  one,
  many,
  search,
  children,
}: {
  list: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
  one: string;
  many?: string;
  search: URLSearchParams;
  children: ReactNode;
}) {
  const next = new URLSearchParams(search);
  if (pageInfo.endCursor !== null) next.set('after', pageInfo.endCursor);
  const first = new URLSearchParams(search);
  first.delete('after');
  return (
    <>
      <p className="total" role="status">
        {totalCount === 0
          ? `None is recorded: no ${one} meets all of these conditions.`
          : counted(totalCount, one, many)}
      </p>
      {children}
      <p className="pager">
        {search.has('after') && <Link href={`?${first}`}>First page</Link>}
        {pageInfo.hasNextPage && <Link href={`?${next}`}>Next page</Link>}
      </p>
    </>
  );
}
