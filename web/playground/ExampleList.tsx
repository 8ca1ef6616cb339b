/// <reference lib="dom" />
import { useGraphiQL } from '@graphiql/react';
import { useState } from 'react';
import type { Example } from '../examples.ts';
import { findExamples } from './find-examples.ts';
import { linkToExample } from './links.ts';
import { useOpenExample } from './useOpenExample.ts';

/** The saved queries, by group, and those with the words in the field; a click opens and runs one, a middle click opens it in a new window. */
export function ExampleList({ examples }: { examples: Example[] }) {
  const open = useOpenExample(examples);
  const shown = useGraphiQL((state) => state.tabs[state.activeTabIndex]?.query);
  const [words, setWords] = useState('');
  const groups = findExamples(examples, words);
  return (
    <section aria-label="Examples" className="examples">
      <h2 className="examples-title">Examples</h2>
      <p className="examples-lead">Questions to this data. Click one to ask it.</p>
      <input
        type="search"
        className="examples-search"
        aria-label="Search the examples"
        placeholder="Search: chair, metWith, anonymous …"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {groups.length === 0 && (
        <p role="status" className="examples-lead">
          No example has all of these words. Try fewer of them, or shorter ones.
        </p>
      )}
      {groups.map((group) => (
        <section key={group.title} aria-label={group.title}>
          <h3 className="examples-group">{group.title}</h3>
          <ul>
            {group.examples.map((example) => (
              <li key={example.name}>
                <a
                  href={linkToExample(example)}
                  aria-current={example.query === shown ? 'true' : undefined}
                  onClick={(event) => {
                    // Without the editors the link is followed, and the page opens with this example.
                    if (!open || event.ctrlKey || event.metaKey || event.shiftKey) return;
                    event.preventDefault();
                    history.replaceState(null, '', linkToExample(example));
                    open(example);
                  }}
                >
                  <span className="example-title">{example.title}</span>
                  <span className="example-lesson">{example.lesson}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

export function ExamplesIcon() {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M3 5h2M3 10h2M3 15h2M8 5h9M8 10h9M8 15h9" strokeLinecap="round" />
    </svg>
  );
}
