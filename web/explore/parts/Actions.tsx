/// <reference lib="dom" />
import { type ReactNode, lazy, Suspense, useState } from 'react';
import { type Parameters, exportAddress, playgroundAddress } from '../address.ts';
import { useLang } from '../languages.ts';

/** What is shown, as a list of the API with its arguments, or `network`: what `/export` takes (docs/export.md). */
export interface Exported {
  list: string;
  parameters: Parameters;
}

const Cite = lazy(() => import('./Cite.tsx'));

/** What can be done with what a view shows: ask the same in the playground, cite it, take it away, share it, print it. */
export function Actions({
  asked,
  downloads,
  cite,
  children,
}: {
  /** The question that the view asks, with its variables. */
  asked: { question: { toString(): string }; variables: object };
  /** Files of what is shown, by what they are: `{ 'Who was there (CSV)': '/export/...' }`. */
  downloads: Record<string, string>;
  cite: Exported;
  children?: ReactNode;
}) {
  const lang = useLang();
  const [isCiting, setCiting] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(location.href);
    setCopied(true);
  };
  return (
    <div className="actions">
      {children}
      <a href={playgroundAddress(asked.question.toString(), { ...asked.variables, lang })}>Open as GraphQL</a>
      <details className="menu">
        <summary>Download</summary>
        <ul>
          {Object.entries(downloads).map(([what, href]) => (
            <li key={what}>
              <a href={href} download>
                {what}
              </a>
            </li>
          ))}
        </ul>
      </details>
      <button type="button" aria-expanded={isCiting} onClick={() => setCiting(!isCiting)}>
        Cite
      </button>
      <button type="button" onClick={() => void copy()}>
        Copy link
      </button>
      <button type="button" onClick={() => print()}>
        Print
      </button>
      <span role="status" className="unseen">
        {isCopied && 'The address of this view is copied.'}
      </span>
      {isCiting && (
        <Suspense>
          <Cite address={(format) => exportAddress(cite.list, format, cite.parameters)} />
        </Suspense>
      )}
    </div>
  );
}
