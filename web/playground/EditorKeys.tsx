/// <reference lib="dom" />
import { useGraphiQL, useMonaco } from '@graphiql/react';
import { useEffect, useState } from 'react';

const KEYS = {
  none: '',
  indents: 'Tab indents. To leave the editor, press Escape, then Tab.',
  leaves: 'Tab now leaves the editor.',
};

/** Where Escape has a meaning of its own it keeps it: it closes what is open, and selects less. */
const ESCAPE_IS_FREE = [
  'editorTextFocus',
  ...['suggestWidgetVisible', 'parameterHintsVisible', 'findWidgetVisible', 'renameInputVisible', 'inSnippetMode'].map(
    (key) => `!${key}`,
  ),
  ...['markersNavigationVisible', 'editorHasSelection', 'editorHasMultipleSelections'].map((key) => `!${key}`),
].join(' && ');

/**
 * Tab leaves an editor after Escape, and what Tab does is told while an editor has the focus. Monaco's own way, Ctrl-M, is nowhere to
 * be seen.
 */
export function EditorKeys() {
  const monaco = useMonaco((state) => state.monaco);
  const { queryEditor, variableEditor, headerEditor, responseEditor } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    headerEditor: state.headerEditor,
    responseEditor: state.responseEditor,
  }));
  const [tab, setTab] = useState<keyof typeof KEYS>('none');

  useEffect(() => {
    if (!monaco) return;
    const editors = [
      [queryEditor, 'Query'],
      [variableEditor, 'Variables'],
      [headerEditor, 'Headers'],
    ] as const;
    const listeners = editors.flatMap(([editor, name]) => {
      if (!editor) return [];
      editor.updateOptions({ ariaLabel: `${name}. ${KEYS.indents}` });
      let leaves = false;
      const say = (nowLeaves: boolean) => {
        leaves = nowLeaves;
        setTab(leaves ? 'leaves' : 'indents');
      };
      return [
        editor.addAction({
          id: 'chancery-leave',
          label: 'Leave the editor with the next Tab',
          keybindings: [monaco.KeyCode.Escape],
          precondition: ESCAPE_IS_FREE,
          run: () => say(true),
        }),
        editor.onKeyDown((event) => {
          if (!leaves || event.keyCode === monaco.KeyCode.Shift) return;
          if (event.keyCode === monaco.KeyCode.Tab)
            event.stopPropagation(); // Not for the editor: the browser moves on.
          else if (event.keyCode !== monaco.KeyCode.Escape) say(false);
        }),
        editor.onDidFocusEditorText(() => say(false)),
        editor.onDidBlurEditorText(() => {
          leaves = false;
          setTab('none');
        }),
      ];
    });
    return () => listeners.forEach((listener) => listener.dispose());
  }, [monaco, queryEditor, variableEditor, headerEditor]);

  useEffect(() => responseEditor?.updateOptions({ ariaLabel: 'Answer' }), [responseEditor]);

  return (
    <span role="status" className="editor-keys">
      {KEYS[tab]}
    </span>
  );
}
