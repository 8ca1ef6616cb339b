/// <reference lib="dom" />
import { ToolbarButton, useGraphiQL } from '@graphiql/react';
import { useState } from 'react';
import { linkTo } from './links.ts';

/** Puts the query and its variables into the address, ready to be copied, and copies it where the browser allows. */
export function ShareButton() {
  const { queryEditor, variableEditor } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
  }));
  const [label, setLabel] = useState(LABEL);
  const share = async () => {
    history.replaceState(null, '', linkTo(queryEditor?.getValue() ?? '', variableEditor?.getValue() ?? ''));
    try {
      await navigator.clipboard.writeText(location.href);
      setLabel('Copied: the address opens this query');
    } catch {
      setLabel('Copy the address above: it opens this query');
    }
    setTimeout(() => setLabel(LABEL), 4_000);
  };
  return (
    <ToolbarButton label={label} onClick={() => void share()}>
      <svg
        className="graphiql-toolbar-icon"
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        aria-hidden="true"
      >
        <path d="M8 12l4-4M9 6l2-2a3.5 3.5 0 0 1 5 5l-2 2M11 14l-2 2a3.5 3.5 0 0 1-5-5l2-2" strokeLinecap="round" />
      </svg>
    </ToolbarButton>
  );
}

const LABEL = 'Link to this query';
