import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';

/** Lines of the queries wrap like those of the answers, and both fit beside the examples on a small screen. */
export function ReadableEditors() {
  const { queryEditor, responseEditor } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    responseEditor: state.responseEditor,
  }));
  useEffect(() => {
    for (const editor of [queryEditor, responseEditor]) editor?.updateOptions({ fontSize: 13, wordWrap: 'on' });
  }, [queryEditor, responseEditor]);
  return null;
}
