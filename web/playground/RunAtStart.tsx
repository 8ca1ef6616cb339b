/// <reference lib="dom" />
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, useRef } from 'react';

/**
 * Runs the tab that is open at the start as soon as the editors are there, if nothing was run before: when it shows this very
 * query, or when its reader pressed "Execute" too early, which GraphiQL would forget.
 */
export function RunAtStart({ query }: { query?: string }) {
  const actions = useGraphiQLActions();
  const ready = useGraphiQL(({ queryEditor, variableEditor, responseEditor }) =>
    Boolean(queryEditor && variableEditor && responseEditor),
  );
  const hasRun = useGraphiQL(({ queryId }) => queryId > 0);
  const isShown = useGraphiQL(
    ({ tabs, activeTabIndex }) => query !== undefined && tabs[activeTabIndex]?.query === query,
  );
  const pressed = useRef(false);

  useEffect(() => {
    if (ready) return;
    const note = ({ target }: MouseEvent) => {
      if ((target as Element).closest('.graphiql-execute-button')) pressed.current = true;
    };
    document.addEventListener('click', note);
    return () => document.removeEventListener('click', note);
  }, [ready]);

  useEffect(() => {
    if (ready && !hasRun && (isShown || pressed.current)) actions.run();
  }, [ready, hasRun, isShown, actions]);
  return null;
}
