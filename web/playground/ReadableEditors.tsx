import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';

/** Lines of the queries wrap like those of the answers, and both fit beside the examples on a small screen. */
export function ReadableEditors() {
  const { queryEditor, variableEditor, responseEditor } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    responseEditor: state.responseEditor,
  }));
  useEffect(() => {
    for (const editor of [queryEditor, variableEditor, responseEditor])
      editor?.updateOptions({ fontSize: 13, wordWrap: 'on' });
  }, [queryEditor, variableEditor, responseEditor]);
  return null;
}
