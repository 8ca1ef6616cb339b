import { useGraphiQL, useMonaco } from '@graphiql/react';
import { useEffect } from 'react';

/**
 * Colours in which each word has a contrast of at least 4.5 to 1 on the grounds of its editors. Those of Monaco 0.52.2, which GraphiQL
 * inherits, have 3.6 for comments, numbers and line numbers. The names are those of GraphiQL's themes, which it gives no other way to change.
 */
const THEMES = {
  'graphiql-LIGHT': {
    base: 'vs',
    ground: '#ffffff',
    accent: '#1d5e9a',
    rules: { 'argument.identifier.gql': '#5a4fbf', comment: '#256b25', number: '#0a6b4a', 'number.json': '#0a6b4a' },
    lineNumber: '#4d6079',
    brackets: ['#0431fa', '#1f6f1f', '#7b3814'],
  },
  'graphiql-DARK': {
    base: 'vs-dark',
    ground: '#212a3b',
    accent: '#72bff3',
    rules: { 'argument.identifier.gql': '#a9a4ff', comment: '#9cc98a' },
    lineNumber: '#a3adbd',
    brackets: ['#ffd700', '#e08ade', '#5fb8ff'],
  },
} as const;

/** Lines of the queries wrap like those of the answers, both fit beside the examples on a small screen, and can be read in both schemes. */
export function ReadableEditors() {
  const monaco = useMonaco((state) => state.monaco);
  const { queryEditor, variableEditor, headerEditor, responseEditor } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    headerEditor: state.headerEditor,
    responseEditor: state.responseEditor,
  }));
  useEffect(() => {
    for (const editor of [queryEditor, variableEditor, headerEditor, responseEditor])
      editor?.updateOptions({ fontSize: 13, wordWrap: 'on' });
  }, [queryEditor, variableEditor, headerEditor, responseEditor]);
  useEffect(() => {
    for (const [name, { base, ground, accent, rules, lineNumber, brackets }] of Object.entries(THEMES)) {
      const transparent = '#ffffff00';
      const shade = `${accent}22`;
      monaco?.editor.defineTheme(name, {
        base,
        inherit: true,
        rules: Object.entries(rules).map(([token, foreground]) => ({ token, foreground })),
        colors: {
          'editor.background': transparent,
          'scrollbar.shadow': transparent,
          'editorLineNumber.foreground': lineNumber,
          'editorLineNumber.dimmedForeground': lineNumber,
          ...Object.fromEntries(brackets.map((color, at) => [`editorBracketHighlight.foreground${at + 1}`, color])),
          focusBorder: accent,
          'editorHoverWidget.background': ground,
          'editorWidget.background': ground,
          'editorSuggestWidget.background': ground,
          'menu.background': ground,
          'quickInput.background': ground,
          'textLink.foreground': accent,
          'textLink.activeForeground': accent,
          'list.highlightForeground': accent,
          'list.focusHighlightForeground': accent,
          'list.hoverBackground': shade,
          'editorSuggestWidget.selectedBackground': shade,
          'quickInputList.focusBackground': shade,
          'menu.selectionBackground': shade,
        },
      });
    }
  }, [monaco]);
  return null;
}
