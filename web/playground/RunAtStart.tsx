import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, useRef } from 'react';

/** Runs the tab that is open at the start, once, as soon as the editors are there, if it shows this very query. */
export function RunAtStart({ query }: { query: string }) {
  const actions = useGraphiQLActions();
  const ready = useGraphiQL(({ queryEditor, variableEditor, responseEditor, tabs, activeTabIndex }) =>
    Boolean(queryEditor && variableEditor && responseEditor && tabs[activeTabIndex]?.query === query),
  );
  const done = useRef(false);
  useEffect(() => {
    if (!ready || done.current) return;
    done.current = true;
    actions.run();
  }, [ready, actions]);
  return null;
}
