import { type ReactNode, use, useId, useState } from 'react';
import {
  type ClaimEvidenceFragment,
  WhoSaidThenDocument,
  WhoSaysAboutDocument,
  WhoSaysDocument,
} from '../api/documents.generated.ts';
import { Ask } from './Ask.tsx';
import { Evidence, placeInWords } from './Evidence.tsx';
import { KnownAtContext } from './known-at.ts';
import { titleOf } from './linked.ts';
import { type Source, SourcesContext } from './sources.ts';
import { strongestFirst } from './strongest-first.ts';
import { whenInWords } from './time.ts';

/** A fact, by its id, with an analyst's note on it; or one value of a thing, by its reference and the name of the slot: `time` of a meeting. */
export type Said = { fact: string; note?: string | null } | { of: string; slot: string };

/**
 * A button that opens what stands behind a fact, and the place where that is shown. `what` is the fact in words, for those who
 * cannot see beside what the button stands.
 */
export function useSaysWho(said: Said, what: string): { button: ReactNode; panel: ReactNode } {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const [sources] = use(SourcesContext);
  const printed = sources.get('fact' in said ? said.fact : `${said.of}|${said.slot}`);
  return {
    button: (
      <button
        type="button"
        className="says-who"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        Says who?<span className="unseen"> {what}</span>
      </button>
    ),
    panel: isOpen ? (
      <div id={id} className="evidence-panel">
        {'fact' in said ? <OfFact id={said.fact} /> : <OfSlot {...said} />}
        {'fact' in said && said.note && <p className="aside">Note: {said.note}</p>}
      </div>
    ) : (
      printed && <p className="printed-sources">Sources: {printed.map(sourceInWords).join('; ')}.</p>
    ),
  };
}

/** `Ministry of Defence, Joint statement, 11 June 2026, paragraphs 1, 3` */
const sourceInWords = ({ document, paragraphs }: Source): string =>
  [
    document.publisher && titleOf(document.publisher),
    titleOf(document),
    document.published.edtf !== null && whenInWords(document.published),
    paragraphs.length > 0 && placeInWords(paragraphs),
  ]
    .filter(Boolean)
    .join(', ');

function OfFact({ id }: { id: string }) {
  const knownAt = use(KnownAtContext);
  if (knownAt !== null)
    return (
      <Ask question={WhoSaidThenDocument} variables={{ id, knownAt }}>
        {({ claims }) => (
          <Claims claims={claims.nodes.filter(({ supports }) => supports.some((each) => each.id === id))} />
        )}
      </Ask>
    );
  return (
    <Ask question={WhoSaysDocument} variables={{ id }}>
      {({ node }) => <Claims claims={node && 'claims' in node ? node.claims : []} />}
    </Ask>
  );
}

function OfSlot({ of, slot }: { of: string; slot: string }) {
  const knownAt = use(KnownAtContext);
  return (
    <Ask question={WhoSaysAboutDocument} variables={{ ref: of, knownAt }}>
      {({ claims }) => (
        <Claims claims={claims.nodes.filter(({ says }) => says.some((each) => each.slot === `${of}|${slot}`))} />
      )}
    </Ask>
  );
}

function Claims({ claims }: { claims: readonly ClaimEvidenceFragment[] }) {
  if (claims.length === 0) return <p>No source is recorded for this by itself. The claims below say what is.</p>;
  return (
    <ul className="claims">
      {strongestFirst(claims).map((claim) => (
        <li key={claim.key}>
          <Evidence claim={claim} />
        </li>
      ))}
    </ul>
  );
}
