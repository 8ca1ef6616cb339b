import { use, useState } from 'react';
import { ClaimsAboutDocument, type SaidBySourceDocument } from '../api/documents.generated.ts';
import { Ask } from './Ask.tsx';
import { Evidence } from './Evidence.tsx';
import { KnownAtContext } from './known-at.ts';
import { Section } from './Page.tsx';

/** All that is said about a thing, page by page. It is asked for when it is opened. */
export function Claims({ about }: { about: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Section title="All that is said of it">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>Claim by claim, each with who says so and where</summary>
        {isOpen && <ClaimPages question={ClaimsAboutDocument} of={about} after={null} />}
      </details>
    </Section>
  );
}

type ClaimQuestion = typeof ClaimsAboutDocument | typeof SaidBySourceDocument;

/** Claims page by page, each page below the one before; as they stood at the moment that the page is about. */
export function ClaimPages({ question, of, after }: { question: ClaimQuestion; of: string; after: string | null }) {
  const [hasMore, setMore] = useState(false);
  const knownAt = use(KnownAtContext);
  return (
    <Ask question={question} variables={{ ref: of, knownAt, after }}>
      {({ claims: { nodes, pageInfo, totalCount } }) => (
        <>
          {after === null && <p className="aside">{totalCount} in all</p>}
          <ul className="claims">
            {nodes.map((claim) => (
              <li key={claim.key}>
                <Evidence claim={claim} />
              </li>
            ))}
          </ul>
          {pageInfo.hasNextPage &&
            (hasMore ? (
              <ClaimPages question={question} of={of} after={pageInfo.endCursor} />
            ) : (
              <button type="button" onClick={() => setMore(true)}>
                Show more
              </button>
            ))}
        </>
      )}
    </Ask>
  );
}
