/// <reference lib="dom" />
import { Button, ButtonGroup, useGraphiQL } from '@graphiql/react';
import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { listsIn, tableOf } from '../shared/answer-table.ts';
import { AnswerTable } from './AnswerTable.tsx';
import { readAnswer } from './read-answer.ts';
import { TakeAway } from './TakeAway.tsx';

const VIEWS = ['JSON', 'Table'] as const;

/** What is chosen instead of a list: the whole answer in one row, lists joined within its cells. */
const WHOLE = '';

/**
 * Above the answer, whether it is shown as JSON or as a table, and the table. GraphiQL 5.4.0 has a place below the answer only, so this
 * puts an element of its own into the pane; page.css hides the JSON while there is a table.
 */
export function AnswerView() {
  const [view, setView] = useState<(typeof VIEWS)[number]>('JSON');
  const [chosen, setChosen] = useState<string>();
  const text = useAnswerText(view === 'Table');
  const isFetching = useGraphiQL((state) => state.isFetching);
  const { data, problems } = useMemo(() => readAnswer(text, isFetching), [text, isFetching]);
  const lists = useMemo(() => listsIn(data), [data]);
  const path = [WHOLE, ...lists.map((list) => list.path)].find((each) => each === chosen) ?? firstOf(lists);
  const table = useMemo(() => {
    const items = lists.find((list) => list.path === path)?.items;
    return data === undefined ? undefined : tableOf(items ?? [data]);
  }, [data, lists, path]);

  return useInAnswerPane(
    <>
      <div className="answer-bar">
        <ButtonGroup role="group" aria-label="Show the answer as">
          {VIEWS.map((each) => (
            <Button
              key={each}
              type="button"
              className={each === view ? 'active' : ''}
              aria-pressed={each === view}
              onClick={() => setView(each)}
            >
              {each}
            </Button>
          ))}
        </ButtonGroup>
        {view === 'Table' && lists.length > 0 && (
          <label>
            Rows{' '}
            <select value={path} onChange={(event) => setChosen(event.target.value)}>
              {lists.map((list) => (
                <option key={list.path} value={list.path}>
                  {list.path} ({list.items.length.toLocaleString('en')})
                </option>
              ))}
              <option value={WHOLE}>the whole answer in one row</option>
            </select>
          </label>
        )}
        {view === 'Table' && table && <TakeAway table={table} path={path} />}
      </div>
      {view === 'Table' && problems.length > 0 && (
        <div role="status" className="answer-problems">
          {table ? 'The answer is incomplete:' : 'There is no table:'}
          <ul>
            {problems.map((problem, at) => (
              <li key={at}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      {view === 'Table' && table && <AnswerTable table={table} name={path || 'The whole answer'} />}
    </>,
  );
}

/** The first list with rows; without any, the first list, and without lists the whole answer. */
function firstOf(lists: ReturnType<typeof listsIn>): string {
  return (lists.find(({ items }) => items.length > 0) ?? lists[0])?.path ?? WHOLE;
}

/** What the editor of the answer shows, if it is wanted. */
function useAnswerText(isWanted: boolean): string {
  const editor = useGraphiQL((state) => state.responseEditor);
  return useSyncExternalStore(
    (onChange) => {
      const listener = isWanted ? editor?.onDidChangeModelContent(onChange) : undefined;
      return () => listener?.dispose();
    },
    () => (isWanted && editor?.getValue()) || '',
  );
}

/** The children as the first element of GraphiQL's pane. */
function useInAnswerPane(children: ReactNode) {
  const [place] = useState(() => {
    const element = document.createElement('div');
    element.className = 'answer-view';
    return element;
  });
  useEffect(() => {
    document.querySelector('.graphiql-response')?.prepend(place);
    return () => place.remove();
  }, [place]);
  return createPortal(children, place);
}
