/// <reference lib="dom" />
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, lazy, Suspense, use, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Parameters, exportAddress, playgroundAddress } from '../address.ts';
import { useKey } from '../api/key.ts';
import { useLang } from '../languages.ts';
import { Failed } from './Ask.tsx';
import { type About, SourcesContext, sourcesAbout } from './sources.ts';

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
  about,
  children,
}: {
  /** The question that the view asks, with its variables. */
  asked: { question: { toString(): string }; variables: object };
  /** Files of what is shown, by what they are: `{ 'Who was there (CSV)': '/export/...' }`. */
  downloads: Record<string, string>;
  cite: Exported;
  /** The thing that the view is about: printed, each fact about it has its sources. */
  about?: About;
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
      <Print about={about} />
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

/** Prints the view, once the sources of what it shows are there. If they cannot be read, says so instead: a page without them is not what was asked for. */
function Print({ about }: { about: About | undefined }) {
  const answers = useQueryClient();
  const lang = useLang();
  const hasKey = useKey() !== null;
  const [, setSources] = use(SourcesContext);
  const [isReading, setReading] = useState(false);
  const [failure, setFailure] = useState<Error>();
  const printWithSources = async () => {
    setFailure(undefined);
    if (about !== undefined) {
      setReading(true);
      try {
        const sources = await sourcesAbout(about, { lang, hasKey, answers });
        flushSync(() => setSources(sources));
      } catch (error) {
        setFailure(error as Error);
        return;
      } finally {
        flushSync(() => setReading(false));
      }
    }
    print();
  };
  return (
    <>
      <button type="button" disabled={isReading} onClick={() => void printWithSources()}>
        Print
      </button>
      <span role="status" className="unseen">
        {isReading && 'Reading the sources to print.'}
      </span>
      {failure && <Failed error={failure} again={() => void printWithSources()} />}
    </>
  );
}
