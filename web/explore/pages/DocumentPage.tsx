import { exportAddress } from '../address.ts';
import { DocumentPageDocument } from '../api/documents.generated.ts';
import { Actions } from '../parts/Actions.tsx';
import { Ask } from '../parts/Ask.tsx';
import { Evidence } from '../parts/Evidence.tsx';
import { FactRow, Facts } from '../parts/Facts.tsx';
import { History } from '../parts/History.tsx';
import { ThingLink, ThingLinks, titleOf } from '../parts/Link.tsx';
import { Page, Section } from '../parts/Page.tsx';
import { When } from '../parts/When.tsx';
import { capitalised, inWords } from '../words.ts';
import { NotFound } from './NotFound.tsx';

/** A document: who published it when, how reliable it is, and every claim it makes. */
export default function DocumentPage({ of }: { of: string }) {
  const variables = { ref: of };
  return (
    <Ask question={DocumentPageDocument} variables={variables}>
      {({ document, claims }) => {
        if (!document) return <NotFound what="document" sought={of} />;
        const authors = [...document.authors.map(titleOf), ...document.authorNames];
        return (
          <Page
            title={titleOf(document)}
            kicker={capitalised(inWords(document.kind))}
            lead={
              <>
                {document.publisher && (
                  <>
                    <ThingLink to={document.publisher} />
                    {', '}
                  </>
                )}
                <When time={document.published} />
              </>
            }
            actions={
              <Actions
                asked={{ question: DocumentPageDocument, variables }}
                cite={{ list: 'documents', parameters: { refs: of } }}
                downloads={{ 'Its claims (CSV)': exportAddress('claims', 'csv', { document: of }) }}
              />
            }
          >
            <Facts>
              <FactRow name="Address">
                {document.url !== null && (
                  <a href={document.url} rel="noreferrer external">
                    {document.url}
                  </a>
                )}
              </FactRow>
              <FactRow name="By">{authors.length > 0 && authors.join(', ')}</FactRow>
              <FactRow name="First by">{document.originator && <ThingLink to={document.originator} />}</FactRow>
              <FactRow name="On">{document.platform && <ThingLink to={document.platform} />}</FactRow>
              <FactRow name="Reliability">{inWords(document.reliability)}</FactRow>
              <FactRow name="Language">{document.language}</FactRow>
              <FactRow name="Rests on">{document.cites.length > 0 && <ThingLinks to={document.cites} />}</FactRow>
              <FactRow name="Keywords">{document.keywords.length > 0 && document.keywords.join(', ')}</FactRow>
              <FactRow name="To cite it">{document.apa}</FactRow>
              <FactRow name="Note">{document.note}</FactRow>
            </Facts>
            <Section title="What it says" count={claims.totalCount}>
              <ul className="claims">
                {claims.nodes.map((claim) => (
                  <li key={claim.key}>
                    <Evidence claim={claim} />
                  </li>
                ))}
              </ul>
              {claims.totalCount > claims.nodes.length && (
                <p className="aside">The first {claims.nodes.length} are shown; the file has all.</p>
              )}
            </Section>
            <History of={of} />
          </Page>
        );
      }}
    </Ask>
  );
}
