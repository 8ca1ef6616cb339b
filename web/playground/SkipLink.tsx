/// <reference lib="dom" />
import { useGraphiQL } from '@graphiql/react';
import { createPortal } from 'react-dom';

/** The first stop of the Tab key, shown while it has the focus: past the tools and the examples, into the query. */
export function SkipLink({ into }: { into: Element }) {
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  return createPortal(
    <a
      href="#query"
      className="skip-link"
      onClick={(event) => {
        event.preventDefault();
        queryEditor?.focus();
      }}
    >
      Skip to the query
    </a>,
    into,
  );
}
