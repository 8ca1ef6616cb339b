/// <reference lib="dom" />
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { languageOf, useLang } from '../languages.ts';
import { KnownAtContext } from './known-at.ts';
import { momentInWords } from './moment.ts';
import { type Sources, SourcesContext } from './sources.ts';
import { today } from './today.ts';

/** The address whose heading was shown last. The first view leaves the focus where the browser begins, before the head of the page. */
let shownLast = location.pathname;

/**
 * A view: its heading, which gets the focus when the reader comes from another view, what can be done with it, and its
 * content. Its title is that of the window.
 */
export function Page({
  title,
  kicker,
  lead,
  actions,
  knownAt = null,
  children,
}: {
  title: string;
  /** What kind of thing it is, above the heading. */
  kicker?: ReactNode;
  /** The most important in a line, below the heading. */
  lead?: ReactNode;
  actions?: ReactNode;
  /** The moment as of which it shows what was known; left out, it shows what is known now. */
  knownAt?: string | null;
  children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const lang = useLang();
  const sources = useState<Sources>(new Map());
  useEffect(() => {
    document.title = `${title} · Chancery`;
    if (location.pathname === shownLast) return;
    shownLast = location.pathname;
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [title]);
  return (
    <SourcesContext value={sources}>
      <header className="page-head">
        {kicker && <p className="kicker">{kicker}</p>}
        <h1 ref={heading} tabIndex={-1} lang={languageOf(title, lang)}>
          {title}
        </h1>
        {lead && <div className="lead">{lead}</div>}
        {knownAt !== null && <p className="printed">As known on {momentInWords(knownAt)}</p>}
        {actions}
      </header>
      <KnownAtContext value={knownAt}>{children}</KnownAtContext>
      <p className="printed">
        {location.href}, printed on {today()}
      </p>
    </SourcesContext>
  );
}

/** A part of a page with its heading, and how many there are of what it lists. */
export function Section({ title, count, children }: { title: string; count?: number; children: ReactNode }) {
  return (
    <section className="section" aria-label={title}>
      <h2>
        {title}
        {count !== undefined && <span className="count"> {count.toLocaleString('en')}</span>}
      </h2>
      {children}
    </section>
  );
}
