import { useSearchParams } from 'wouter';
import { exportAddress, listAddress } from '../address.ts';
import { SearchPageDocument } from '../api/documents.generated.ts';
import { Actions } from '../parts/Actions.tsx';
import { Ask } from '../parts/Ask.tsx';
import { ThingLink, titleOf } from '../parts/Link.tsx';
import { Page, Section } from '../parts/Page.tsx';
import { tellApart } from '../parts/SearchBox.tsx';
import { Link } from 'wouter';

/** All that is found for some words: things by their names, and documents by their titles. */
export default function SearchPage() {
  const [parameters] = useSearchParams();
  const text = parameters.get('q') ?? '';
  if (text.trim() === '') return <Page title="Search">Type a name in the box above, in any script.</Page>;
  const variables = { text };
  return (
    <Page
      title={`Found for “${text}”`}
      actions={
        <Actions
          asked={{ question: SearchPageDocument, variables }}
          cite={{ list: 'search', parameters: { text } }}
          downloads={{ 'What is found (CSV)': exportAddress('search', 'csv', { text }) }}
        />
      }
    >
      <Ask question={SearchPageDocument} variables={variables}>
        {({ search, documents }) => (
          <>
            {search.edges.length === 0 && <p>Nothing has such a name. Try fewer words, or another spelling.</p>}
            <ul className="rows">
              {search.edges.map(({ node, matched }) => (
                <li key={node.key} className="row tie">
                  <span className="row-what">
                    <ThingLink to={node} />
                    <span className="aside">{tellApart(node)}</span>
                  </span>
                  {matched !== titleOf(node) && <span className="matched">{matched}</span>}
                </li>
              ))}
            </ul>
            {documents.totalCount > 0 && (
              <Section title="Documents" count={documents.totalCount}>
                <ul className="rows">
                  {documents.nodes.map((document) => (
                    <li key={document.key} className="row tie">
                      <ThingLink to={document} />
                    </li>
                  ))}
                </ul>
                {documents.totalCount > documents.nodes.length && (
                  <Link href={listAddress('documents', { text })}>All of them</Link>
                )}
              </Section>
            )}
          </>
        )}
      </Ask>
    </Page>
  );
}
