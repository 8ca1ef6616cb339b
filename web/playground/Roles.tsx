/// <reference lib="dom" />
import { useEffect } from 'react';

/** What elements should have: a value, or null for an attribute that should not be there. */
type Attributes = Readonly<Record<string, string | null>>;

/**
 * What GraphiQL 5.4.0 (@graphiql/react 0.39.1, @graphiql/plugin-history 0.4) does not say of its elements, or says wrongly, to those
 * who do not see the page, by CSS selector. It has no options for any of it; remove what a later version does itself.
 */
const REPAIRS: readonly (readonly [selector: string, attributes: (element: Element) => Attributes])[] = [
  // The page has no landmarks.
  ['.graphiql-main', () => ({ role: 'main' })],
  ['.graphiql-sidebar', () => ({ role: 'region', 'aria-label': 'Tools' })],
  // What the skip link leads to.
  ['section.graphiql-query-editor', () => ({ id: 'query' })],
  // A tab is a button and has two buttons in it, to show and to close it. A list of buttons says what is there.
  ['.graphiql-tabs', () => ({ role: 'list', 'aria-label': 'Open queries' })],
  ['.graphiql-tab', () => ({ role: 'listitem', 'aria-selected': null, tabindex: null })],
  [
    '.graphiql-tab-button',
    (button) => ({ 'aria-current': button.closest('.graphiql-tab-active') ? 'true' : null, 'aria-controls': null }),
  ],
  ['.graphiql-tab-close', (button) => ({ 'aria-label': `Close ${button.previousElementSibling?.textContent ?? ''}` })],
  ['#graphiql-session', () => ({ role: 'group' })],
  // A query in the history is called "Set active", whatever it is.
  ['.graphiql-history-item-label', () => ({ 'aria-label': null })],
];

/** Keeps the roles and names of GraphiQL's elements right, whatever it shows. */
export function Roles() {
  useEffect(() => {
    let frame = 0;
    const observer = new MutationObserver(() => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        repair();
      });
    });
    // Those of GraphiQL that change: tabs are selected, renamed and replaced, panes come and go.
    observer.observe(document.body, {
      childList: true,
      characterData: true,
      subtree: true,
      attributeFilter: ['aria-selected'],
    });
    repair();
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, []);
  return null;
}

function repair(): void {
  for (const [selector, attributes] of REPAIRS) {
    for (const element of document.querySelectorAll(selector)) {
      for (const [name, value] of Object.entries(attributes(element))) {
        if (element.getAttribute(name) === value) continue;
        if (value === null) element.removeAttribute(name);
        else element.setAttribute(name, value);
      }
    }
  }
}
