/// <reference lib="dom" />
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { parse, Kind, type OperationDefinitionNode } from 'graphql';
import type { Example } from '../examples.ts';

/**
 * Opens a saved query and runs it. What the reader wrote is kept: a query that already has a tab is shown there, and a tab is
 * only taken over when it shows a saved query as it was saved. Null until the editors are there.
 */
export function useOpenExample(examples: readonly Example[]): ((example: Example) => void) | null {
  const actions = useGraphiQLActions();
  const { queryEditor, variableEditor, headerEditor, responseEditor, tabs, activeTabIndex } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    headerEditor: state.headerEditor,
    responseEditor: state.responseEditor,
    tabs: state.tabs,
    activeTabIndex: state.activeTabIndex,
  }));
  if (!queryEditor || !variableEditor || !responseEditor) return null;
  return ({ query, variables }) => {
    const shown = queryEditor.getValue();
    const untouched = shown.trim() === '' || examples.some((example) => example.query === shown);
    const itsTab = tabs.findIndex((tab, index) => tab.query === query && index !== activeTabIndex);
    const headers = headerEditor?.getValue();
    if (itsTab >= 0) actions.changeTab(itsTab);
    else if (!untouched) actions.addTab();
    queryEditor.setValue(query);
    variableEditor.setValue(variables);
    // A key that was put in is of use for every example.
    if (headers !== undefined) headerEditor?.setValue(headers);
    // The editor tells GraphiQL of a change a moment later; running at once needs the operation's name now.
    const documentAST = parse(query);
    const operations = documentAST.definitions.filter(isOperation);
    const operationName = operations[0]?.name?.value;
    actions.setOperationFacts({ documentAST, operationName, operations });
    actions.updateActiveTabValues({ query, variables, operationName: operationName ?? null });
    // While an answer is awaited, running means stopping, and no more than that.
    actions.stop();
    actions.run();
    // GraphiQL has no action for this: what the query takes should be seen, and its panes are the only way to show it.
    if (variables) document.querySelector<HTMLButtonElement>('button[data-name="variables"]')?.click();
    // On a narrow screen the answer stands below; see page.css.
    document.querySelector('.graphiql-response')?.scrollIntoView({ block: 'nearest' });
  };
}

function isOperation(node: { kind: Kind }): node is OperationDefinitionNode {
  return node.kind === Kind.OPERATION_DEFINITION;
}
