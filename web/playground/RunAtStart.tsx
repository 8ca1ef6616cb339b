/// <reference lib="dom" />
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, useRef } from 'react';

/**
 * Runs the tab that is open at the start, once, as soon as the editors are there: if it shows this very query,
 * or if its reader pressed "Execute" before then, which GraphiQL would forget.
 */
export function RunAtStart({ query }: { query?: string }) {
  const actions = useGraphiQLActions();
  const ready = useGraphiQL(({ queryEditor, variableEditor, responseEditor }) =>
    Boolean(queryEditor && variableEditor && responseEditor),
  );
  const isShown = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.query === query);
  const pressed = useRef(false);
  const done = useRef(false);

  useEffect(() => {
    if (ready) return;
    const note = ({ target }: MouseEvent) => {
      if ((target as Element).closest('.graphiql-execute-button')) pressed.current = true;
    };
    document.addEventListener('click', note);
    return () => document.removeEventListener('click', note);
  }, [ready]);

  useEffect(() => {
    if (!ready || done.current || !(isShown || pressed.current)) return;
    done.current = true;
    actions.run();
  }, [ready, isShown, actions]);
  return null;
}
